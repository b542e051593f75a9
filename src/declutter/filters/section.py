"""A heading, and what stands below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from declutter.containers import is_first_level
from declutter.filters.base import PlainSign
from declutter.model import Document


def section(document: Document) -> Iterator[PlainSign]:
    """Headings by what stands below them, up to the next one.

    What it catches:
        Headings over links, over labels and over nothing, and the blocks below these.
    Why it is noise:
        A box of stories or a menu has a title like a section of the article has, but not its paragraphs.
    When it is wrong:
        Sections that are a list or a table; a heading directly above a heading of the next level.

    Example:
        ``<h3>From the harbour</h3><ul><li><a href="/a">Ferry to run all winter</a></li></ul>``
    """
    if document.media != "html":
        return
    blocks, readings = document.blocks, document.readings
    heads = [block.index for block in blocks if block.kind == "heading"]
    for head, end in pairwise((*heads, len(blocks))):
        below = range(head + 1, end)
        prose = sum(readings[i].words for i in below if readings[i].prose and i not in document.claimed)
        words = sum(readings[i].words for i in below)
        chars = sum(len(blocks[i].visible) for i in below)
        linked = sum(blocks[i].link_chars for i in below)
        if not words:
            name = "nothing"
        elif prose * 2 >= words:
            name = "prose"
        elif linked * 2 >= chars:
            name = "links"
        else:
            name = "some-prose" if prose else "labels"
        level = "first" if is_first_level(document.elements, blocks[head]) else "lower"
        yield head, f"section.heading.{level}.{name}", f"over {words} words", ""
        title = blocks[head].text[:60]
        for i in below:
            yield i, f"section.{name}.{'prose' if readings[i].prose else 'line'}", title, ""
