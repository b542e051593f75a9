"""Menus and section names."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.filters.layout import link_titles, unclaimed_outside
from declutter.model import Document

# Names of sections have so many words.
_MOST_WORDS = 3


def navigation(document: Document) -> Iterator[Sign]:
    """Menus and names of sections.

    What it catches:
        Items of menus one a line, and whole menus flattened into a row; and outside the stretch where prose is
        dense, labels of a few words that no wording claims; and lines that are one short link.
    Why it is noise:
        They are the same on every page of the site and lead elsewhere.
    When it is wrong:
        A sub-heading of one word that is also the name of a section, such as a recipe's or a
        report's.

    Example:
        ``Home``
    """
    yield from wording(document, "navigation")
    for i in unclaimed_outside(document):
        reading = document.readings[i]
        if 1 <= reading.words <= _MOST_WORDS and reading.ends == "open" and reading.cased[0][0].isupper():
            yield Sign(i, "navigation.label", "", "navigation")
    for i, kind in link_titles(document):
        if kind == "menu":
            yield Sign(i, "navigation.link", "", "navigation")
