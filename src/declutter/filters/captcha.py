"""Proofs of being human."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# Two small numbers.
_LONGEST = 16
# Nobody is asked for more than a sum or a product of small numbers.
_SUM = pattern(r"\d{1,2}\s?[-+−–×xX*]\s?\d{1,2}\s?=\s?[?_]{0,3}")


def captcha(document: Document) -> Iterator[Sign]:
    """Proofs of being human.

    What it catches:
        Questions and notes that keep machines out, and small sums to be solved.
    Why it is noise:
        They guard a form or the page, and tell nothing.
    When it is wrong:
        A sheet of exercises in arithmetic.

    Example:
        ``3 + 4 =``
    """
    yield from wording(document, "captcha")
    for block in blocks_with(document, "="):
        text = block.visible
        if len(text) <= _LONGEST and block.kind == "paragraph" and _SUM.fullmatch(text):
            yield Sign(block.index, "captcha.sum", text, "captcha")
