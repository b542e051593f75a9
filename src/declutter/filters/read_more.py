"""Links onward to one other text."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# A headline at most.
_LONGEST = 120
# Longer lines with an arrow are sentences about something.
_MOST_WORDS = 12
# What links onward end in; a single ">" is more often a quotation mark of mail or a sign of order.
_ARROWS = (*"»→›⟶➔➜❯▸►", ">>")
_LAST = "»→›⟶➔➜❯▸►>"
# One arrow, no end mark before it, and space where it might close a quotation («…»).
_POINTING = pattern(r"(?:\d{1,3}\s)?\p{L}[^»→›⟶➔➜❯▸►«‹>]*(?<![.!?:]\s?)(?:\s[»›]|[→⟶➔➜❯▸►]|>>)")


def read_more(document: Document) -> Iterator[Sign]:
    """Links onward to one other text, or to the rest of this one.

    What it catches:
        Calls to read on, alone or before the title of the other text, and short lines that end in
        an arrow.
    Why it is noise:
        They lead elsewhere, or stand where the text was cut.
    When it is wrong:
        A short line whose arrow means something, such as a step of a derivation.

    Example:
        ``Read more →``
    """
    yield from wording(document, "read-more")
    turning = {hit.block for hit in document.hits.get("pagination", ()) if hit.how != "cues"}
    for block in blocks_with(document, _LAST):
        text = block.visible
        if block.index in turning:
            continue
        if len(text) > _LONGEST or not text.endswith(_ARROWS) or block.kind in ("table-row", "preformatted"):
            continue
        if document.readings[block.index].words <= _MOST_WORDS and _POINTING.fullmatch(text):
            yield Sign(block.index, "read-more.arrow", text, "read-more")
