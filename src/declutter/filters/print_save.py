"""Print, save, copy the link."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def print_save(document: Document) -> Iterator[Sign]:
    """Buttons to print, save or bookmark, to copy the link, or to change the type size.

    What it catches:
        The tool bar beside a headline once its icons are gone and their labels are left.
    Why it is noise:
        They operate the page and tell nothing.
    When it is wrong:
        Step-by-step instructions that name such a button as a whole step.

    Example:
        ``Copy link``
    """
    return wording(document, "print-save")
