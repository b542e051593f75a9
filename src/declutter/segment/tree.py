"""Pages that come as a tree: what they are as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def tree_of(page: object) -> etree._Element | None:
    """The root of a page that lxml has parsed; None for anything that is no tree of lxml's, or no element of one.

    Args:
        page: An element or an ``ElementTree``.
    """
    from lxml import etree

    if isinstance(page, etree._ElementTree):
        root = page.getroot()
        return etree.Element("html") if root is None else root
    return page if isinstance(page, etree._Element) and isinstance(page.tag, str) else None


def source_of(root: etree._Element) -> str:
    """The markup of a tree, without what follows it in a bigger one.

    Args:
        root: The tree, which is only read.
    """
    from lxml import etree

    beside = root.itersiblings("*") if root.getparent() is None else ()
    # As HTML, except that XHTML has elements that end where they begin.
    method = "xml" if root.tag[0] == "{" else "html"
    return "".join(
        etree.tostring(element, encoding="unicode", method=method, with_tail=False) for element in (root, *beside)
    )
