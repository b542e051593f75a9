"""The path from the home page to here."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# A path with a headline at its end.
_LONGEST = 160
# Space on both sides or on neither: quotation marks («…», »…«) have it on one. A slash or a bar without space
# stands in dates, fractions, addresses and "and/or".
_SEPARATOR = pattern(r"\s[›»>/|→]\s|\s::\s|(?<=\p{L})[›»>→](?=\p{L})|(?<=\p{L})[›>]\s(?=\p{L})")
# The cheap test: whether there is any separator at all.
_MARKS = pattern(r"[›»>/|→]|::")
# One separator stands in "Name | Site" and in many a line of text.
_LEAST_PIECES = 3
# Names of sections are short.
_MOST_WORDS_A_PIECE = 4
# The last piece may be the page itself, whose headline is longer.
_MOST_WORDS_LAST = 16
# Poems are quoted with slashes and tables with bars, so behind these only short names with a capital count.
_AMBIGUOUS = ("/", "|")


def breadcrumb(document: Document) -> Iterator[Sign]:
    """The path from the home page to the page.

    What it catches:
        Rows of short names with arrows, slashes or colons between them, the last of which may be
        the headline.
    Why it is noise:
        It tells where the page stands in the site and repeats names of sections.
    When it is wrong:
        A path through menus, or a route from place to place, that the text gives on a line of its
        own.

    Example:
        ``Home > News > Local``
    """
    yield from wording(document, "breadcrumb")
    for block in blocks_with(document, "›»>/|→:"):
        if len(block.visible) <= _LONGEST and block.kind == "paragraph" and _MARKS.search(block.visible):
            ends = document.readings[block.index].ends
            if ends == "open" and _is_path(block.visible):
                # Menus are written with slashes and bars, too.
                kind = "slashes" if any(mark in block.visible for mark in _AMBIGUOUS) else "arrows"
                yield Sign(block.index, f"breadcrumb.{kind}", block.visible, "breadcrumb")


def _is_path(text: str) -> bool:
    """Whether a text is short names with separators between them."""
    if "<" in text or "«" in text or "://" in text:
        return False
    pieces = [piece.strip() for piece in _SEPARATOR.split(text.rstrip("›»>/|→: "))]
    if len(pieces) < _LEAST_PIECES or not all(piece and piece[0].isalnum() for piece in pieces):
        return False
    sizes = [len(piece.split()) for piece in pieces]
    if max(sizes[:-1]) > _MOST_WORDS_A_PIECE or not any(char.isalpha() for char in pieces[0]):
        return False
    if any(mark in text for mark in _AMBIGUOUS):
        return sizes[-1] <= _MOST_WORDS_A_PIECE and not any(piece[0].islower() for piece in pieces)
    return sizes[-1] <= _MOST_WORDS_LAST
