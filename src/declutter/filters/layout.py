"""The layout of a page in one dimension: where its prose is, and what stands unclaimed outside of it."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.model import Document

# What a block adds to a stretch: a paragraph its words, up to a limit so that one giant does not outweigh
# an article; anything else a loss, which is smaller the more words it has.
_MOST_GAINED = 80
_LOSS = 8
# Below one of these, within so many blocks, stands what belongs to it: options, cells, titles of newsletters.
_HEADS = frozenset(
    "poll tag-list weather toc-link live-ticker form-hint newsletter commerce login comment-form counter".split()
)
_REACH = 4


def densest_stretch(document: Document) -> tuple[int, int] | None:
    """The first and last block of the stretch where prose is densest; None when there is no prose.

    It is the stretch of greatest sum when prose counts for and everything else against (Pasternack and Roth 2009,
    "Extracting article text from the web with maximum subsequence segmentation").
    """
    spoken_for = {hit.block for hits in document.hits.values() for hit in hits if hit.how not in ("contains", "cues")}
    best, bounds = 0, None
    total, first = 0, 0
    for i, reading in enumerate(document.readings):
        if total <= 0:
            total, first = 0, i
        counts = reading.prose and i not in spoken_for
        total += min(reading.words, _MOST_GAINED) if counts else min(0, reading.words - _LOSS)
        if total > best:
            best, bounds = total, (first, i)
    return bounds


def unclaimed_outside(document: Document) -> Iterator[int]:
    """The blocks outside the densest stretch that no wording speaks of and that belong to no box above them."""
    stretch = densest_stretch(document)
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
