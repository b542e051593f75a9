"""Log in, register, forgotten password."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def login(document: Document) -> Iterator[Sign]:
    """Buttons and notes to log in, to register, or to recover a password.

    What it catches:
        Links to accounts at the top of pages, and the forms that pop up over them.
    Why it is noise:
        They concern the reader's account, never the subject of the text.
    When it is wrong:
        A manual that quotes the name of a button on a line of its own.

    Example:
        ``Log in``
    """
    return wording(document, "login")
