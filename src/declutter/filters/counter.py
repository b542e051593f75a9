"""Numbers of views, shares, likes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

_BARE_COUNT = pattern(r"[(\[]?\d{1,3}(?:[.,]\d+)?\s?[KkMm]?\+?[)\]]?")


def counter(document: Document) -> Iterator[Sign]:
    """Numbers of views, shares, likes and comments.

    What it catches:
        "1.2K views", "14 shares", "37 comments", and bare numbers that stand alone as blocks.
    Why it is noise:
        They measure the page's success and change by the minute.
    When it is wrong:
        A number alone on its line that belongs to the text: a score, a step, a cell of a table.

    Example:
        ``37 comments``
    """
    yield from wording(document, "counter")
    for block in blocks_with(document, "0"):
        if len(block.text) <= 10 and block.kind == "paragraph" and _BARE_COUNT.fullmatch(block.text):
            yield Sign(block.index, "counter.bare", block.text, "counter")
