"""Votes and their buttons."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, lines_from, wording
from declutter.model import Document
from declutter.patterns import pattern

# Options are shorter than sentences.
_LONGEST = 50
# Option and share, no colon between them: "Women: 43%" is a finding.
_OPTION = pattern(r"\p{L}[^\d%:=.!?]+\s\(?\d{1,3}(?:[.,]\d)?\s?%\)?")
# Five words of an option, the number and the sign.
_MOST_WORDS = 7


def poll(document: Document) -> Iterator[Sign]:
    """Polls, their buttons and their results.

    What it catches:
        Buttons to vote and to see results, and options with their share of the votes.
    Why it is noise:
        They ask readers for a click, and the shares change by the minute.
    When it is wrong:
        A list of findings that gives a name and a percentage a line.

    Example:
        ``Keep the ferry 43%``
    """
    yield from wording(document, "poll")
    for hit in document.hits.get("poll", ()):
        if hit.claims:
            # A button stands below the options, a heading above them.
            options = tuple(lines_from(document, hit.block, -1)) or tuple(lines_from(document, hit.block, 1))
            for i in options:
                if document.readings[i].words <= _MOST_WORDS:
                    yield Sign(i, "poll.box", hit.phrase, "poll")
    for block in blocks_with(document, "%"):
        text = block.visible
        if len(text) > _LONGEST or block.kind not in ("paragraph", "list-item"):
            continue
        # The number and the sign are two of the words.
        if document.readings[block.index].words <= _MOST_WORDS and _OPTION.fullmatch(text):
            yield Sign(block.index, "poll.percent", text, "poll")
