"""Calls to subscribe."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, titled, wording
from declutter.model import Document


def paywall(document: Document) -> Iterator[Sign]:
    """Calls to subscribe or to become a member in order to read.

    What it catches:
        Buttons, offers and notes that stand where the text is cut off or between its paragraphs.
    Why it is noise:
        They sell the text; they are no part of it, and are the same on every page.
    When it is wrong:
        A publisher's own announcement of its prices, in its own voice and in very short paragraphs.

    Example:
        ``Subscribe to continue reading``
    """
    yield from wording(document, "paywall")
    yield from titled(document, "paywall")
