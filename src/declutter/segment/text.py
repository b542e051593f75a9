"""Plain text to blocks: one block a line, unless the lines were wrapped or a whole page stands in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from declutter.model import Block, Kind
from declutter.patterns import pattern
from declutter.segment.lines import Line, lines_of
from declutter.segment.sentences import sentence_spans
from declutter.segment.wrap import BULLET, find_wrapping

# A page of at most so many lines, or a line longer than any paragraph, is a blob: sentences are judged one by one.
_BLOB_LINES = 2
_BLOB_CHARS = 400
_LONGEST_PARAGRAPH = 6000
# A paragraph, a table or a section of a wrapped page has its own width when it has so many lines.
_RUN_LINES = 4
_URL = pattern(r"(?i)\b(?:https?://|www\.)[^\s<>\"')\]]+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
_CELLS = pattern(r"\t| {3,}|\s\|\s")


def segment_text(source: str) -> tuple[Block, ...]:
    """Cut plain text into blocks whose spans cover every character that is not blank, in order.

    One line is one block, as WET files and most converters write. Lines that a program wrapped (mail,
    ``lynx -dump``, ``fold -s``) are joined to one block; a page that stands in one line is cut at sentence ends.

    Args:
        source: The text, with any line ends.
    """
    lines = list(lines_of(source))
    spans = _joined(lines)
    longest = _BLOB_CHARS if len(spans) <= _BLOB_LINES else _LONGEST_PARAGRAPH
    blocks: list[Block] = []
    for start, end in spans:
        if end - start > longest and not any(mark in source[start:end] for mark in "\r\n"):
            pieces: Iterable[tuple[int, int]] = sentence_spans(source, start, end)
            kind: Kind | None = "sentence"
        else:
            pieces, kind = ((start, end),), None
        for a, b in pieces:
            text = source[a:b]
            blocks.append(Block(len(blocks), text, text, kind or _kind(text), (a, b), None, _link_chars(text)))
    return tuple(blocks)


def _joined(lines: list[Line]) -> list[tuple[int, int]]:
    """Spans of lines, those that wrapping broke joined again."""
    page_wrapping = find_wrapping(lines)
    spans: list[tuple[int, int]] = []
    for run in _runs(lines):
        wrapping = page_wrapping or (find_wrapping(run) if len(run) >= _RUN_LINES else None)
        for i, line in enumerate(run):
            if i and wrapping and wrapping.broke(run[i - 1], line):
                spans[-1] = (spans[-1][0], line.end)
            else:
                spans.append((line.start, line.end))
    return spans


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    run: list[Line] = []
    for line in lines:
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _kind(text: str) -> Kind:
    if BULLET.match(text):
        return "list-item"
    if ("\t" in text or "   " in text or "|" in text) and "\n" not in text and len(_CELLS.findall(text[:400])) >= 2:
        return "table-row"
    return "paragraph"


def _link_chars(text: str) -> int:
    if "/" not in text and "@" not in text and "www." not in text:
        return 0
    return sum(len(match[0]) for match in _URL.finditer(text))
