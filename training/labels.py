"""How much of each block is main text, by the page's gold."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.metrics import tokens
from benchmarks.pages import Page

# So many words in a row are found in the gold by more than chance.
_RUN = 4
# A segment this long is told from others by any part of it.
_TELLING = 25


def labels_of(page: Page, texts: Sequence[str]) -> list[float | None]:
    """For each block the share of its words that are main text, 0 to 1; None where nobody knows.

    Words count that stand in a run of four which the gold has as well, across the borders of blocks, too. A block
    shorter than that must be a line of the gold by itself or lie in such a run as a whole.

    Args:
        page: The page with its gold.
        texts: The blocks as readers see them, in order.
    """
    return _by_segments(page, texts) if page.gold is None else list(_by_text(page.gold, texts))


def _by_text(gold: str, texts: Sequence[str]) -> list[float]:
    blocks = [tokens(text) for text in texts]
    stream = [word for words in blocks for word in words]
    known = _runs(tokens(gold))
    lines = {tuple(tokens(line)) for line in gold.splitlines()}
    covered = bytearray(len(stream))
    for i in range(len(stream) - _RUN + 1):
        if tuple(stream[i : i + _RUN]) in known:
            covered[i : i + _RUN] = b"\x01" * _RUN
    shares, start = [], 0
    for words in blocks:
        share = sum(covered[start : start + len(words)]) / max(1, len(words))
        start += len(words)
        if len(words) < _RUN:
            share = float(bool(words) and (share == 1 or tuple(words) in lines))
        shares.append(share)
    return shares


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _by_segments(page: Page, texts: Sequence[str]) -> list[float | None]:
    wanted, unwanted = ([_spaced(segment) for segment in some] for some in (page.wanted, page.unwanted))
    return [
        1.0 if _touches(text, wanted) else 0.0 if _touches(text, unwanted) else None for text in map(_spaced, texts)
    ]


def _touches(text: str, segments: Sequence[str]) -> bool:
    return bool(text) and any(
        segment in text or text == segment or (len(text) >= _TELLING and text in segment) for segment in segments
    )


def _spaced(text: str) -> str:
    return " ".join(text.split()).lower()
