"""Blocks that stand in elements of the same path: one template made them all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from declutter.elements import Element
from declutter.filters.base import PlainSign
from declutter.model import Document

_FEWEST = 3
_SIZES = (3, 8, 15, 30)
_SIZE_NAMES = ("labels", "lines", "sentences", "teasers", "paragraphs")
_DENSITIES = (0.05, 0.5)
_DENSITY_NAMES = ("plain", "mixed", "linked")
_SHARES = (0.0001, 0.1, 0.5)
_SHARE_NAMES = ("none", "little", "some", "most")


def kin(document: Document) -> Iterator[PlainSign]:
    """Blocks by what all blocks of the same path of elements and names have in common.

    What it catches:
        Lines, buttons and bylines that one template made, wherever they stand; and the paragraphs that the page's
        prose is made of, with the few short ones among them.
    Why it is noise:
        A template puts things of one kind in one place (wrapper induction: Crescenzi, Mecca and Merialdo 2001).
    When it is wrong:
        Pages without names, where everything is a ``p`` in a ``div``.

    Example:
        ``<p class="time">Tuesday, 9 May</p>`` three times or more on a page
    """
    if not document.elements:
        return
    paths = _paths(document.elements)
    members: dict[int, list[int]] = {}
    for block in document.blocks:
        members.setdefault(paths[block.element], []).append(block.index)
    prose = [reading.words if reading.prose else 0 for reading in document.readings]
    total = max(1, sum(prose))
    for indices in members.values():
        if len(indices) < _FEWEST:
            continue
        words = sum(document.readings[i].words for i in indices) / len(indices)
        chars = sum(len(document.blocks[i].visible) for i in indices)
        density = sum(document.blocks[i].link_chars for i in indices) / max(1, chars)
        share = sum(prose[i] for i in indices) / total
        reason = (
            f"kin.{_SIZE_NAMES[bisect_right(_SIZES, words)]}.{_DENSITY_NAMES[bisect_right(_DENSITIES, density)]}"
            f".{_SHARE_NAMES[bisect_right(_SHARES, share)]}"
        )
        match = f"{len(indices)} like {document.elements[document.blocks[indices[0]].element].xpath}"
        for i in indices:
            yield i, reason, match, ""


def _paths(elements: Sequence[Element]) -> list[int]:
    """A number for each element: the same for elements of the same tags and names all the way up."""
    numbers: dict[tuple[int, str, tuple[str, ...]], int] = {}
    paths: list[int] = []
    for element in elements:
        above = paths[element.parent] if element.parent >= 0 else -1
        paths.append(numbers.setdefault((above, element.tag, element.names[:2]), len(numbers)))
    return paths
