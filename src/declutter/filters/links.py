"""How much of a block is link text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from declutter.filters.base import PlainSign
from declutter.model import Document

_DENSITIES = (0.001, 0.2, 0.5, 0.9)
_DENSITY_NAMES = ("none", "few", "some", "half", "all")
# Links in a paragraph of so many words are sources; in a shorter block they are the way to them.
_LONG_WORDS = 15


def links(document: Document) -> Iterator[PlainSign]:
    """How much of a block is link text.

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
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if block.kind != "preformatted":
            size = "long" if reading.words >= _LONG_WORDS else "short"
            if not block.link_chars:
                yield block.index, f"links.none.{size}", "0% link text", ""
                continue
            density = block.link_density
            name = _DENSITY_NAMES[bisect_right(_DENSITIES, density)]
            yield block.index, f"links.{name}.{size}", f"{density:.0%} link text", ""
