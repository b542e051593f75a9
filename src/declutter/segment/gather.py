"""The text of the block that the walk is in: white space, line breaks, cells and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from declutter.segment.lines import BLANK
from declutter.segment.sound import sound

if TYPE_CHECKING:
    from declutter.model import Kind
    from declutter.segment.nodes import Node

# Stand for the border between two cells and for a line break until white space is folded.
CELL = "\x1f"
BREAK = "\x1e"
# A cell longer than this is no entry of a table but a page laid out with one.
_LONGEST_CELL = 200


class Gathered(NamedTuple):
    """The text of one block.

    Attributes:
        text: The text.
        home: The innermost element around all of it.
        linked: How many characters that are not blank stand in links.
        kind: What it is, where that is not for its element to say.
    """

    text: str
    home: Node
    linked: int
    kind: Kind | None = None


class Gathering:
    """What has been gathered of the current block.

    Attributes:
        links: How many links the walk is in.
        verbatim: How many elements it is in that keep white space as it is.
    """

    def __init__(self) -> None:
        self.links = 0
        self.verbatim = 0
        self._parts: list[str] = []
        self._linked = 0
        # What parts the next text from the last, unless they are apart: a blank or a line break.
        self._gap = ""
        # The innermost element around all that has been gathered, and how far up the walk has been since.
        self._home: Node | None = None
        self._low = 0

    def add(self, text: str, node: Node | None) -> None:
        """Gather a piece of text that stands in an element."""
        if self._gap:
            self._part(text)
        if text.isspace():
            # Blanks before a block are none of it, unless it keeps them.
            if self._parts or self.verbatim:
                self._parts.append(text)
            return
        self._parts.append(text)
        if self.links:
            self._linked += inked(text)
        if self._home is None:
            self._home = node
        else:
            while self._home.depth > self._low and self._home.parent is not None:
                self._home = self._home.parent
        self._low = self._home.depth if self._home is not None else 0

    def rise(self, depth: int) -> None:
        """Note that the walk has left an element for one of this depth."""
        if depth < self._low:
            self._low = depth

    def cell(self) -> None:
        """A cell of a table begins."""
        self._parts.append(CELL)

    def apart(self) -> None:
        """What comes next touches what came last, but readers see two things."""
        self._gap = self._gap or " "

    def together(self) -> None:
        """What comes next belongs to what came last after all."""
        if self._gap == " ":
            self._gap = ""

    def line(self) -> None:
        """A line of preformatted text begins or ends here."""
        self._gap = BREAK

    def line_break(self) -> list[Gathered]:
        """One break is a line of the block, two are its end."""
        if self._gap:
            self._part("")
        last = next((part for part in reversed(self._parts) if part == BREAK or not part.isspace()), "")
        if last == BREAK and not self.verbatim:
            return self.taken()
        self._parts.append(BREAK)
        return []

    def taken(self) -> list[Gathered]:
        """The block, at its end: none if nothing was gathered, several if its cells are no row of a table."""
        self._gap = ""
        if not self._parts:
            return []
        text = "".join(self._parts)
        linked, home = self._linked, self._home
        self._parts.clear()
        self._linked, self._home = 0, None
        if home is None or not text.strip(BLANK + CELL + BREAK):
            return []
        text = sound(text)
        if self.verbatim:
            lines = text.replace("\r\n", "\n").replace(BREAK, "\n").replace(CELL, "\t")
            return [Gathered(lines.strip("\n").rstrip(), home, linked)]
        cells = [cell for cell in map(_folded, text.split(CELL)) if cell.strip(BLANK)]
        if len(cells) > 1 and max(map(len, cells)) > _LONGEST_CELL:
            share = linked / max(1, inked(text))
            return [Gathered(cell, home, round(share * inked(cell)), "paragraph") for cell in cells]
        return [Gathered("\t".join(cells), home, linked)] if cells else []

    def _part(self, text: str) -> None:
        """Put in the gap before a text where there is none."""
        gap, self._gap = self._gap, ""
        before = self._parts[-1] if self._parts else ""
        if gap == " ":
            apart = not (before[-1:].isalnum() and text[:1].isalnum())
        else:
            apart = not before or before.endswith(("\n", BREAK)) or text.startswith(("\n", "\r"))
        if not apart:
            self._parts.append(gap)


def inked(text: str) -> int:
    """How many characters of a text are not blank."""
    return len("".join(text.split()))


def _folded(text: str) -> str:
    """White space folded as browsers do, line breaks kept."""
    if BREAK not in text:
        return " ".join(text.split())
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split(BREAK)) if line)
