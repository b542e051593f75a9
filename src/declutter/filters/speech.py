"""Lines of a dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from declutter.filters.base import Sign
from declutter.model import Document

# Much of Europe opens what is said with one of these and a blank.
_DASHES = ("–", "—", "―")
# A dialogue has so many lines, not farther apart than that, and one of them asks something.
_FEWEST = 4
_APART = 3


def speech(document: Document) -> Iterator[Sign]:
    """Lines of a dialogue that wording claims.

    What it catches:
        Lines that open with a dash and end as sentences do, where several stand together and one asks: evidence for
        content.
    Why it is noise:
        It is not: characters say "Sign here" and "Required field" without asking the reader for anything.
    When it is wrong:
        A shop's list of promises, each with a dash and a full stop, among them a question.

    Example:
        ``– First name?`` between ``– Come in.`` and ``– The same as yesterday.``
    """
    for talk in _talks(document):
        if len(talk) >= _FEWEST and any(document.readings[i].question for i in talk):
            for i in talk:
                if i in document.claimed:
                    yield Sign(i, "speech.line", document.blocks[i].visible[0])


def _talks(document: Document) -> Iterator[Sequence[int]]:
    """The lines of each dialogue."""
    talk: list[int] = []
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if block.visible.startswith(_DASHES) and reading.ends == "sentence" and not block.link_chars:
            if talk and block.index - talk[-1] > _APART:
                yield talk
                talk = []
            talk.append(block.index)
    yield talk
