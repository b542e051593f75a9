"""HTML to blocks: one walk over the tree that lxml recovers from whatever came in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from declutter.model import Block, Kind
from declutter.segment.lines import BLANK
from declutter.segment.parse import parse_html

if TYPE_CHECKING:
    from lxml import etree

# No reader sees what stands in these.
_UNSEEN = frozenset(
    "script style template head svg math iframe object embed applet audio video canvas map datalist noframes".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark meter nobr "
    "output picture progress q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr".split()
)
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "option", "summary"), "list-item"),
    **dict.fromkeys(("tr", "td", "th"), "table-row"),
    **dict.fromkeys(("pre", "textarea", "listing", "xmp"), "preformatted"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
_VERBATIM = frozenset(("pre", "textarea", "listing", "xmp"))
# Stands for the border between two cells until white space is folded.
_CELL = "\x1f"
_BREAK = "\n"
# A cell longer than this is no entry of a table but a page laid out with one.
_LONGEST_CELL = 200
# Deeper paths are given as ``(//p)[7]``: full ones of hostile nesting would take quadratic space.
_DEEPEST_PATH = 64


def segment_html(source: str) -> tuple[tuple[Block, ...], str | None]:
    """Cut a page into blocks at its block-level elements.

    Args:
        source: The page. Anything goes: fragments, broken nesting, no tags at all.

    Returns:
        The blocks, and the content of ``<title>``, if any.
    """
    root = parse_html(source)
    if root is None:
        return (), None
    walk = _Walk()
    for tree in (root, *root.itersiblings()):  # what follows </html> stands beside the root
        walk.over(tree)
    return tuple(walk.blocks), _title(root)


def _title(root: etree._Element) -> str | None:
    """What the first ``<title>`` says that is not the name of a drawing."""
    for element in root.iter("title"):
        if next(element.iterancestors("svg"), None) is None:
            return " ".join((element.text or "").split()) or None
    return None


class _Step(NamedTuple):
    """One element on the way from the root: which of its parent's and of the page's elements of this tag it is."""

    tag: str
    nth: int
    ordinal: int
    children: Counter[str]


@dataclass(slots=True)
class _Walk:
    """The state of the one walk: what has been gathered of the current block, and where it stands."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    unseen: int = 0
    verbatim: int = 0
    path: list[_Step] = field(default_factory=list)
    totals: Counter[str] = field(default_factory=Counter)

    def over(self, root: etree._Element) -> None:
        from lxml import etree

        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else "#other"
            if event == "start":
                self.enter(tag)
                self.add(element.text)
            else:
                self.leave(tag)
                self.add(element.tail)
        self.flush()

    def enter(self, tag: str) -> None:
        self.unseen += tag in _UNSEEN
        if tag == "br":
            self.line_break()
        elif tag in ("td", "th"):
            self.parts.append(_CELL)
        elif tag not in _INLINE:
            self.flush()
        self.links += tag == "a"
        self.verbatim += tag in _VERBATIM
        siblings: Counter[str] = self.path[-1].children if self.path else Counter()
        siblings[tag] += 1
        self.totals[tag] += 1
        self.path.append(_Step(tag, siblings[tag], self.totals[tag], Counter()))

    def leave(self, tag: str) -> None:
        if tag not in _INLINE and tag not in ("br", "td", "th"):
            self.flush()
        self.path.pop()
        self.links -= tag == "a"
        self.verbatim -= tag in _VERBATIM
        self.unseen -= tag in _UNSEEN

    def add(self, text: str | None) -> None:
        if not text or self.unseen:
            return
        if self.verbatim:
            self.parts.append(text)
        else:
            self.parts.append(text.replace("\n", " ") if "\n" in text else text)
        if self.links:
            self.linked += _inked(text)

    def line_break(self) -> None:
        """One break is a line of the block, two are its end."""
        if self.unseen:
            return
        last = next((part for part in reversed(self.parts) if part.strip(" \t\r")), "")
        if last == _BREAK and not self.verbatim:
            self.flush()
        else:
            self.parts.append(_BREAK)

    def flush(self) -> None:
        text = "".join(self.parts)
        share = self.linked / max(1, _inked(text.replace(_CELL, "")))
        self.linked = 0
        self.parts.clear()
        if not text.strip(BLANK + _CELL):
            return
        kind = self.kind()
        if self.verbatim:
            self.emit(text.strip("\n").rstrip(), kind, share)
            return
        cells = [cell for cell in map(_folded, text.split(_CELL)) if cell.strip(BLANK)]
        if len(cells) > 1 and max(map(len, cells)) > _LONGEST_CELL:
            for cell in cells:
                self.emit(cell, "paragraph", share)
        elif cells:
            self.emit("\t".join(cells), kind, share)

    def emit(self, text: str, kind: Kind, link_share: float) -> None:
        # Blanks between links count when there is nothing else, so that a menu is all link.
        linked = len(text) if link_share >= 1 else round(link_share * _inked(text))
        self.blocks.append(Block(len(self.blocks), text, text, kind, None, self.xpath(), linked))

    def kind(self) -> Kind:
        for step in reversed(self.path):
            tag = step.tag
            if tag in _KINDS:
                return _KINDS[tag]
            if tag not in _INLINE and tag not in ("p", "div", "center"):
                break
        return "paragraph"

    def xpath(self) -> str:
        last = len(self.path)
        while last > 1 and self.path[last - 1].tag in _INLINE:
            last -= 1
        if last > _DEEPEST_PATH:
            step = self.path[last - 1]
            return f"(//{_name(step.tag)})[{step.ordinal}]"
        return "/" + "/".join(f"{_name(step.tag)}[{step.nth}]" for step in self.path[:last])


def _inked(text: str) -> int:
    """How many characters of a text are not blank."""
    return len("".join(text.split()))


def _name(tag: str) -> str:
    """A tag as XPath writes it; one with a colon, as office programs leave them, would be taken for a namespace."""
    return f"*[name()='{tag}']" if ":" in tag else tag


def _folded(text: str) -> str:
    """White space folded as browsers do, line breaks kept."""
    if _BREAK not in text:
        return " ".join(text.split())
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split(_BREAK)) if line)
