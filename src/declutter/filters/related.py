"""Headings of other articles."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def related(document: Document) -> Iterator[Sign]:
    """Headings over lists of other articles.

    What it catches:
        The titles of boxes with more news, most-read lists and recommendations.
    Why it is noise:
        They announce other texts.
    When it is wrong:
        A bibliography, or an essay's own list of further reading.

    Example:
        ``You may also like``
    """
    return wording(document, "related")
