"""The title of the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from declutter.filters.base import Sign, wording
from declutter.model import Document

# Headlines have so many words; shorter ones are section names, longer ones standfirsts.
_FEWEST_WORDS, _MOST_WORDS = 3, 28
# Further above the text no headline stands.
_LONGEST_WAY = 60
# From so many words on, length says no more.
_FULL_LENGTH = 8
# Below a headline stand the author, the date and their like, within so many blocks.
_BELOW = 4
_METADATA = ("byline", "dateline", "read-time", "image-credit", "share", "counter")
# Points for standing above these or being in the page's title, and against for each family that claims the block:
# each outweighs six words of length.
_OVER_METADATA = 3.0
_CLAIMED = 3.0
# A comma in so few words stands between a name and a role.
_NAME_WORDS = 6
# Links and field labels end like this.
_NEVER_LAST = ("]", "»", "›", "→", ">", "*")


def headline(document: Document) -> Iterator[Sign]:
    """The title of the page, and its repetitions.

    What it catches:
        The page's main heading where the source marks one, or else the block above the prose that looks most like a
        headline: long enough, claimed by no wording, above a byline or date, said by the page's own title; and blocks
        that repeat it or what the page declares as its title.
    Why it is noise:
        The title is kept as ``Result.title``; in the text it would be there twice.
    When it is wrong:
        A text without a headline that opens with a short line and no full stop.

    Example:
        ``Council votes to keep the winter ferry`` above the first paragraph
    """
    yield from wording(document, "headline")
    titles = set()
    found = find_headline(document)
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


def find_headline(document: Document) -> int | None:
    """The block that is most likely the headline; None when nothing looks like one."""
    stretch = document.stretch
    first = stretch[0] if stretch else None
    marked = _main_heading(document, first)
    if marked is not None or first is None:
        return marked
    claims: dict[int, set[str]] = {}
    for hits in document.hits.values():
        for hit in (hit for hit in hits if hit.how != "cues"):
            claims.setdefault(hit.block, set()).add(hit.category)
    nearby = range(max(0, first - _LONGEST_WAY), first)
    scores = {i: _score(document, i, claims) for i in nearby if _may_be(document, i)}
    best = max(scores, key=lambda i: (scores[i], -i), default=None)
    return best if best is not None and scores[best] > 0 else None


def _may_be(document: Document, i: int) -> bool:
    reading, block = document.readings[i], document.blocks[i]
    return (
        _FEWEST_WORDS <= reading.words <= _MOST_WORDS
        and block.kind in ("paragraph", "heading", "sentence")
        and (reading.ends == "open" or block.visible.endswith("?"))
        and block.visible[-1:] not in _NEVER_LAST
    )


def _score(document: Document, i: int, claims: Mapping[int, Collection[str]]) -> float:
    """How much a block looks like a headline: as long as one, claimed by nothing, and above a byline or date."""
    reading = document.readings[i]
    score = min(reading.words, _FULL_LENGTH) / 2
    score -= _CLAIMED * len([category for category in claims.get(i, ()) if category != "headline"])
    below = (category for j in range(i + 1, i + 1 + _BELOW) for category in claims.get(j, ()))
    if any(category in _METADATA for category in below):
        score += _OVER_METADATA
    if document.title and " ".join(document.blocks[i].visible.split()).casefold() in document.title.casefold():
        score += _OVER_METADATA
    if document.blocks[i].visible.endswith(")") and "/" in document.blocks[i].visible:
        score -= _CLAIMED  # a picture's credit
    # "Jo Li, political editor": few names are headlines.
    if "," in document.blocks[i].visible and reading.words <= _NAME_WORDS:
        score -= _CLAIMED
    return score


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
