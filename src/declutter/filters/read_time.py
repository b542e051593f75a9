"""How long it takes to read."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def read_time(document: Document) -> Iterator[Sign]:
    """How long it takes to read the text.

    What it catches:
        Estimates in minutes beside the headline or the author's name.
    Why it is noise:
        They measure the text and are no part of it.
    When it is wrong:
        A line of a schedule that allots minutes to reading.

    Example:
        ``4 min read``
    """
    return wording(document, "read-time")
