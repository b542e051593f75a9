"""Size and links of a block together with the part of the page that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from declutter.containers import best_container
from declutter.filters.base import PlainSign
from declutter.model import Document

_SIZES = (4, 10, 25)
_SIZE_NAMES = ("label", "line", "sentence", "paragraph")
_DENSITIES = (0.02, 0.6)
_DENSITY_NAMES = ("plain", "mixed", "linked")


def place(document: Document) -> Iterator[PlainSign]:
    """Size and links of a block together with the part of the page that it stands in.

    What it catches:
        Labels and links anywhere but in the element that holds most of the page's prose; there a short line may be an
        entry of a list or a sub-heading.
    Why it is noise:
        The same three words are a button in one place and an answer in another.
    When it is wrong:
        Pages whose text is in several elements.

    Example:
        ``<li><a href="/market">Market</a></li>`` beside and inside the article's element
    """
    if not document.elements:
        return
    best = best_container(document.elements, document.holdings)
    bounds = (document.elements[best].first, document.elements[best].end) if best >= 0 else (0, 0)
    stretch = document.stretch or (0, -1)
    # Most blocks are as long and as linked as another one.
    shapes: dict[tuple[int, bool, float], tuple[str, str]] = {}
    for block, reading in zip(document.blocks, document.readings, strict=True):
        inside = bounds[0] <= block.index < bounds[1]
        within = stretch[0] <= block.index <= stretch[1]
        where = (
            "no-prose" if best < 0 else "core" if inside and within else "in" if inside else "amid" if within else "out"
        )
        density = block.link_density
        shape = reading.words, reading.prose, density
        if shape not in shapes:
            shapes[shape] = _shape(reading.words, density, prose=reading.prose)
        reason, match = shapes[shape]
        yield block.index, f"place.{where}.{reason}", match, ""
        yield block.index, f"place.{where}.{block.kind}", f"<{document.elements[block.element].tag}>", ""


def _shape(words: int, density: float, *, prose: bool) -> tuple[str, str]:
    """Size and links of a block, as a reason and as what is shown."""
    size = "prose" if prose else _SIZE_NAMES[bisect_right(_SIZES, words)]
    return f"{size}.{_DENSITY_NAMES[bisect_right(_DENSITIES, density)]}", f"{words} words, {density:.0%} links"
