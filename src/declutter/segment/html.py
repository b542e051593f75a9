"""HTML to blocks: one walk over the tree that lxml recovers from whatever came in."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING, TypeVar

from declutter.model import Block, Kind
from declutter.patterns import pattern
from declutter.segment.declared import Head
from declutter.segment.gather import Gathered, Gathering, inked
from declutter.segment.nodes import Node, Paths, tag_of
from declutter.segment.parse import parse_html
from declutter.segment.places import Elements
from declutter.segment.segmented import Segmented
from declutter.segment.sound import sound
from declutter.segment.state import is_markup
from declutter.segment.text import segment_text
from declutter.segment.touch import BOXES, are_apart, begins_line, is_line
from declutter.segment.unseen import Shown, unseen_texts

if TYPE_CHECKING:
    from lxml import etree

# No reader sees what stands in these.
_UNSEEN = frozenset(
    "style svg iframe object embed applet audio video canvas map datalist noembed annotation annotation-xml".split()
)
# These hold no text, or none that browsers know of, and need no place on the way.
_VOID = frozenset("br hr img input wbr area base col embed param source track basefont frame bgsound".split())
_VERBATIM = frozenset(("pre", "textarea", "listing", "xmp"))
# What stands in one is text again, and so on.
_NOFRAMES = pattern(r"(?i)</?noframes\b")
_CELLS = frozenset(("td", "th"))
W = TypeVar("W", bound="Walk")


def segment_html(source: str | etree._Element) -> Segmented:
    """Cut a page into blocks at its block-level elements, and note what its markup says.

    Args:
        source: The page, or its tree, which is only read. Anything goes: fragments, broken nesting, no tags at all.
            Of an element inside a bigger tree, only what is in it.
    """
    walk = walk_over(source, Walk)
    return Segmented(tuple(walk.blocks), walk.elements.finished(), walk.head.declared())


def walk_over(source: str | etree._Element, sort: type[W]) -> W:
    """Walk over a page, or its tree, once; of a page that shows no text, over what scripts would show as well.

    Args:
        source: The page.
        sort: What walks.

    Returns:
        The walk, with all that it has found.
    """
    roots = _roots(parse_html(source) if isinstance(source, str) else source)
    walk = sort(Paths(roots))
    walk.over_all(roots)
    shown = Shown(walk.blocks)
    if shown.is_little:
        for home, text in unseen_texts(roots, walk.head, shown):
            blocks = [block for block in _blocks_of(text) if not shown.has(block.text)]
            walk.emit_blocks(blocks, home.as_script(walk.root))
    return walk


def _roots(root: etree._Element | None) -> tuple[etree._Element, ...]:
    """The root and what stands beside it: some parsers leave there what follows ``</html>``."""
    if root is None or not isinstance(root.tag, str):
        return ()
    return (root,) if root.getparent() is not None else (root, *root.itersiblings("*"))


def _blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text that stood where markup is only text: in a script, an attribute or ``noframes``."""
    if not is_markup(text):
        return segment_text(sound(text))
    roots = _roots(parse_html(_NOFRAMES.sub("<p", text)))
    walk = Walk(Paths(roots))
    walk.over_all(roots)
    return tuple(walk.blocks)


class Walk:
    """The state of the one walk: where it is, and what it has found.

    Attributes:
        blocks: The blocks so far.
        elements: The elements that they stand in.
        head: What the page declares.
        paths: How elements are found again.
        gathering: The text of the block that it is in.
        root: The outermost element.
        node: The element that it is in.
    """

    def __init__(self, paths: Paths) -> None:
        self.blocks: list[Block] = []
        self.elements = Elements()
        self.head = Head()
        self.paths = paths
        self.gathering = Gathering()
        self.root: Node | None = None
        self.node: Node | None = None

    def over_all(self, roots: Iterable[etree._Element]) -> None:
        """Walk over a page."""
        for root in roots:
            self.over(root)

    def over(self, root: etree._Element) -> None:
        """Walk over an element and all that is in it."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if not self.start(element):
                    walker.skip_subtree()
                continue
            if event == "end" and self.node is not None and self.node.element is element:
                self.leave(self.node)
            tail = element.tail
            if tail and element is not root:
                self.gathering.add(tail, self.node)
        self.end_block()

    def start(self, element: etree._Element) -> bool:
        """Whether to go into an element; sees to what it says by being there."""
        if not isinstance(element.tag, str):  # an entity that the caller's parser left alone
            self.gathering.add(unescape(element.text or ""), self.node)
            return False
        tag = tag_of(element)
        if tag in _VOID:
            self.void(tag)
        elif tag in _UNSEEN or (tag == "template" and not _is_shadow_root(element)) or self.head.takes(tag, element):
            self.paths.skip(element, self.node)
            return False
        else:
            self.enter(tag, element)
        text = element.text
        if tag == "noframes" and text and "<" in text and self.node is not None:
            # To the parser this was never markup.
            self.emit_blocks(_blocks_of(text), self.node)
        elif text:
            self.gathering.add(text, self.node)
        return True

    def void(self, tag: str) -> None:
        """See an element that holds nothing."""
        if tag == "br":
            self.emit(self.gathering.line_break())
        elif tag == "hr":
            self.end_block()
        elif tag == "input":
            self.gathering.apart()

    def enter(self, tag: str, element: etree._Element) -> None:
        """Go into an element."""
        self.node = node = Node(element, tag, self.node, self.paths)
        self.root = self.root or node
        gathering = self.gathering
        if node.inline:
            gathering.links += node.links
            if gathering.verbatim and begins_line(node):
                gathering.line()
            elif tag in BOXES and are_apart(node):
                gathering.apart()
        elif tag in _CELLS:
            gathering.cell()
        elif gathering.verbatim and is_line(node):
            gathering.line()
        else:
            self.end_block()
            gathering.verbatim += tag in _VERBATIM

    def leave(self, node: Node) -> None:
        """Come out of an element."""
        gathering = self.gathering
        if node.inline:
            gathering.links -= node.links
            gathering.together()
        elif node.tag in _CELLS:
            pass
        elif gathering.verbatim and is_line(node):
            gathering.line()
        else:
            self.end_block()
            gathering.verbatim -= node.tag in _VERBATIM
        self.node = node.parent
        gathering.rise(node.depth - 1)

    def end_block(self) -> None:
        """Emit what has been gathered, if anything."""
        gathered = self.gathering.taken()
        if gathered:
            self.emit(gathered)

    def emit(self, gathered: Iterable[Gathered]) -> None:
        """Emit blocks that were gathered."""
        for text, home, linked, kind in gathered:
            # Blanks between links count when there is nothing else, so that a menu is all link.
            self._emit(text, home, len(text) if linked and linked >= inked(text) else linked, kind)

    def emit_blocks(self, blocks: Iterable[Block], home: Node) -> None:
        """Emit blocks that were found in the text of an element."""
        for block in blocks:
            self._emit(block.text, home, block.link_chars, block.kind)

    def _emit(self, text: str, home: Node, linked: int, kind: Kind | None) -> None:
        place = self.elements.place(home)
        outline = home.outline
        self.blocks.append(
            Block(len(self.blocks), text, text, kind or outline.kind, None, outline.path(), linked, place)
        )


def _is_shadow_root(element: etree._Element) -> bool:
    """Whether browsers show a template's content, as they do for declarative shadow roots."""
    return element.get("shadowrootmode") is not None or element.get("shadowroot") is not None
