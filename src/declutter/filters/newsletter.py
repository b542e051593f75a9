"""Newsletter sign-ups."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, titled, wording
from declutter.model import Document


def newsletter(document: Document) -> Iterator[Sign]:
    """Titles and pitches of newsletters, sign-up buttons and confirmations.

    What it catches:
        The box that asks for an address: its heading, what it promises, its button and its thanks.
    Why it is noise:
        It interrupts the text to ask for an e-mail address, on every page of the site alike.
    When it is wrong:
        The text of a newsletter itself, where it greets its readers or tells them how to leave.

    Example:
        ``Sign up for our newsletter``
    """
    yield from wording(document, "newsletter")
    yield from titled(document, "newsletter")
