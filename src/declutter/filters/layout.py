"""What stands unclaimed outside the stretch of a page where its prose is."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.model import Document

# Below one of these, within so many blocks, stands what belongs to it: options, cells, titles of newsletters.
_HEADS = frozenset(
    "poll tag-list weather toc-link live-ticker form-hint newsletter commerce login comment-form counter".split()
)
_REACH = 4
# From so many words on a link is the title of another page, below the name of a part of the site.
TITLE_WORDS = 5
_ALL_LINKED = 0.9


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


def linked(document: Document) -> Iterator[tuple[int, int]]:
    """The blocks that are nothing but links, and how many words each has."""
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if block.link_chars and block.kind != "preformatted" and block.link_density >= _ALL_LINKED:
            yield block.index, reading.words
