"""Addresses, telephone numbers and tip lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

if TYPE_CHECKING:
    from regex import Match

# A label and a number.
_LONGEST = 80
# Bounded, so that no text takes long.
_EMAIL = pattern(r"[\w.+-]{1,64}+@[\w-]{1,63}+\.[\w.-]{2,63}")
# With a country's or an area's prefix; other rows of digits are numbers of other things.
_TELEPHONE = pattern(r"(?<![^\s:(])(?:\+\d|\(?0\d|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})[\d ()./-]{0,18}+")
# ITU-T E.164 allows fifteen.
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
# Single letters ("T", "F", "E") are labels.
_WORD = pattern(r"\p{L}{2,}")
# "Tel", "Write to us"; with more words it is a sentence about somebody's number.
_MOST_WORDS_BESIDE = 3
# Numbers of books look like telephone numbers.
_OTHER_NUMBERS = ("ISBN", "ISSN", "DOI")


def contact(document: Document) -> Iterator[Sign]:
    """Addresses, telephone numbers and tip lines.

    What it catches:
        Calls to write or ring, and short lines that are an e-mail address or a telephone number.
    Why it is noise:
        They tell how to reach the publisher.
    When it is wrong:
        A help line or a box office that the text is about.

    Example:
        ``Tel: +44 20 7946 0958``
    """
    yield from wording(document, "contact")
    for block in blocks_with(document, "@0"):
        text = block.visible
        if len(text) > _LONGEST or block.kind not in ("paragraph", "list-item"):
            continue
        if "@" in text and not text.startswith("@"):
            address = _EMAIL.search(text)
        elif sum(map(str.isdigit, text)) >= _FEWEST_DIGITS:
            address = _telephone(text, document.readings[block.index].tokens)
        else:
            continue
        if address and document.readings[block.index].ends != "sentence":
            beside = text[: address.start()] + " " + text[address.end() :]
            alone = len(_WORD.findall(beside)) <= _MOST_WORDS_BESIDE
            yield Sign(block.index, f"contact.{'address' if alone else 'mention'}", address[0].strip(), "contact")


def _telephone(text: str, tokens: tuple[str, ...]) -> Match[str] | None:
    """The telephone number in a text, if it has one and no date or number of a book."""
    if "{date}" in tokens or any(name in text for name in _OTHER_NUMBERS):
        return None
    match = _TELEPHONE.search(text)
    digits = sum(map(str.isdigit, match[0])) if match else 0
    return match if _FEWEST_DIGITS <= digits <= _MOST_DIGITS else None
