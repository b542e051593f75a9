"""What kind of page a block is on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from declutter.filters.base import PlainSign
from declutter.model import Document
from declutter.page_type import guess_page_type

_LINKED = 0.6
# A guess less probable than this says nothing.
_UNSURE = 0.4
# Words of prose on the page, in steps.
_AMOUNTS = (30, 150, 500, 1500)
_AMOUNT_NAMES = ("no-prose", "little-prose", "some-prose", "much-prose", "most-prose")


def page(document: Document) -> Iterator[PlainSign]:
    """What kind of page a block is on.

    What it catches:
        Links and lines on the page of an article, prose about the shop on a listing.
    Why it is noise:
        On a listing the linked titles are what the reader came for, in an article they are other articles.
    When it is wrong:
        When the guess of the kind is wrong; it says how probable it is.

    Example:
        ``<p><a href="/a">Ferry to run all winter</a></p>`` on a page that is an article
    """
    if not document.elements:
        return
    kind, probability = guess_page_type(document)
    if probability < _UNSURE:
        kind = "unsure"
    prose = sum(reading.words for reading in document.readings if reading.prose)
    amount = _AMOUNT_NAMES[bisect_right(_AMOUNTS, prose)]
    guess, words = f"{kind}, {probability:.0%} sure", f"{prose} words of prose"
    reasons = {sort: (f"page.{kind}.{sort}", f"page.{amount}.{sort}") for sort in ("prose", "linked", "line")}
    for block, reading in zip(document.blocks, document.readings, strict=True):
        by_kind, by_amount = reasons[
            "prose" if reading.prose else "linked" if block.link_density >= _LINKED else "line"
        ]
        yield block.index, by_kind, guess, ""
        yield block.index, by_amount, words, ""
