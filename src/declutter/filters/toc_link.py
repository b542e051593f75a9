"""In-page tables of contents."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, boxed, wording
from declutter.model import Document


def toc_link(document: Document) -> Iterator[Sign]:
    """Headings and items of tables of contents within the page.

    What it catches:
        The title of the box that lists an article's sections, and the labels before its links.
    Why it is noise:
        The headings that it repeats stand in the text itself.
    When it is wrong:
        A book's or a report's own contents, given as part of the text.

    Example:
        ``In this article``
    """
    yield from wording(document, "toc-link")
    # Where links are marked, entries are links; lines without one are what the text lists.
    links_known = any(block.link_chars for block in document.blocks)
    for sign in boxed(document, "toc-link"):
        if document.blocks[sign.block].link_chars or not links_known:
            yield sign
