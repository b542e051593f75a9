"""How the prose of a page is spread over the elements around a block: what several filters ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from declutter.elements import Element, Holding
from declutter.model import Block, Reading

# The best container is the smallest element with this share of the page's prose.
_MOST = 0.6
# Inside a heading stand a link and some emphasis.
_IN_HEADING = 6


def holdings_of(
    elements: Sequence[Element], blocks: Sequence[Block], readings: Sequence[Reading], claimed: Iterable[int]
) -> tuple[Holding, ...]:
    """What each element holds.

    Args:
        elements: A page's elements.
        blocks: Its blocks.
        readings: One reading a block.
        claimed: The blocks that known wording claims: no prose, however they read.
    """
    unclaimed = set(range(len(blocks))).difference(claimed)
    words = _sums(reading.words for reading in readings)
    prose = _sums(reading.words if reading.prose and i in unclaimed else 0 for i, reading in enumerate(readings))
    chars = _sums(len(block.visible) for block in blocks)
    linked = _sums(block.link_chars for block in blocks)
    total = max(1, prose[-1])
    # Elements inside one another often hold the same blocks.
    known: dict[tuple[int, int], Holding] = {}
    for bounds in ((element.first, element.end) for element in elements):
        if bounds not in known:
            first, end = bounds
            own = prose[end] - prose[first]
            density = (linked[end] - linked[first]) / max(1, chars[end] - chars[first])
            known[bounds] = Holding(words[end] - words[first], own, own / total, min(1.0, density))
    return tuple([known[element.first, element.end] for element in elements])


def _sums(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def wider(elements: Sequence[Element]) -> list[int]:
    """For each element the smallest one around it that holds more blocks; -1 when there is none."""
    wide: list[int] = []
    for element in elements:
        place = element.parent
        around = elements[place] if place >= 0 else None
        # What holds the same blocks has been asked before.
        same = around is not None and around.first == element.first and around.end == element.end
        wide.append(wide[place] if same else place)
    return wide


def around(elements: Sequence[Element], place: int) -> Iterator[Element]:
    """An element and those around it, from the inside out."""
    while place >= 0:
        yield elements[place]
        place = elements[place].parent


def is_first_level(elements: Sequence[Element], block: Block) -> bool:
    """Whether a heading is one of the first level."""
    return any(element.tag == "h1" for element in islice(around(elements, block.element), _IN_HEADING))


def best_container(elements: Sequence[Element], holdings: Sequence[Holding]) -> int:
    """The smallest element that holds most of the page's prose; -1 when there is no prose."""
    best = -1
    for place, holding in enumerate(holdings):
        if holding.prose and holding.share >= _MOST and elements[place].parent == best:
            best = place
    return best
