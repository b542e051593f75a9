"""Labels, hints and errors of input fields."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# Labels of fields are this short; a longer line with a star has a footnote.
_MOST_WORDS = 6
# The same in characters, for the cheap test.
_LONGEST = 50
# A star at the beginning may be a bullet or a footnote's mark, so less is taken on trust there.
_MOST_WORDS_AFTER_STAR = 4
# The star may have lost its place to the colon: "Email *:", "Email: *".
_STARRED_END = pattern(r"\p{L}[^*]*\*:?")
_STARRED_START = pattern(r"\*\s?\p{L}[^*]*")


def form_hint(document: Document) -> Iterator[Sign]:
    """Labels, hints and errors of input fields.

    What it catches:
        Notes on required fields, messages on wrong input, and short labels with the star that marks
        a field as required.
    Why it is noise:
        The field itself is gone; its label asks for nothing any more.
    When it is wrong:
        A short line with the star of a footnote, or the footnote itself when it is as short as a
        label.

    Example:
        ``First name *``
    """
    yield from wording(document, "form-hint")
    for block in blocks_with(document, "*"):
        text = block.visible
        if len(text) > _LONGEST or block.kind != "paragraph":
            continue
        reading = document.readings[block.index]
        if reading.ends in ("sentence", "ellipsis") or reading.words > _MOST_WORDS:
            continue
        if _STARRED_END.fullmatch(text) or (
            reading.words <= _MOST_WORDS_AFTER_STAR
            and _STARRED_START.fullmatch(text)
            and not _is_starred_list(document, block.index)
        ):
            yield Sign(block.index, "form-hint.star", text, "form-hint")


def _is_starred_list(document: Document, index: int) -> bool:
    """Whether a block next to this one begins with a star, too: then stars are bullets."""
    around = (*document.blocks[max(0, index - 1) : index], *document.blocks[index + 1 : index + 2])
    return any(block.visible.startswith("*") for block in around)
