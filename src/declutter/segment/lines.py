"""Lines of a source with their offsets, shared by the text and Markdown segmenters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

# Marks that show nothing: a line of these is blank, and no block begins or ends with one.
INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"
# All that `str.isspace` calls white space, so that `str.strip` can take both sets in one go.
_WHITE = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))))
BLANK = _WHITE + "\u2028\u2029\u202f\u205f\u3000" + INVISIBLE


class Line(NamedTuple):
    """One line of the source, without the blanks around it.

    Attributes:
        start: Offset of its first character that is not blank.
        end: Offset behind its last one; equal to `start` for a blank line.
        text: ``source[start:end]``.
        indent: How many characters stand before it.
        spaced: Whether blanks stand between it and the line break, as ``fold -s`` leaves them.
    """

    start: int
    end: int
    text: str
    indent: int
    spaced: bool


def lines_of(source: str) -> Iterator[Line]:
    r"""The lines of a source, blank ones included, whatever its line ends.

    >>> [line.text for line in lines_of("one\r\n\r\n two ")]
    ['one', '', 'two']
    """
    offset = 0
    for raw in source.splitlines(keepends=True):
        text = raw.strip(BLANK)
        lead = raw.find(text)
        start, end = lead, lead + len(text)
        yield Line(offset + start, offset + end, text, lead, bool(text) and raw[end : end + 1] in (" ", "\t"))
        offset += len(raw)
