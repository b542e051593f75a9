"""Share buttons."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def share(document: Document) -> Iterator[Sign]:
    """Buttons that share the page.

    What it catches:
        Calls to share, labels of single buttons, and rows of network names left of their icons.
    Why it is noise:
        They send readers to other sites with this page's address.
    When it is wrong:
        A list of social networks in an article about them.

    Example:
        ``Share on Facebook``
    """
    yield from wording(document, "share")
