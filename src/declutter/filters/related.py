"""Headings and stubs of other articles."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, boxed, wording
from declutter.filters.layout import ALL_LINKED, link_titles, unclaimed_outside
from declutter.model import Document, Reading

# Headlines of other texts have so many words.
_FEWEST_WORDS, _MOST_WORDS = 4, 22


def related(document: Document) -> Iterator[Sign]:
    """Headings over lists of other articles, and their stubs.

    What it catches:
        The titles of boxes with more news, most-read lists and recommendations; and outside the stretch where prose
        is dense, lines as long as headlines that no wording claims; and lines that are one long link.
    Why it is noise:
        They announce other texts.
    When it is wrong:
        A bibliography, or an essay's own list of further reading.

    Example:
        ``You may also like``
    """
    yield from wording(document, "related")
    yield from boxed(document, "related")
    for i in unclaimed_outside(document):
        reading = document.readings[i]
        linked = document.blocks[i].link_density >= ALL_LINKED
        if (
            not linked
            and _FEWEST_WORDS <= reading.words <= _MOST_WORDS
            and _is_title(document.blocks[i].visible, reading)
        ):
            yield Sign(i, "related.stub", "", "related")
    for i, kind in link_titles(document):
        if kind == "title":
            yield Sign(i, "related.link", "", "related")


def _is_title(text: str, reading: Reading) -> bool:
    return reading.ends in ("open", "ellipsis") or text.endswith("?")
