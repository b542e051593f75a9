"""The title of the page."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document

# Headlines have so many words; shorter ones are section names, longer ones standfirsts.
_FEWEST_WORDS, _MOST_WORDS = 3, 28
# Further above the text no headline stands.
_LONGEST_WAY = 60
_STRONG = ("whole", "label", "tokens", "compound")


def headline(document: Document) -> Iterator[Sign]:
    """The title of the page, and its repetitions.

    What it catches:
        The longest title-like block above the first paragraph that no other wording claims, or the page's main
        heading where the source marks one; and blocks that say the same or what the page declares as its title.
    Why it is noise:
        The title is kept as ``Result.title``; in the text it would be there twice.
    When it is wrong:
        A text without a headline that opens with a short line and no full stop.

    Example:
        ``Council votes to keep the winter ferry`` above the first paragraph
    """
    yield from wording(document, "headline")
    titles = set()
    found = _candidate(document)
    if found is not None:
        yield Sign(found, "headline.title", "", "headline")
        titles.add(document.readings[found].tokens)
    declared = " ".join(document.title.casefold().split()) if document.title else ""
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if block.index == found or not _FEWEST_WORDS <= reading.words <= _MOST_WORDS:
            continue
        said = " ".join(block.visible.casefold().split())
        if reading.tokens in titles or (declared and declared.startswith(said)):
            yield Sign(block.index, "headline.again", "", "headline")


def _candidate(document: Document) -> int | None:
    """The block that is most likely the headline; None when nothing looks like one."""
    readings = document.readings
    first = next((i for i, reading in enumerate(readings) if reading.prose), None)
    marked = _main_heading(document, first)
    if marked is not None or first is None:
        return marked
    claimed = {
        hit.block
        for category, hits in document.hits.items()
        if category != "headline"
        for hit in hits
        if hit.how in _STRONG or hit.how == "start"
    }
    best, most = None, 0
    for i in range(max(0, first - _LONGEST_WAY), first):
        reading, block = readings[i], document.blocks[i]
        fits = _FEWEST_WORDS <= reading.words <= _MOST_WORDS and block.kind in (
            "paragraph",
            "heading",
            "sentence",
        )
        # Nearer wins ties: menus stand further up.
        if fits and i not in claimed and reading.ends == "open" and reading.words >= most:
            best, most = i, reading.words
    return best


def _main_heading(document: Document, first: int | None) -> int | None:
    """The heading that the source itself marks as the first-level one, at or above the first paragraph."""
    for block in document.blocks[: None if first is None else first]:
        if block.kind != "heading":
            continue
        level_one = (
            "/h1[" in block.xpath if block.xpath else block.text.startswith("# ") or block.text.rstrip().endswith("=")
        )
        if level_one and document.readings[block.index].words >= 1:
            return block.index
    return None
