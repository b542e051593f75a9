"""What stands unclaimed outside the stretch of a page where its prose is."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.model import Document
from declutter.patterns import pattern

# Below one of these, within so many blocks, stands what belongs to it: options, cells, titles of newsletters.
_HEADS = frozenset(
    "poll tag-list weather toc-link live-ticker form-hint newsletter commerce login comment-form counter".split()
)
_REACH = 4
# From so many words on a link is the title of another page, below the name of a part of the site.
_TITLE_WORDS = 5
# A block with such a share of link text is a link.
ALL_LINKED = 0.9
_DIVIDER = pattern(r"\s[|•·▪/]\s")
_MARKED_LINK = "]("


def unclaimed_outside(document: Document) -> Iterator[int]:
    """The blocks outside the densest stretch that no wording speaks of and that belong to no box above them."""
    stretch = document.stretch
    if stretch is None:
        return
    heads = {hit.block: category for category, hits in document.hits.items() for hit in hits}
    head, distance = "", 0
    for i in range(len(document.blocks)):
        distance += 1
        if i in heads:
            head, distance = heads[i], 0
        elif not stretch[0] <= i <= stretch[1] and not (head in _HEADS and distance <= _REACH):
            yield i


def link_titles(document: Document) -> Iterator[tuple[int, str]]:
    """The blocks that are nothing but links, and whether they read like one long ``title`` or like a ``menu``."""
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if not block.link_chars or block.kind == "preformatted":
            continue
        # Between the links of a menu stand dividers and spaces.
        if block.link_density < ALL_LINKED and block.link_chars < ALL_LINKED * len(
            "".join(_DIVIDER.sub("", block.visible).split())
        ):
            continue
        is_title = reading.words >= _TITLE_WORDS and block.text.count(_MARKED_LINK) <= 1
        yield block.index, "title" if is_title and not _DIVIDER.search(block.visible) else "menu"
