"""How much of a block is link text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from declutter.filters.base import Sign
from declutter.model import Document

_DENSITIES = (0.001, 0.2, 0.5, 0.9)
_DENSITY_NAMES = ("none", "few", "some", "half", "all")
# How many blocks on each side are looked at for links.
_AROUND = 2


def links(document: Document) -> Iterator[Sign]:
    """How much of a block, and of the blocks around it, is link text.

    What it catches:
        Menus, lists of stories, tags, share bars: blocks that are links and little else.
    Why it is noise:
        A link's text names another page (link density: Gibson, Wellner and Lubar 2007; Kohlschütter et al. 2010).
    When it is wrong:
        Lists of references and resources are links, and are what the reader came for.

    Example:
        ``https://example.org/news``
    """
    if not any(block.link_chars for block in document.blocks):
        return  # without links nothing is known of links
    densities = [block.link_density for block in document.blocks]
    lengths = [len(block.visible) for block in document.blocks]
    for i, density in enumerate(densities):
        if document.blocks[i].kind == "preformatted":
            continue
        size = "long" if document.readings[i].words >= 15 else "short"
        name = _DENSITY_NAMES[bisect_right(_DENSITIES, density)]
        yield Sign(i, f"links.own.{name}.{size}", f"{density:.0%} link text")
        near = [j for j in range(max(0, i - _AROUND), min(len(lengths), i + _AROUND + 1)) if j != i]
        total = sum(lengths[j] for j in near)
        if total:
            around = sum(densities[j] * lengths[j] for j in near) / total
            yield Sign(i, f"links.around.{_DENSITY_NAMES[bisect_right(_DENSITIES, around)]}")
