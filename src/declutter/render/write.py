"""Pieces of a page to plain, well-formed HTML, in the order in which they come."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple, cast

from declutter.model import Block
from declutter.render.frames import LISTS, OPEN, SEALED, Frame, Frames, code_language, outside_rows
from declutter.render.images import Image, image_of
from declutter.segment.gather import BREAK, CELL
from declutter.segment.lines import BLANK
from declutter.segment.nodes import Node
from declutter.segment.sound import sound
from declutter.segment.trace import Group, Piece
from declutter.segment.wrap import BULLET

if TYPE_CHECKING:
    from lxml import etree

    from declutter.render.addresses import Addresses

_CELL_TAGS = ("td", "th")
# Elements that hold no text of their own begin and end lines.
_SHELVES = frozenset("ul ol dl blockquote figure table thead tbody tfoot".split())


class Writer:
    """Writes blocks one after the other; elements around them are opened when the first block in them comes."""

    def __init__(self, addresses: Addresses, parts: frozenset[str]) -> None:
        self._out: list[str] = []
        self._stack: list[Frame] = []
        self._frames = Frames(addresses, parts)
        self._addresses = addresses
        self._parts = parts
        self._empty = False
        self._last_image = ""
        # For each row the cells that are still to come.
        self._rows: dict[Hashable, Iterator[etree._Element]] = {}

    def written(self) -> str:
        """All that has been written, every element closed."""
        while self._stack:
            self._close()
        return "".join(self._out)

    def group(self, group: Group) -> None:
        """Write a block, or images."""
        if group.block is not None and not group.pieces:
            self.block(group.block)
            return
        node = next((piece.node for piece in group.pieces if piece.node is not None), None)
        if "tables" not in self._parts and self._frames.in_table(node):
            return
        fresh = True
        for segment in _segments(group.pieces):
            pieces = self._shown(segment)
            if pieces:
                self._segment(pieces, fresh=fresh)
                fresh = False

    def block(self, block: Block) -> None:
        """Write a block that stands in no element, by its kind."""
        text = sound(block.visible)
        frames: tuple[Frame, ...] = ()
        tag = {"heading": "h2", "preformatted": "pre", "list-item": "li"}.get(block.kind, "p")
        if tag == "li":
            bullet = BULLET.match(text)
            text = text[bullet.end() :] if bullet else text
            frames = (Frame("items", "ul"),)
        elif block.kind == "quote":
            frames = (Frame("quote", "blockquote"),)
        self._align((*frames, Frame(block.index, tag)))
        self._out.append(escape(text if tag == "pre" else " ".join(text.split()), quote=False))
        self._empty = False

    def _shown(self, pieces: Iterable[Piece]) -> list[tuple[Piece, Image | None]]:
        """The pieces of a segment with the images that are to be shown; no image twice in a row."""
        shown: list[tuple[Piece, Image | None]] = []
        for piece in pieces:
            if piece.image is None:
                shown.append((piece, None))
            elif "images" in self._parts and (image := image_of(piece.image, self._addresses)):
                if image.source != self._last_image:
                    shown.append((piece, image))
                self._last_image = image.source
        if not any(image or piece.text.strip(BLANK) for piece, image in shown):
            return []
        return shown

    def _segment(self, pieces: Sequence[tuple[Piece, Image | None]], *, fresh: bool) -> None:
        """Write what stands in one line of text: all of a block, or what a cell holds of it."""
        node = next(piece.node for piece, image in pieces if image or piece.text.strip(BLANK))
        frames = outside_rows(self._frames.of(node).frames)
        only_images = not any(piece.text.strip(BLANK) for piece, image in pieces if not image)
        if frames and frames[-1].tag == "pre" and not only_images:
            self._align(frames, fresh=fresh)
            self._preformatted([piece for piece, _ in pieces])
            return
        if only_images and frames and frames[-1].tag in SEALED - {"p"}:
            frames = frames[:-1]
        going_on = not fresh and self._stack and not self._is_beneath(frames)
        self._align(frames, fresh=fresh)
        self._hold(frames, pictures=only_images)
        if going_on:
            self._out.append(" ")
        self._line(pieces)

    def _is_beneath(self, frames: Sequence[Frame]) -> bool:
        """Whether frames have one that is not open."""
        return any(i >= len(self._stack) or self._stack[i].key != frame.key for i, frame in enumerate(frames))

    def _align(self, frames: Sequence[Frame], *, fresh: bool = True) -> None:
        """Close what does not go on, and open what begins."""
        shared = 0
        while shared < min(len(frames), len(self._stack)) and self._stack[shared].key == frames[shared].key:
            shared += 1
        if fresh and shared and self._stack[shared - 1].tag in SEALED:
            shared -= 1
        if not fresh and shared == len(frames) and len(self._stack) == shared + 1 and self._is_holder(self._stack[-1]):
            return
        while len(self._stack) > shared:
            self._close()
        for frame in frames[shared:]:
            self._open(frame)

    @staticmethod
    def _is_holder(frame: Frame) -> bool:
        return isinstance(frame.key, tuple) and frame.key[0] == "holder"

    def _hold(self, frames: Sequence[Frame], *, pictures: bool) -> None:
        """Open a paragraph or an item where text may not stand by itself."""
        last = self._stack[-1].tag if self._stack else ""
        if len(self._stack) > len(frames) or last in SEALED or (last in OPEN and self._empty):
            return
        if pictures and last == "figure":
            return
        tag = "li" if last in LISTS else "dd" if last == "dl" else "p"
        self._open(Frame(("holder", len(self._out)), tag))

    def _open(self, frame: Frame) -> None:
        if frame.tag in _CELL_TAGS:
            self._fill_row(self._stack[-1], frame.key)
        elif frame.tag == "tr" and frame.key not in self._rows:
            self._rows[frame.key] = cast("etree._Element", frame.key).iterchildren(*_CELL_TAGS)
        self._out.append(f"<{frame.tag}{frame.attributes}>" + ("\n" if frame.tag in _SHELVES else ""))
        self._stack.append(frame)
        self._empty = True

    def _close(self) -> None:
        frame = self._stack.pop()
        if frame.tag == "tr":
            self._fill_row(frame, None)
        self._out.append(f"</{frame.tag}>" + ("" if frame.tag in _CELL_TAGS else "\n"))
        self._empty = False

    def _fill_row(self, row: Frame, upto: Hashable) -> None:
        """Write the empty cells of a row, up to one or up to its end, so that columns stay in line."""
        for cell in self._rows[row.key]:
            if cell is upto:
                return
            self._out.append(f"<{cell.tag}></{cell.tag}>")

    def _preformatted(self, pieces: Sequence[Piece]) -> None:
        text = "".join(piece.text for piece in pieces).replace("\r\n", "\n").replace(BREAK, "\n").replace(CELL, "\t")
        node = next((piece.node for piece in pieces if piece.text.strip()), None)
        language = code_language(node)
        is_code = language or any(mark.tag == "code" for mark in self._frames.of(node).marks)
        name = f' class="language-{escape(language)}"' if language else ""
        text = escape(text.strip("\n").rstrip(), quote=False)
        self._out.append(f"<code{name}>{text}</code>" if is_code else text)

    def _line(self, pieces: Iterable[tuple[Piece, Image | None]]) -> None:
        """Write text with its marks, white space folded."""
        marks: tuple[Frame, ...] = ()
        for token in _tokens(pieces):
            own = self._frames.of(token.node).marks
            shared = 0
            while shared < min(len(own), len(marks)) and _is_one(own[shared], marks[shared]):
                shared += 1
            # A blank needs no marks of its own.
            own = own[:shared] if token.is_blank else own
            self._out += (f"</{mark.tag}>" for mark in reversed(marks[shared:]))
            self._out += (f"<{mark.tag}{mark.attributes}>" for mark in own[shared:])
            self._out.append(token.markup)
            marks = own
        self._out += (f"</{mark.tag}>" for mark in reversed(marks))
        self._empty = False


def _is_one(mark: Frame, before: Frame) -> bool:
    """Whether two marks that touch are one: editors cut emphasis to pieces."""
    return mark.key == before.key or (mark.tag == before.tag != "a")


class _Token(NamedTuple):
    markup: str
    node: Node | None

    @property
    def is_blank(self) -> bool:
        return self.markup in (" ", "<br>")


def _tokens(pieces: Iterable[tuple[Piece, Image | None]]) -> list[_Token]:
    """Texts, images, and single blanks or line breaks between them."""
    tokens: list[_Token] = []
    for piece, image in pieces:
        if image is not None:
            tokens.append(_Token(image.markup, piece.node))
        elif piece.text == BREAK:
            while tokens and tokens[-1].is_blank:
                tokens.pop()
            if tokens:
                tokens.append(_Token("<br>", piece.node))
        else:
            text = piece.text
            if text[:1].isspace() and tokens and not tokens[-1].is_blank:
                tokens.append(_Token(" ", piece.node))
            words = " ".join(text.split())
            if words:
                tokens.append(_Token(escape(words, quote=False), piece.node))
                if text[-1].isspace():
                    tokens.append(_Token(" ", piece.node))
    while tokens and tokens[-1].is_blank:
        tokens.pop()
    return tokens


def _segments(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each cell of a row; all of them, where there are no cells."""
    segment: list[Piece] = []
    for piece in pieces:
        if piece.text == CELL:
            yield segment
            segment = []
        else:
            segment.append(piece)
    yield segment
