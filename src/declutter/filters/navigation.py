"""Menus and section names."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def navigation(document: Document) -> Iterator[Sign]:
    """Menus and names of sections.

    What it catches:
        Items of menus one a line, and whole menus flattened into a row.
    Why it is noise:
        They are the same on every page of the site and lead elsewhere.
    When it is wrong:
        A sub-heading of one word that is also the name of a section, such as a recipe's or a
        report's.

    Example:
        ``Home``
    """
    return wording(document, "navigation")
