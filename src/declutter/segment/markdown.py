"""Markdown to blocks: headings, list items, quotes, tables, fenced code and paragraphs, with exact spans.

This is no renderer. It finds where blocks begin and end, and what a reader would see of them; everything
else in the source (markers, link targets) stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from declutter.model import Block, Kind
from declutter.patterns import pattern, plain_pattern
from declutter.segment.lines import Line, lines_of

_FENCE = pattern(r"(`{3,}|~{3,})")
_HEADING = pattern(r"#{1,6}(?:[ \t]|$)")
_UNDERLINE = pattern(r"(?:=+|-+)$")
_RULE = pattern(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = pattern(r"(?:[-*+•]|\d{1,9}[.)])(?:[ \t]|$)")
_DELIMITER = pattern(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
_REFERENCE = pattern(r"\[[^\]\n]{1,200}\]:[ \t]*\S")
_TITLE = pattern(r"""(?i)title[ \t]*[:=][ \t]*["']?(.+?)["']?[ \t]*$""")
_FRONT_LINE = pattern(r"[-#\[\]]|[^:=]{1,200}[:=]")
# Front matter that has not closed by then is a rule with text under it.
_FRONT_MATTER_LINES = 60
# A shorter line that the next one does not continue is a block of its own: scrapers often write one block a line.
_CONTINUED_CHARS = 45

_IMAGE = pattern(
    r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s+\"[^\"]{0,500}\")?\s*\)"
)
_LINK = pattern(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,100}\]){0,1000})\](?:\(\s*<?[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?>?(?:\s+[\"'(][^\"')]{0,500}[\"')])?\s*\)|\[[^\[\]]{0,200}\])"
)
_AUTOLINK = pattern(r"(?i)<((?:https?:|mailto:)[^\s<>]+)>")
_BARE_URL = pattern(r"(?i)<?\bhttps?://[^\s<>\"')\]]+>?")
# Possessive, and of the plain module: the other one remembers each repetition, and megabytes of marks took all memory.
_LEAD = plain_pattern(r"(?m)^[ \t]*+(?:#{1,6}[ \t]++|>[ \t]?+|(?:[-*+•]|\d{1,9}[.)])[ \t]++|\[[ xX]\][ \t]++)++")
_MARKS = pattern(
    r"\\([^\w\s])|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|_{2,3}|(?<!\w)_|_(?!\w)|`+|~~|(?<=[ \t])#+[ \t]*$"
    r"|<(?!https?:|mailto:)/?[a-zA-Z][^<>]{0,300}>|\|"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    kind: Kind


def segment_markdown(source: str) -> tuple[tuple[Block, ...], str | None]:
    """Cut Markdown into blocks whose spans cover every character that is not blank, in order.

    Args:
        source: The Markdown, with any line ends.

    Returns:
        The blocks, and the title that the front matter declares, if any.
    """
    lines = list(lines_of(source))
    front = _front_matter(lines)
    title = next((match[1] for line in lines[:front] if (match := _TITLE.match(line.text))), None)
    blocks: list[Block] = []
    for piece in (*_front_pieces(lines[:front]), *_pieces(lines[front:])):
        text = source[piece.start : piece.end]
        visible, link_chars = (text, 0) if piece.kind == "preformatted" else visible_text(text)
        blocks.append(Block(len(blocks), text, visible, piece.kind, (piece.start, piece.end), link_chars=link_chars))
    return tuple(blocks), title


def visible_text(markdown: str) -> tuple[str, int]:
    """What a reader sees of a piece of Markdown, and how many characters of that stand inside links.

    >>> visible_text("See [the **map**](https://example.org/map) ![icon](i.png)")
    ('See the map', 7)
    """
    text = _IMAGE.sub(" ", markdown) if "![" in markdown else markdown
    text = _AUTOLINK.sub(r"\1", text)
    linked = 0
    if "[" in text or "://" in text:
        pieces = [_unmarked(match[1] or "") for match in _LINK.finditer(text)]
        bare = _BARE_URL.findall(_LINK.sub(" ", text))
        linked = sum(map(len, pieces)) + sum(map(len, bare))
        text = _LINK.sub(lambda match: match[1] or "", text)
    return _unmarked(text), linked


def _unmarked(text: str) -> str:
    return " ".join(_MARKS.sub(lambda match: match[1] or "", _LEAD.sub("", text)).split())


def _front_matter(lines: list[Line]) -> int:
    """How many lines a YAML or TOML front matter takes, 0 without one."""
    first = lines[0].text if lines else ""
    if first not in ("---", "+++"):
        return 0
    for i, line in enumerate(islice(lines, 1, _FRONT_MATTER_LINES), 1):
        if line.text == first:
            return i + 1
        if (
            line.text
            and not line.indent
            and ":" not in line.text
            and "=" not in line.text
            and line.text[0] not in "-#[]"
        ):
            return 0
    return 0


def _front_pieces(lines: list[Line]) -> Iterator[_Piece]:
    if lines:
        yield _Piece(lines[0].start, lines[-1].end, "preformatted")


def _pieces(lines: list[Line]) -> Iterator[_Piece]:
    i = 0
    while i < len(lines):
        if not lines[i].text:
            i += 1
            continue
        end, kind = _piece_end(lines, i)
        yield _Piece(lines[i].start, lines[end - 1].end, kind)
        i = end


def _piece_end(lines: list[Line], start: int) -> tuple[int, Kind]:
    """Where the block that begins in a line ends, as the index of the line behind it, and what it is."""
    text = lines[start].text
    if fence := _FENCE.match(text):
        return _fence_end(lines, start, fence[1]), "preformatted"
    if _HEADING.match(text):
        return start + 1, "heading"
    if _RULE.match(text):
        return start + 1, "rule"
    if _is_row(lines, start):
        return start + 1, "table-row"
    if text.startswith(">"):
        return _while(lines, start, lambda line: line.text.startswith(">")), "quote"
    if _ITEM.match(text):
        return _while(lines, start, lambda line: not _interrupts(line)), "list-item"
    end = _paragraph_end(lines, start)
    if end < len(lines) and end == start + 1 and _UNDERLINE.match(lines[end].text):
        return end + 1, "heading"
    return end, "paragraph"


def _fence_end(lines: list[Line], start: int, mark: str) -> int:
    for i in range(start + 1, len(lines)):
        if lines[i].text.startswith(mark) and not lines[i].text.strip(mark[0]):
            return i + 1
    return start + 1  # never closed: an ordinary line, or the rest of the page would be code


def _while(lines: list[Line], start: int, goes_on: Callable[[Line], bool]) -> int:
    end = start + 1
    while end < len(lines) and lines[end].text and goes_on(lines[end]):
        end += 1
    return end


def _paragraph_end(lines: list[Line], start: int) -> int:
    end = start + 1
    while end < len(lines):
        before, line = lines[end - 1].text, lines[end].text
        if not line or _interrupts(lines[end]) or _UNDERLINE.match(line) or _is_row(lines, end):
            break
        if len(before) < _CONTINUED_CHARS and not line[0].islower():
            break
        end += 1
    return end


def _interrupts(line: Line) -> bool:
    text = line.text
    return bool(
        _HEADING.match(text)
        or _FENCE.match(text)
        or _RULE.match(text)
        or _ITEM.match(text)
        or _REFERENCE.match(text)
        or text[0] in ">|"
    )


def _is_row(lines: list[Line], i: int) -> bool:
    text = lines[i].text
    if "|" not in text:
        return False
    if text.startswith("|") and text.count("|") >= 2:
        return True
    around = lines[max(0, i - 1) : i + 2]
    return any("|" in line.text and _DELIMITER.match(line.text) for line in around)
