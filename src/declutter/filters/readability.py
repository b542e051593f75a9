"""What readability-lxml takes for the article: a second opinion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from declutter.filters.base import Sign
from declutter.model import Document

# The second reading of a page costs several times the first; a larger page is not worth it.
_LONGEST = 1_000_000
_MOST_BLOCKS = 5_000
# Runs of so many words are compared; of shorter blocks, the words.
_RUN = 3
_IN = 0.55
_LINKED = 0.6


def readability(document: Document) -> Iterator[Sign]:
    """What readability-lxml takes for the article.

    What it catches:
        Blocks that a second, unlike method leaves out.
    Why it is noise:
        Two methods seldom err in the same place (stacking: Wolpert 1992).
    When it is wrong:
        Listings, shops and threads, of which readability keeps one part.

    Example:
        A sidebar of long teasers beside a short article
    """
    if document.media != "html" or len(document.source) > _LONGEST or len(document.blocks) > _MOST_BLOCKS:
        return
    words = _summary(document.source)
    if not words:
        return
    runs, single = set(_runs(words)), set(words)
    for block, reading in zip(document.blocks, document.readings, strict=True):
        own = _words(block.visible)
        share = _share(list(_runs(own)), runs) if len(own) > _RUN else _share(own, single)
        where = "in" if share >= _IN else "out"
        sort = "linked" if block.link_density >= _LINKED else "prose" if reading.prose else "line"
        yield Sign(block.index, f"readability.{where}.{sort}", f"{share:.0%} of it in readability's article")


def _summary(source: str) -> list[str]:
    """The words of the article as readability-lxml finds it; none when it fails."""
    from lxml import etree
    from readability import Document as Readable
    from readability.readability import Unparseable

    try:
        tree = etree.fromstring(Readable(source).summary(html_partial=True), etree.HTMLParser())
    except (Unparseable, etree.LxmlError, ValueError, TypeError, RecursionError, AttributeError, IndexError):
        return []
    return [] if tree is None else _words(" ".join(map(str, tree.itertext())))


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_RUN)), strict=False)


def _share(own: Sequence[object], of: set[tuple[str, ...]] | set[str]) -> float:
    return sum(one in of for one in own) / max(1, len(own))
