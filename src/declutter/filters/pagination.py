"""Page numbers, previous and next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# Some twenty numbers; longer rows are data.
_LONGEST = 80
# Four digits are years.
_NUMBER = pattern(r"\d{1,3}")
# No dash: "10 – 12" is a range or a score.
_MARK = pattern(r"[«»‹›<>←→…⋯|·]{1,3}|\.{2,3}")


def pagination(document: Document) -> Iterator[Sign]:
    """Page numbers, and links to the previous and the next page.

    What it catches:
        The words around page numbers, and rows of nothing but page numbers, arrows and dots.
    Why it is noise:
        They lead to other pages.
    When it is wrong:
        A row of rising numbers that the text is about, such as a counting rhyme.

    Example:
        ``1 2 3 … 10``
    """
    yield from wording(document, "pagination")
    for block in blocks_with(document, "0"):
        text = block.visible
        if (
            len(text) <= _LONGEST
            and block.kind in ("paragraph", "list-item")
            and not any(char.isalpha() for char in text)
            and _is_row_of_pages(text.split())
        ):
            yield Sign(block.index, "pagination.numbers", text, "pagination")


def _is_row_of_pages(pieces: list[str]) -> bool:
    """Whether pieces are rising numbers, two of them neighbours, that begin with 1 or have arrows or dots."""
    if not all(_NUMBER.fullmatch(piece) or _MARK.fullmatch(piece) for piece in pieces):
        return False
    numbers = [int(piece) for piece in pieces if piece.isdecimal()]
    steps = [after - before for before, after in pairwise(numbers)]
    return 1 in steps and min(steps) > 0 and (numbers[0] == 1 or len(numbers) < len(pieces))
