"""What a page claims of itself, before it is judged: for each field the values, the most trusted first."""

from __future__ import annotations

from html import unescape

from declutter.metadata.model import Stated
from declutter.patterns import pattern
from declutter.segment.sound import sound

# Longer values are cut, and more of them than anybody means are left out: a page may claim a hundred thousand.
_LONGEST, _MOST = 5000, 60
_TAGS = pattern(r"<[a-zA-Z/!][^<>]{0,300}>")


class Claims:
    """Gathers values by field, in the order in which they are to be believed."""

    def __init__(self) -> None:
        self._claims: dict[str, dict[str, Stated]] = {}

    def add(self, field: str, value: object, source: str) -> None:
        """Note a value, if it is a text with something in it; the first source of a value counts."""
        own = self._claims.setdefault(field, {})
        if isinstance(value, str) and len(own) < _MOST:
            text = _plain(value)
            if text:
                own.setdefault(text, Stated(text, source))

    def of(self, field: str) -> tuple[Stated, ...]:
        """The values of a field."""
        return tuple(self._claims.get(field, {}).values())


def _plain(value: str) -> str:
    """A text on one line, without markup: some declare what they show, tags and all."""
    text = unescape(value[:_LONGEST])
    return " ".join(sound(_TAGS.sub(" ", text) if "<" in text else text).split())
