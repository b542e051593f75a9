"""Blocks that say what another block of the page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from declutter.filters.base import Sign
from declutter.model import Document

_FEW = 2
# From so many words on, a repetition is the page's own text given twice (a teaser, a second layout).
_LABEL_WORDS = 8


def repeats(document: Document) -> Iterator[Sign]:
    """Blocks that say what another block of the page says.

    What it catches:
        Buttons, labels and hints that stand below every item or in every form of a page.
    Why it is noise:
        Templates repeat themselves, authors seldom do.
    When it is wrong:
        A refrain, an interview's "Yes.", cells of a table: whole sentences and rows therefore weigh little or nothing.

    Example:
        ``Share this`` three times on a page
    """
    counts = Counter(reading.tokens for reading in document.readings)
    for block, reading in zip(document.blocks, document.readings, strict=True):
        times = counts[reading.tokens]
        if times < _FEW or not reading.tokens or block.kind in ("table-row", "preformatted"):
            continue
        size = "label" if reading.words < _LABEL_WORDS else "line"
        ending = "sentence" if reading.ends == "sentence" else "open"
        often = "twice" if times == _FEW else "often"
        yield Sign(block.index, f"repeats.{size}.{ending}.{often}", f"{times} times")
