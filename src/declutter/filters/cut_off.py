"""Furniture that was glued to a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from declutter.filters.base import Sign
from declutter.model import Block, Document

# A paragraph and what was cut off from it; a line of more blocks is a whole page.
_MOST_BLOCKS = 4


def cut_off(document: Document) -> Iterator[Sign]:
    """Known wording that was glued to a paragraph, and cut off from it.

    What it catches:
        In text, a block of known wording that stands on one line with a paragraph.
    Why it is noise:
        Converters glue a label to the paragraph beside it; no author puts one there.
    When it is wrong:
        A paragraph that opens with the name of a button and goes on after a full stop.

    Example:
        ``ADVERTISEMENT`` on one line with the paragraph behind it
    """
    if document.elements:
        return
    for line in _lines(document):
        unclaimed = [block for block in line if block.index not in document.claimed]
        if len(unclaimed) == 1 and len(line) <= _MOST_BLOCKS:
            for block in line:
                if block is not unclaimed[0]:
                    yield Sign(block.index, "cut-off.glued", unclaimed[0].visible[:40])


def _lines(document: Document) -> Iterator[Sequence[Block]]:
    """The blocks of each line that has several."""
    line: list[Block] = []
    for block in document.blocks:
        if line and not _on_one_line(document.source, line[-1].span, block.span):
            if len(line) > 1:
                yield line
            line = []
        line.append(block)
    if len(line) > 1:
        yield line


def _on_one_line(source: str, before: tuple[int, int] | None, behind: tuple[int, int] | None) -> bool:
    if before is None or behind is None:
        return False
    # Whatever ends lines ends them here, too; the stop stands for the second block.
    return len(f"{source[before[1] : behind[0]]}.".splitlines()) == 1
