"""Labels and remains of advertisements."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def advert(document: Document) -> Iterator[Sign]:
    """Labels that stand over advertisements, and what is left of them.

    What it catches:
        The word that marks an advertisement, and the notes that the text goes on below it.
    Why it is noise:
        The advertisement is gone or is not the text; its label marks nothing.
    When it is wrong:
        A sub-heading of a text about advertising.

    Example:
        ``ADVERTISEMENT``
    """
    return wording(document, "advert")
