"""When it was published or changed."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document

# Date, clock and the like; a table of dates has more.
_MOST_TOKENS = 4
# Longer lines are tables.
_LONGEST = 80


def dateline(document: Document) -> Iterator[Sign]:
    """When the text was published or changed.

    What it catches:
        Dates with the word that says what happened then, and lines that are nothing but a date.
    Why it is noise:
        It dates the page, apart from the text.
    When it is wrong:
        A diary or a chronicle that sets its dates on lines of their own.

    Example:
        ``21/11/2024 10:51``
    """
    yield from wording(document, "dateline")
    for block in document.blocks:
        if len(block.visible) > _LONGEST or block.kind != "paragraph":
            continue
        reading = document.readings[block.index]
        if (
            "{date}" in reading.tokens
            and len(reading.tokens) <= _MOST_TOKENS
            and set(reading.tokens) <= {"{date}", "{n}"}
            and reading.ends == "open"
        ):
            yield Sign(block.index, "dateline.date", block.visible, "dateline")
