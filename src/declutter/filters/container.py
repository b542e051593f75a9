"""How much of the page's prose the elements around a block hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from declutter.containers import best_container, wider
from declutter.elements import Element
from declutter.filters.base import PlainSign
from declutter.model import Document

_SHARES = (0.0001, 0.05, 0.2, 0.5, 0.8)
_SHARE_NAMES = ("none", "trace", "little", "some", "most", "all")
_DENSITIES = (0.02, 0.2, 0.5, 0.8)
_DENSITY_NAMES = ("none", "few", "some", "half", "all")
# So many of the elements around a block are looked at, each with more blocks than the one inside it.
_LEVELS = 4
_DEPTHS = (1, 2, 4)
# Distances in blocks from the edges of the best container.
_EDGES = (1, 2, 4, 10)
_EDGE_NAMES = ("first", "second", "near", "off", "far")
_DEPTH_NAMES = ("at", "in", "deep", "deeper")


def container(document: Document) -> Iterator[PlainSign]:
    """How much of the page's prose the elements around a block hold, and how much of them is links.

    What it catches:
        Blocks in boxes without prose and full of links; what stands outside the smallest element that holds most of
        the page's prose.
    Why it is noise:
        Templates give the article an element of its own, and boxes, bars and lists theirs.
    When it is wrong:
        Pages without prose, and pages that give each part of an article the element of a box.

    Example:
        ``<div><p><a href="/">Harbour</a></p><p><a href="/market">Market</a></p></div>`` beside the article's element
    """
    elements, holdings = document.elements, document.holdings
    if not elements:
        return
    best = best_container(elements, holdings)
    wide = wider(elements)
    # Siblings have the same elements around them.
    facts: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for block in document.blocks:
        index, place = block.index, block.element
        around = wide[place], _standing(elements[place], elements[best]) if best >= 0 else ""
        if around not in facts:
            facts[around] = list(_facts(document, _chain(wide, around[0]), around[1], best))
        for reason, match in facts[around]:
            yield index, reason, match, ""
        if best >= 0:
            yield index, f"container.{_edge(index, elements[best])}", elements[best].xpath, ""


def _edge(block: int, best: Element) -> str:
    """How far a block is from the nearer edge of the best container."""
    if block < best.first:
        return f"above.{_EDGE_NAMES[bisect_right(_EDGES, best.first - block)]}"
    if block >= best.end:
        return f"below.{_EDGE_NAMES[bisect_right(_EDGES, block - best.end + 1)]}"
    if block - best.first <= best.end - 1 - block:
        return f"top.{_EDGE_NAMES[bisect_right(_EDGES, block - best.first)]}"
    return f"bottom.{_EDGE_NAMES[bisect_right(_EDGES, best.end - 1 - block)]}"


def _standing(element: Element, best: Element) -> str:
    """Whether an element is ``in`` the best container, or begins ``before`` or ``behind`` its beginning."""
    if element.first >= best.first and element.end <= best.end:
        return "in"
    return "before" if element.first < best.first else "behind"


def _chain(wide: Sequence[int], place: int) -> list[int]:
    """An element and those around it, each with more blocks than the one inside it."""
    chain: list[int] = []
    while place >= 0 and len(chain) < _LEVELS + 8:
        chain.append(place)
        place = wide[place]
    return chain


def _facts(document: Document, chain: Sequence[int], standing: str, best: int) -> Iterator[tuple[str, str]]:
    """What the elements around a block hold, and how far it is from the best container."""
    elements, holdings = document.elements, document.holdings
    for level, around in enumerate(chain[:_LEVELS], 1):
        holding = holdings[around]
        share = _SHARE_NAMES[bisect_right(_SHARES, holding.share)]
        density = _DENSITY_NAMES[bisect_right(_DENSITIES, holding.density)]
        yield f"container.{level}.prose.{share}", f"{holding.share:.0%} of the prose in {elements[around].xpath}"
        yield f"container.{level}.links.{density}", f"{holding.density:.0%} links in {elements[around].xpath}"
    if best < 0:
        return
    first, end = elements[best].first, elements[best].end
    if standing == "in":
        depth = sum(elements[around].first > first or elements[around].end < end for around in chain)
        yield f"container.best.{_DEPTH_NAMES[bisect_right(_DEPTHS, depth)]}", elements[best].xpath
    else:
        up = next(
            (i for i, around in enumerate(chain) if elements[around].first <= first and elements[around].end >= end), 9
        )
        yield f"container.{standing}.{_DEPTH_NAMES[bisect_right(_DEPTHS, up)]}", elements[best].xpath
