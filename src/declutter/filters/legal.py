"""Terms, privacy links and disclaimers."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def legal(document: Document) -> Iterator[Sign]:
    """Terms of use, links on privacy, and disclaimers.

    What it catches:
        Links in the footer to terms and policies, and the disclaimers that stand with them.
    Why it is noise:
        They regulate the use of the site and are the same on every page.
    When it is wrong:
        The terms or the policy itself, when the page is nothing else.

    Example:
        ``Privacy policy``
    """
    return wording(document, "legal")
