"""Blocks that say what another block of the page says."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import PlainSign
from declutter.model import Document

_FEW = 2
# From so many words on, a repetition is the page's own text given twice (a teaser, a second layout).
_LABEL_WORDS = 8


def repeats(document: Document) -> Iterator[PlainSign]:
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
    alike: dict[tuple[str, ...], list[int]] = {}
    for i, reading in enumerate(document.readings):
        alike.setdefault(reading.tokens, []).append(i)
    for tokens, indices in alike.items():
        times = len(indices)
        if times < _FEW or not tokens:
            continue
        often = "twice" if times == _FEW else "often"
        for i in indices:
            if document.blocks[i].kind not in ("table-row", "preformatted"):
                reading = document.readings[i]
                size = "label" if reading.words < _LABEL_WORDS else "line"
                ending = "sentence" if reading.ends == "sentence" else "open"
                yield i, f"repeats.{size}.{ending}.{often}", f"{times} times", ""
