"""The HTML elements that a block stands in."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign
from declutter.model import Document
from declutter.patterns import pattern

_ELEMENTS = ("nav", "footer", "aside", "header", "form", "menu", "dialog", "button", "article", "main")
_STEP = pattern(r"/([a-z][a-z0-9]*)\[")
# What a block in such an element is when nothing else says so.
_CATEGORY = {"nav": "navigation", "menu": "navigation"}


def structure(document: Document) -> Iterator[Sign]:
    """The semantic elements of HTML around a block.

    What it catches:
        Blocks in ``nav``, ``footer``, ``aside``, ``form`` and the like; ``article`` and ``main`` speak for content.
    Why it is noise:
        The page's author says what the element is for (HTML Living Standard, "Sections").
    When it is wrong:
        A quotation in an ``aside``, a lead in a ``header``, a page that is one big ``form``.

    Example:
        ``<nav><p>Harbour news of the week</p></nav>``
    """
    for block in document.blocks:
        if not block.xpath:
            continue
        steps = _STEP.findall(block.xpath)
        for element in _ELEMENTS:
            if element in steps:
                yield Sign(block.index, f"structure.{element}", f"<{element}>", _CATEGORY.get(element, ""))
