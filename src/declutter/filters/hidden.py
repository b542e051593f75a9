"""What the page hides."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import PlainSign
from declutter.model import Document

# Scripts reveal what is worth reading: an element with so much of the page's prose is not hidden for good.
_MUCH = 0.4


def hidden(document: Document) -> Iterator[PlainSign]:
    """What the page hides from its readers.

    What it catches:
        Blocks in elements that are hidden by attribute, by style, or by a class that is called so.
    Why it is noise:
        Dialogs, menus and messages wait there for a click; labels are there for screen readers.
    When it is wrong:
        Articles that a script reveals, tabs and folded answers: an element with much of the page's prose says nothing.

    Example:
        ``<div hidden>Thank you, we have received your message.</div>``
    """
    causes: list[int] = []
    for place, element in enumerate(document.elements):
        causes.append(place if element.hidden else causes[element.parent] if element.parent >= 0 else -1)
    for block in document.blocks:
        cause = causes[block.element] if block.element >= 0 else -1
        if cause >= 0 and document.holdings[cause].share < _MUCH:
            element = document.elements[cause]
            yield block.index, f"hidden.{element.hidden}", f"<{element.tag}> {element.xpath}", ""
