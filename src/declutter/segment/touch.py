"""Neighbours without a blank between them that readers see apart all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from declutter.segment.nodes import Node, tag_of

if TYPE_CHECKING:
    from lxml import etree

# Style sheets give each of these a box of its own in menus and forms.
BOXES = frozenset(("a", "button", "label"))
# Programs that colour code put each line of it into one of these.
_LINE_CLASSES = frozenset(("line", "token-line", "code-line", "view-line"))


def are_apart(node: Node) -> bool:
    """Whether a link, a button or a label directly follows another one of these."""
    before = _touched(node.element)
    if before is None or tag_of(before) not in BOXES:
        return False
    # One link in two pieces, as editors leave them, is one word all the same.
    link = node.element.get("href")
    return link is None or before.get("href") != link


def is_line(node: Node) -> bool:
    """Whether a block in preformatted text is one of its lines, and not the page that an unclosed tag swallowed."""
    return node.tag == "div" and node.parent is not None and node.parent.tag in ("pre", "code")


def begins_line(node: Node) -> bool:
    """Whether an element in preformatted text begins a line only by following one that looks just like it."""
    if node.tag == "span":
        if _LINE_CLASSES.isdisjoint((node.element.get("class") or "").split()):
            return False
    elif node.tag != "code":
        return False
    before = _touched(node.element)
    return before is not None and tag_of(before) == node.tag


def _touched(element: etree._Element) -> etree._Element | None:
    """The element that ends where this one begins; comments between them are nothing."""
    before = element.getprevious()
    while before is not None and not before.tail:
        if isinstance(before.tag, str):
            return before
        before = before.getprevious()
    return None
