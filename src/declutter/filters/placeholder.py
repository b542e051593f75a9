"""Loading notes, dummy text, missing images."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document
from declutter.patterns import pattern

# Longer rows of dashes are drawn on purpose.
_LONGEST = 40
# "[object Object]"
_MOST_WORDS = 2
# What scripts print for nothing.
_EMPTY = pattern(r"(?i)[.…⋯·\-–—_\s]{1,40}|null|undefined|NaN|\[object Object\]")


def placeholder(document: Document) -> Iterator[Sign]:
    """Loading notes, dummy text and stand-ins for missing images.

    What it catches:
        Notes that something is still loading, dummy text, and values that a script left empty.
    Why it is noise:
        They stand where something should have been and was not.
    When it is wrong:
        A line of dots or dashes with which the author divides the text.

    Example:
        ``undefined``
    """
    yield from wording(document, "placeholder")
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if len(reading.tokens) > _MOST_WORDS:
            continue
        if len(block.visible) <= _LONGEST and block.kind == "paragraph" and _EMPTY.fullmatch(block.visible):
            yield Sign(block.index, "placeholder.empty", block.visible, "placeholder")
