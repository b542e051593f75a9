"""What of a page's elements stays in clean HTML: the frame that each piece of text stands in."""

from __future__ import annotations

from collections.abc import Hashable
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from declutter.patterns import pattern
from declutter.segment.nodes import Node

if TYPE_CHECKING:
    from lxml import etree

    from declutter.render.addresses import Addresses

# Marks of words, by what they are in the page.
_MARKS = {
    **{tag: tag for tag in "strong em code kbd samp var sub sup del s ins u mark small q cite abbr dfn".split()},
    **{tag: tag for tag in "ruby rb rt rp".split()},
    # One name each, so that two that touch are one.
    "b": "strong",
    "i": "em",
    "strike": "s",
    "tt": "code",
    "acronym": "abbr",
}
# One block each, without other blocks inside.
SEALED = frozenset("p h1 h2 h3 h4 h5 h6 pre dt caption".split())
# These may begin with text and go on with other blocks.
OPEN = frozenset("li dd td th figcaption".split())
LISTS = frozenset(("ul", "ol"))
_SHELVES = LISTS | {"dl"}
_TABLE = frozenset("table thead tbody tfoot tr".split())
_IN_TABLE = {"caption": {"table"}, "thead": {"table"}, "tbody": {"table"}, "tfoot": {"table"}}
_IN_TABLE |= {"tr": {"table", "thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"}}
_TAGS = {
    **{tag: tag for tag in "p h1 h2 h3 h4 h5 h6 blockquote figure figcaption pre".split()},
    "listing": "pre",
    "xmp": "pre",
    "summary": "p",
}
_LISTED = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul", "dl": "dl", "li": "li", "dt": "dt", "dd": "dd"}
# Levels below these carry no structure that anybody meant.
_DEEPEST = 10
_NESTING = _SHELVES | {"blockquote"}
_LANGUAGE = pattern(r"(?:^|\s)(?:language|lang|highlight-source|brush|sourceCode)[-: ]\s?([\w+#.]{1,30})(?=\s|;|$)")
_LANGUAGE_LEVELS = 3
_MOST_SPAN = 100
# A table without headings whose cells are longer than this lays a page out.
_LONGEST_CELL = 400


class Frame(NamedTuple):
    """An element of the output.

    Attributes:
        key: What tells it from others: the element that it comes from, in most cases.
        tag: Its name.
        attributes: Its attributes as they are written, with a blank before each.
    """

    key: Hashable
    tag: str
    attributes: str = ""


class Framing(NamedTuple):
    """What a piece of text stands in.

    Attributes:
        frames: Blocks, from the outside in.
        marks: Marks of words, from the outside in, each tag once.
    """

    frames: tuple[Frame, ...] = ()
    marks: tuple[Frame, ...] = ()


class Frames:
    """Finds the framing of elements; each once."""

    def __init__(self, addresses: Addresses, parts: frozenset[str]) -> None:
        self._addresses = addresses
        self._links = "links" in parts
        self._known: dict[Node | None, Framing] = {None: Framing()}
        self._tables: dict[Node, bool] = {}

    def of(self, node: Node | None) -> Framing:
        """What text in an element stands in."""
        way = []
        while node not in self._known:
            assert node is not None
            way.append(node)
            node = node.parent
        framing = self._known[node]
        for inner in reversed(way):
            framing = self._known[inner] = self._step(framing, inner)
        return framing

    def in_table(self, node: Node | None) -> bool:
        """Whether an element stands in a table of data, whether that stays or not."""
        return any(frame.tag == "table" for frame in self.of(node).frames)

    def _step(self, framing: Framing, node: Node) -> Framing:
        frames, marks = framing
        if node.inline:
            return Framing(frames, self._marked(marks, node))
        if frames and frames[-1].tag in SEALED:
            return framing
        if node.tag in _LISTED:
            frames = _shelved(frames, node, _LISTED[node.tag])
        elif node.tag in _IN_TABLE or node.tag == "table":
            frames = self._tabled(frames, node)
        elif node.tag in _TAGS and not (node.tag == "figure" and any(frame.tag == "figure" for frame in frames)):
            frames = _deeper(frames, Frame(node.element, _TAGS[node.tag]))
        return Framing(frames, marks)

    def _marked(self, marks: tuple[Frame, ...], node: Node) -> tuple[Frame, ...]:
        tag, attributes = _MARKS.get(node.tag, ""), ""
        if node.tag == "a" and self._links:
            address = self._addresses.link(node.element.get("href") or "")
            tag, attributes = ("a", f' href="{escape(address)}"') if address else ("", "")
        if not tag or any(mark.tag == tag for mark in marks):
            return marks
        return (*marks, Frame(node.element, tag, attributes))

    def _tabled(self, frames: tuple[Frame, ...], node: Node) -> tuple[Frame, ...]:
        tag = node.tag
        around = frames[-1].tag if frames else ""
        if not (_is_data(node.element) if tag == "table" else around in _IN_TABLE[tag]):
            return frames
        attributes = (
            "".join(_span(node.element, name) for name in ("colspan", "rowspan")) if tag in ("td", "th") else ""
        )
        return (*frames, Frame(node.element, tag, attributes))


def outside_rows(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames of text that stands in a table but in no cell of it: those around the table."""
    while frames and frames[-1].tag in _TABLE:
        frames = frames[:-1]
    return frames


def code_language(node: Node | None) -> str:
    """The language of preformatted text, as class names in and around it tell; empty when they do not."""
    above = 0
    while node is not None and above <= _LANGUAGE_LEVELS:
        named = (node.element.get(name) or "" for name in ("class", "data-lang", "data-language"))
        names, *declared = named
        match = _LANGUAGE.search(names[:400])
        language = match[1] if match else next(filter(None, declared), "")
        if language and len(language) <= 30 and language.isascii() and " " not in language:
            return language.lower()
        above += above > 0 or not node.inline
        node = node.parent
    return ""


def _shelved(frames: tuple[Frame, ...], node: Node, tag: str) -> tuple[Frame, ...]:
    """Lists and their items; what the page leaves out around them is put in."""
    last = frames[-1].tag if frames else ""
    element = node.element
    if tag in _SHELVES:
        if last in LISTS:
            # A list right in a list belongs to the item before it.
            frames = _deeper(frames, Frame(_item_before(element), "li"))
        start = element.get("start", "") if tag == "ol" else ""
        plain = start.isascii() and start.isdigit() and len(start) <= 9
        return _deeper(frames, Frame(element, tag, f' start="{int(start)}"' if plain and start != "1" else ""))
    wanted = LISTS if tag == "li" else {"dl"}
    if tag != "li" and last == "dd":
        # To the parser an item that is not closed goes on.
        return (*frames[:-1], Frame(element, tag))
    if last not in wanted:
        around = Frame(("list", node.parent), "ul" if tag == "li" else "dl")
        deeper = _deeper(frames, around)
        if deeper is frames:
            return frames
        frames = deeper
    return (*frames, Frame(element, tag))


def _item_before(element: etree._Element) -> Hashable:
    before = element.getprevious()
    return before if before is not None and before.tag == "li" else ("item", element)


def _deeper(frames: tuple[Frame, ...], frame: Frame) -> tuple[Frame, ...]:
    """The frames with one more, unless they are nested too deep already."""
    if frame.tag in _NESTING and sum(around.tag in _NESTING for around in frames) >= _DEEPEST:
        return frames
    return (*frames, frame)


def _span(element: etree._Element, name: str) -> str:
    value = element.get(name) or ""
    if not (value.isascii() and value.isdigit() and len(value) <= 4) or int(value) < 2:
        return ""
    return f' {name}="{min(int(value), _MOST_SPAN)}"'


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data, rather than laying out a page."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = headings = longest = 0
    widest = cells = 0
    for element in table.iterdescendants():
        tag = element.tag
        if tag in ("table", "pre", "h1", "h2", "article", "section", "form"):
            return False
        if tag == "tr":
            rows, cells = rows + 1, 0
        elif tag in ("td", "th"):
            headings += tag == "th"
            cells += 1
            widest = max(widest, cells)
            longest = max(longest, len(str(element.xpath("string()")).strip())) if not headings else longest
    return widest > 1 and rows > 0 and (headings > 0 or (rows > 1 and longest <= _LONGEST_CELL))
