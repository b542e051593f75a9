"""Copyright lines and reserved rights."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# The line with the address and the reserved rights behind it.
_MOST_WORDS = 40
# The same in characters, for the cheap test.
_LONGEST = 400
# Without a year "(c)" counts the items of a list.
_SIGN = pattern(
    r"©\s?(?:(?:19|20)\d\d|[\p{Lu}\p{Lo}])|(?:^|(?:[Cc]opyright|COPYRIGHT)\s)\([cC]\)\s?(?:[Cc]opyright\s)?(?:19|20)\d\d"
    r"|^\([cC]\)\s\p{Lu}.{0,80}\b(?:19|20)\d\d$"
)
# A publisher and the year at the end of the page, without a sign.
_MOST_PUBLISHER_WORDS = 8
_PUBLISHER = pattern(r"^\p{Lu}.*\P{N}(?:19|20)\d\d$")


def copyright(document: Document) -> Iterator[Sign]:
    """Copyright lines and reserved rights.

    What it catches:
        Notes that rights are reserved, and lines with the sign before a year or a name; below the text also a name
        with a year behind it.
    Why it is noise:
        They state a right in the page, and are the same on every page of the site.
    When it is wrong:
        A text on copyright that shows such a line as an example.

    Example:
        ``© 2024 The Harbour Gazette``
    """
    yield from wording(document, "copyright")
    for block in blocks_with(document, "©("):
        text = block.visible
        if len(text) > _LONGEST or ("©" not in text and "(c)" not in text and "(C)" not in text):
            continue
        reading = document.readings[block.index]
        if reading.words > _MOST_WORDS or reading.prose or block.kind == "preformatted":
            continue
        if match := _SIGN.search(text):
            yield Sign(block.index, "copyright.sign", match[0], "copyright")
    end = document.stretch[1] if document.stretch else len(document.blocks)
    for block in blocks_with(document, "0"):
        few_words = document.readings[block.index].words <= _MOST_PUBLISHER_WORDS
        if block.index > end and few_words and _PUBLISHER.search(block.visible) and block.index not in document.claimed:
            yield Sign(block.index, "copyright.publisher", block.visible[-4:], "copyright")
