"""Prices, carts and shop promotions."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# A button or a tag.
_LONGEST = 60
# One more than six: the sign of the currency is counted as a word.
_MOST_WORDS = 7
# Currencies written with letters.
_CODES = r"(?:USD|EUR|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|kr|zł|Kč|Ft|lei)"
# "$5M", "$5 million", "$7 an hour", "$5-a-day", "$400+" are said, not charged.
_NOT_SAID = r"(?!\p{L}|\s\p{Ll}|[-–]\p{Ll}|\s?[%+])"
_PRICE = pattern(
    rf"(?:\p{{Sc}}|\b{_CODES}\s)\s?\d[\d.,]*+{_NOT_SAID}|(?<![\d.,])\d[\d.,]*+(?<=\d)\s?(?:\p{{Sc}}|{_CODES}\b){_NOT_SAID}"
)
# The cheap test: whether there is any currency at all.
_MONEY = pattern(rf"\p{{Sc}}|{_CODES}")
# In lists of things the text names each with its price; a price alone is a shop's.
_MOST_WORDS_IN_LIST = 2


def commerce(document: Document) -> Iterator[Sign]:
    """Prices, carts and shop promotions.

    What it catches:
        Buttons and notes of shops, and short lines with a price.
    Why it is noise:
        They sell something, beside a text that does not.
    When it is wrong:
        A shop's own page, or a list of things with their prices that the text is about.

    Example:
        ``Now £7``
    """
    yield from wording(document, "commerce")
    for block in blocks_with(document, "0"):
        text = block.visible
        if len(text) > _LONGEST or block.kind not in ("paragraph", "list-item") or not _MONEY.search(text):
            continue
        reading = document.readings[block.index]
        most = _MOST_WORDS if block.kind == "paragraph" else _MOST_WORDS_IN_LIST
        if reading.words <= most and reading.ends == "open" and (match := _PRICE.search(text)):
            yield Sign(block.index, "commerce.price", match[0], "commerce")
