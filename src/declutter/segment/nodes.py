"""The way from the root to a piece of text, and the paths that lead there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from declutter.patterns import plain_pattern

if TYPE_CHECKING:
    from lxml import etree

    from declutter.model import Kind

INLINE = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark meter "
    "nobr output picture progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup time "
    "tt u var wbr math maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot "
    "mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics".split()
)
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "option", "summary"), "list-item"),
    **dict.fromkeys(("tr", "td", "th"), "table-row"),
    **dict.fromkeys(("pre", "listing", "xmp"), "preformatted"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
# What stands in these is of the kind that the element around them tells.
_TELLS_NOTHING = frozenset(("p", "div", "center"))
# Deeper paths are given as ``(//p)[7]``: full ones of hostile nesting would take quadratic space.
_DEEPEST_PATH = 64
_PLAIN_NAME = plain_pattern(r"[A-Za-z_][A-Za-z0-9_.-]*")


class Paths:
    """What the paths of one tree have in common.

    Attributes:
        start: What every path begins with: nothing in a whole document; a dot, which stands for the element that was
            given, where that is part of a bigger tree.
        outermost: How many elements of each name stand at the top, so far.
    """

    __slots__ = ("_ordinals", "_roots", "outermost", "start")

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self.start = "." if roots and roots[0].getparent() is not None else ""
        self.outermost: dict[str, int] = {}
        self._roots = roots
        self._ordinals: dict[etree._Element, int] = {}

    def skip(self, element: etree._Element, around: Node | None) -> None:
        """Count an element that is not entered."""
        _count(around.children if around is not None else self.outermost, _name_of(element))

    def ordinal(self, element: etree._Element) -> int:
        """Which of its name an element is in the whole tree. Few pages are so deep that anybody asks."""
        if not self._ordinals:
            totals: dict[str, int] = {}
            for root in self._roots:
                for inside in root.iter("*"):
                    # ``.//p`` does not find the element that it starts from.
                    starts = bool(self.start) and inside is root
                    self._ordinals[inside] = 1 if starts else _count(totals, _name_of(inside))
        return self._ordinals[element]


class Node:
    """One element on the way from the root, while the walk is inside it.

    Attributes:
        element: The element.
        tag: Its name, lower-case, without a namespace.
        parent: The one around it.
        depth: How many there are around it.
        inline: Whether it stands in a line of text.
        outline: The innermost element around it, itself included, that is not inline.
        kind: What the innermost telling element around it says that a block in it is.
        children: How many elements of each name it has so far.
        index: Its place among the elements that hold text; -1 as long as it holds none.
        links: Whether it links, rather than being what is linked to.
    """

    __slots__ = (
        "_nth",
        "_paths",
        "_xpath",
        "children",
        "depth",
        "element",
        "index",
        "inline",
        "kind",
        "links",
        "outline",
        "parent",
        "tag",
    )

    def __init__(self, element: etree._Element, tag: str, parent: Node | None, paths: Paths) -> None:
        self.element = element
        self.tag = tag
        self.parent = parent
        self.inline = tag in INLINE
        self.children: dict[str, int] = {}
        self.index = -1
        self.links = tag == "a" and _links(element)
        self._paths = paths
        self._xpath = ""
        name = str(element.tag)
        if parent is None:
            self.depth = 0
            self.outline: Node = self
            self.kind: Kind = _KINDS.get(tag, "paragraph")
            self._nth = _count(paths.outermost, name)
        else:
            self.depth = parent.depth + 1
            self.outline = parent.outline if self.inline else self
            self.kind = _KINDS.get(tag) or (parent.kind if self.inline or tag in _TELLS_NOTHING else "paragraph")
            self._nth = _count(parent.children, name)

    def path(self) -> str:
        """Where the element is, as XPath; found once."""
        if not self._xpath:
            start = self._paths.start
            if self.depth >= _DEEPEST_PATH:
                self._xpath = f"({start}//{_step(self.element)})[{self._paths.ordinal(self.element)}]"
            elif self.parent is not None:
                around = self.parent._xpath or self.parent.path()
                self._xpath = f"{around}/{_step(self.element)}[{self._nth}]"
            else:
                self._xpath = start or f"/{_step(self.element)}[{self._nth}]"
        return self._xpath

    def as_script(self, root: Node | None) -> Node:
        """The same place as one that only scripts read: a ``script`` right below the root."""
        self.path()
        self.tag, self.parent, self.outline = "script", root, self
        return self


def tag_of(element: etree._Element) -> str:
    """An element's name, lower-case, without a namespace."""
    name = str(element.tag)
    return name.rpartition("}")[2].lower() if name[0] == "{" else name.lower()


def nodes_in(roots: Sequence[etree._Element]) -> Iterator[Node]:
    """Every element of a document with its place, in order; linear where lxml's own ``getpath`` is not."""
    from lxml import etree

    paths = Paths(roots)
    for root in roots:
        node: Node | None = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):  # an entity
                continue
            if event == "start":
                node = Node(element, tag_of(element), node, paths)
                yield node
            elif node is not None:
                node = node.parent


def _links(element: etree._Element) -> bool:
    get = element.get
    return get("href") is not None or not (get("name") or get("id"))


def _name_of(element: etree._Element) -> str:
    """The name as it is in the tree, ``{namespace}`` included."""
    return str(element.tag)


def _count(counts: dict[str, int], name: str) -> int:
    """Count one more element; gives how many the step that leads to it finds up to it."""
    if name[0] != "{":
        nth = counts[name] = counts.get(name, 0) + 1
        return nth
    # The step to an element with a namespace finds those of its name in any namespace, and in none.
    local = name.rpartition("}")[2]
    spaced = counts["}" + local] = counts.get("}" + local, 0) + 1
    return spaced + counts.get(local, 0)


def _step(element: etree._Element) -> str:
    """A tag as XPath finds it without being told of namespaces."""
    name = _name_of(element)
    if name[0] == "{":
        return f"*[local-name()={_quoted(name.rpartition('}')[2])}]"
    # Office programs leave names with a colon, which would be taken for a namespace; broken pages anything.
    return name if _PLAIN_NAME.fullmatch(name) else f"*[name()={_quoted(name)}]"


def _quoted(name: str) -> str:
    """A name as an XPath string, which has no escapes."""
    if "'" not in name:
        return f"'{name}'"
    if '"' not in name:
        return f'"{name}"'
    return "concat(" + ', "\'", '.join(f"'{part}'" for part in name.split("'")) + ")"
