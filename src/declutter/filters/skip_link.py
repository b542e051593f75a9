"""Skip to content, back to top."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def skip_link(document: Document) -> Iterator[Sign]:
    """Links that jump within the page.

    What it catches:
        Links for screen readers at the top, and links back to the top at the bottom.
    Why it is noise:
        They move the view and have no meaning outside a browser.
    When it is wrong:
        An article on accessibility that shows such a link as a line of its own.

    Example:
        ``Skip to content``
    """
    return wording(document, "skip-link")
