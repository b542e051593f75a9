"""Elements of one shape in a row: cards, posts, rows, buttons."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from declutter.elements import Element
from declutter.filters.base import PlainSign
from declutter.model import Document

_FEWEST = 3
# Paragraphs and cells repeat in articles and tables without saying anything.
_PLAIN = frozenset("p h1 h2 h3 h4 h5 h6 tr td th br dt dd pre blockquote option body html head main".split())
# Mean words of one such element, and what it is then called.
_SIZES = (4, 10, 25, 60)
_SIZE_NAMES = ("labels", "lines", "teasers", "cards", "posts")
_DENSITIES = (0.02, 0.3, 0.8)
_DENSITY_NAMES = ("plain", "mixed", "linked", "links")


def siblings(document: Document) -> Iterator[PlainSign]:
    """Elements of one shape in a row: cards, posts, rows, buttons.

    What it catches:
        Blocks in one of three or more elements next to each other with the same tag and class: short and linked they
        are menus and cards, long and without links the posts of a thread.
    Why it is noise:
        Templates fill a list with one item for each story, product or button.
    When it is wrong:
        Lists in an article, listings and collections, where the items are what the reader came for.

    Example:
        Five times in a row ``<div class="card"><a href="/a">Ferry to run all winter</a></div>``
    """
    elements = document.elements
    signatures = [_signature(element) for element in elements]
    rows = Counter(signatures)
    totals = dict.fromkeys(rows, 0)
    for signature, holding in zip(signatures, document.holdings, strict=True):
        totals[signature] += holding.words
    facts: list[tuple[str, str] | None] = []
    for element, signature in zip(elements, signatures, strict=True):
        times = rows[signature]
        if times >= _FEWEST and element.tag not in _PLAIN:
            size = _SIZE_NAMES[bisect_right(_SIZES, totals[signature] / times)]
            density = _DENSITY_NAMES[bisect_right(_DENSITIES, document.holdings[element.parent].density)]
            tag = "items" if element.tag == "li" else "boxes"
            facts.append((f"siblings.{tag}.{size}.{density}", f"{times} <{element.tag}> like {element.xpath}"))
        else:
            facts.append(facts[element.parent] if element.parent >= 0 else None)
    for block in document.blocks:
        fact = facts[block.element] if block.element >= 0 else None
        if fact is not None:
            yield block.index, *fact, ""


def _signature(element: Element) -> tuple[int, str, str]:
    return element.parent, element.tag, element.names[0] if element.names else ""
