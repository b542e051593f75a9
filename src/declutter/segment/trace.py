"""The walk over a page once more, to see which pieces of which elements made each block, and where images stand.

Only what renders markup asks; segmenting itself keeps no trace, because pages have thousands of pieces.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from declutter.model import Block
from declutter.segment.gather import BREAK, CELL, Gathered, Gathering
from declutter.segment.html import Walk, walk_over
from declutter.segment.lines import BLANK
from declutter.segment.nodes import Node, Paths, tag_of
from declutter.segment.sound import sound

if TYPE_CHECKING:
    from lxml import etree


class Piece(NamedTuple):
    """A piece of a block: text as it stands in one element, a border or break, or an image.

    Attributes:
        text: The text, blanks and all; `gather.CELL` and `gather.BREAK` stand for what they are called.
        node: The element that it stands in; None for what was outside of any.
        image: The image, whose text is empty.
    """

    text: str
    node: Node | None
    image: etree._Element | None = None


class Group(NamedTuple):
    """What stands together.

    Attributes:
        block: The block that the pieces make; None for images that stand outside of all blocks.
        pieces: The pieces; none for a block that stands in no element that readers see.
    """

    block: Block | None
    pieces: tuple[Piece, ...]


class Trace(NamedTuple):
    """A page, as the walk went over it.

    Attributes:
        groups: Blocks and images, in order.
        base: What the page's addresses are relative to, as its ``<base>`` gives it; empty without one.
    """

    groups: list[Group]
    base: str


def trace_html(source: str) -> Trace:
    """Walk over a page and keep the trace.

    Args:
        source: The page.
    """
    walk = walk_over(source, _TracedWalk)
    blocks = iter(walk.blocks)
    groups = [Group(next(blocks) if is_block else None, pieces) for is_block, pieces in walk.gathering.groups]
    return Trace(groups, walk.base)


class _TracedGathering(Gathering):
    """Gathers, and notes for each part where it is from."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: list[tuple[bool, tuple[Piece, ...]]] = []
        self._pieces: list[Piece] = []
        self._noted = 0

    def add(self, text: str, node: Node | None) -> None:
        super().add(text, node)
        self._note(node)

    def cell(self) -> None:
        super().cell()
        self._note(None)

    def image(self, element: etree._Element, node: Node | None) -> None:
        self._pieces.append(Piece("", node, element))

    def line_break(self) -> list[Gathered]:
        gathered = super().line_break()
        self._note(None)
        return gathered

    def taken(self) -> list[Gathered]:
        self._note(None)
        pieces, self._pieces, self._noted = self._pieces, [], 0
        gathered = super().taken()
        if len(gathered) > 1:
            cells = _cells(pieces)
            # A text may hold the sign of a border itself.
            self.groups += ((True, cell) for cell in (cells if len(cells) == len(gathered) else [()] * len(gathered)))
        elif gathered:
            self.groups.append((True, tuple(pieces)))
        elif images := tuple(piece for piece in pieces if piece.image is not None):
            self.groups.append((False, images))
        return gathered

    def _note(self, node: Node | None) -> None:
        """Note where the parts are from that have come in since."""
        self._pieces += (Piece(sound(part), node) for part in self._parts[self._noted :])
        self._noted = len(self._parts)


class _TracedWalk(Walk):
    gathering: _TracedGathering

    def __init__(self, paths: Paths) -> None:
        super().__init__(paths)
        self.gathering = _TracedGathering()
        self.base = ""

    def start(self, element: etree._Element) -> bool:
        if isinstance(element.tag, str):
            tag = tag_of(element)
            if tag == "img":
                self.gathering.image(element, self.node)
            elif tag == "base":
                self.base = self.base or (element.get("href") or "").strip()
        return super().start(element)

    def emit_blocks(self, blocks: Iterable[Block], home: Node) -> None:
        before = len(self.blocks)
        super().emit_blocks(blocks, home)
        self.gathering.groups += ((True, ()) for _ in self.blocks[before:])


def _cells(pieces: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces of each cell that holds text."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == CELL:
            cells.append([])
        else:
            cells[-1].append(piece)
    return [tuple(cell) for cell in cells if "".join(piece.text for piece in cell).strip(BLANK + BREAK)]
