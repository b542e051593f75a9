"""Tags and topics."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# Some thirty tags.
_LONGEST = 400
# One or two may be what somebody said.
_LEAST_TAGS = 3
# A letter in each: "#1" is a rank.
_TAG = pattern(r"#[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_-]*[,;·|]?")


def tag_list(document: Document) -> Iterator[Sign]:
    """Tags and topics.

    What it catches:
        Labels before lists of topics, and lines of nothing but hashtags.
    Why it is noise:
        They file the page under other pages' headings.
    When it is wrong:
        A post whose hashtags are all it says.

    Example:
        ``#ferry #harbour #winter``
    """
    yield from wording(document, "tag-list")
    for block in blocks_with(document, "#"):
        text = block.visible
        if text.startswith("#") and len(text) <= _LONGEST and block.kind != "preformatted":
            tags = text.split()
            if len(tags) >= _LEAST_TAGS and all(map(_TAG.fullmatch, tags)):
                yield Sign(block.index, "tag-list.hashtags", text, "tag-list")
