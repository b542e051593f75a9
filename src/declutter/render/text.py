"""The main text, and what was dropped, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from declutter.filters.headline import headline_text
from declutter.model import Block, Result, Verdict

_GAP = "\n\n"
# In HTML, blocks of these kinds stand close together when they follow one another.
_CLOSE = ("list-item", "table-row")


def main_text(result: Result) -> str:
    """The kept blocks. In text and Markdown nothing is rewritten.

    Every kept block is a slice of the source, and between two that stand side by side there the source's own
    separator stays; where something between them was dropped, there is one blank line.
    """
    return _joined(result, result.kept)


def dropped_text(result: Result) -> str:
    """The dropped blocks, by the same rules."""
    return _joined(result, result.dropped)


def title(result: Result) -> str | None:
    """The headline: the block that agrees with what the page declares, or else what it declares, or else None.

    Where the page declares nothing, as flattened text does, it is the block that was found to be the headline.
    """
    if result.document.declared.titles:
        return headline_text(result.document)
    for verdict in result.verdicts:
        # A block that only took the category over from its neighbours is no headline.
        if verdict.category == "headline" and any(row.filter == "headline" for row in verdict.evidence):
            return " ".join(verdict.block.visible.split())
    return result.document.title


def _joined(result: Result, verdicts: Iterable[Verdict]) -> str:
    separator = _html_separator if result.document.media == "html" else _source_separator(result.document.source)
    parts: list[str] = []
    last: Block | None = None
    for block in (verdict.block for verdict in verdicts):
        if last is not None:
            parts.append(separator(last, block) if block.index == last.index + 1 else _GAP)
        parts.append(block.text)
        last = block
    return "".join(parts)


def _source_separator(source: str) -> Callable[[Block, Block], str]:
    def separator(before: Block, after: Block) -> str:
        assert before.span is not None
        assert after.span is not None
        return source[before.span[1] : after.span[0]]

    return separator


def _html_separator(before: Block, after: Block) -> str:
    return "\n" if before.kind == after.kind and after.kind in _CLOSE else _GAP
