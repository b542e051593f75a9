"""Affiliate and sponsorship disclosures."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def sponsor_disclosure(document: Document) -> Iterator[Sign]:
    """Disclosures of affiliate links and of sponsors.

    What it catches:
        Notes that the publisher earns from links, and that a sponsor paid for the text.
    Why it is noise:
        They are standing notes about the business, put on every such page alike.
    When it is wrong:
        A report on sponsorship that quotes a disclosure, or an author's own account of who paid for
        a trip.

    Example:
        ``This is a sponsored post``
    """
    return wording(document, "sponsor-disclosure")
