"""Please enable JavaScript, unsupported browsers, error pages."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def script_error(document: Document) -> Iterator[Sign]:
    """Messages of scripts and servers that could not do their work.

    What it catches:
        Requests to enable JavaScript, notes on browsers that are too old, and messages of error
        pages.
    Why it is noise:
        They speak of the browser or the server, and readers of the whole page never see them.
    When it is wrong:
        A help page or a forum post that quotes the message it explains.

    Example:
        ``Please enable JavaScript``
    """
    return wording(document, "script-error")
