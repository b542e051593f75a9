"""Appeals for support."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from declutter.filters.base import Sign, blocks_with, titled, wording
from declutter.model import Document
from declutter.patterns import pattern

# A row of buttons is shorter; what is longer is not worth taking apart.
_LONGEST = 80
# Whatever the currency.
_MONEY = pattern(r"\p{Sc}")
# A sign alone counts, too: "€ 5" is two pieces.
_AMOUNT = pattern(r"\p{Sc}?[\d.,]*\p{Sc}?")
# No dash: "$5–$10" is a range.
_BETWEEN = pattern(r"[\s,;/|·•]+")
# Two amounts are an old and a new price; a choice of gifts has three or more.
_LEAST_AMOUNTS = 3
# "Other", "Other amount".
_MOST_WORDS_AFTER = 2


def donation(document: Document) -> Iterator[Sign]:
    """Appeals for support and donations.

    What it catches:
        Boxes that ask for money, their buttons, and the row of amounts to choose from.
    Why it is noise:
        They ask for money for the publisher, on every page alike.
    When it is wrong:
        A charity's own page, or a list of prices that an author wrote without a word between them.

    Example:
        ``$5 $10 $25 Other``
    """
    yield from wording(document, "donation")
    yield from titled(document, "donation")
    for block in blocks_with(document, filter(_MONEY.match, document.marks)):
        if block.kind == "paragraph" and len(block.visible) <= _LONGEST and _only_amounts(block.visible):
            yield Sign(block.index, "donation.amounts", block.visible, "donation")


def _only_amounts(text: str) -> bool:
    """Whether a text is amounts of money in a row, with at most a short label behind them."""
    if len(_MONEY.findall(text)) < _LEAST_AMOUNTS:
        return False
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    amounts = list(takewhile(_AMOUNT.fullmatch, pieces))
    after = pieces[len(amounts) :]
    return (
        len(_MONEY.findall(" ".join(amounts))) >= _LEAST_AMOUNTS
        and len(after) <= _MOST_WORDS_AFTER
        and all(word.isalpha() for word in after)
    )
