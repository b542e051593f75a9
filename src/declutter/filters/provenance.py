"""Where the text comes from."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def provenance(document: Document) -> Iterator[Sign]:
    """Where the text comes from, and who reported and edited it.

    What it catches:
        Notes on first publication, credits of agencies, and lines that name reporters and editors.
    Why it is noise:
        They are facts about the text, set apart from it.
    When it is wrong:
        A source given under a table or a quotation, which the text needs.

    Example:
        ``This story was first published by The Harbour Gazette``
    """
    return wording(document, "provenance")
