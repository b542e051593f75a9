"""Card logos and notes on secure payment."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def payment(document: Document) -> Iterator[Sign]:
    """Card and wallet logos, and notes on secure payment.

    What it catches:
        Rows of card and wallet names, left of their logos, and assurances beside the button that
        pays.
    Why it is noise:
        They belong to a checkout, not to the text around it.
    When it is wrong:
        An article on card companies that lists their names, one a line.

    Example:
        ``Visa Mastercard PayPal``
    """
    yield from wording(document, "payment")
