"""Invitations and rules for commenting."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def comment_form(document: Document) -> Iterator[Sign]:
    """Invitations, rules and buttons for commenting.

    What it catches:
        The heading of the comment form, its button, the policy above it and the note that it is
        closed.
    Why it is noise:
        They ask readers to write and are no part of what is to be read.
    When it is wrong:
        A forum's rules as the subject of the page.

    Example:
        ``Leave a comment``
    """
    return wording(document, "comment-form")
