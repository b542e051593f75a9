"""Search boxes and their hints."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def search_ui(document: Document) -> Iterator[Sign]:
    """Search boxes, their buttons, hints and messages.

    What it catches:
        The label and button of a search box, what it suggests, and what it says when nothing is
        found.
    Why it is noise:
        They operate the site's search and tell nothing.
    When it is wrong:
        A section of a manual or of a story that is called no more than that.

    Example:
        ``Search``
    """
    yield from wording(document, "search-ui")
