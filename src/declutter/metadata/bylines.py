"""Authors in what the page shows: the filters tell which lines name them, and by which phrase."""

from __future__ import annotations

from collections.abc import Iterable

from declutter.metadata.model import Stated
from declutter.metadata.names import is_whole, names_in
from declutter.metadata.spans import as_written, named_by
from declutter.metadata.words import folded
from declutter.model import Hit, Result, Verdict

# What opens a note on the author, behind the name, as the filter matches it.
_IS = " is "


def authors_of(result: Result, near: Iterable[Verdict], said: Iterable[Verdict]) -> tuple[Stated, ...]:
    """The names of the first byline that gives any, and of the bylines right behind it; else of the note on the author.

    Args:
        result: The page.
        near: The verdicts of blocks that may say who wrote it, the likeliest first.
        said: Those of all that are what their category says.
    """
    found: dict[str, Stated] = {}
    last = -1
    for verdict in near:
        i = verdict.block.index
        if found and i != last + 1:
            continue
        for name in _names_of(result, verdict):
            found.setdefault(folded(name), Stated(name, f"{verdict.category} block"))
            last = i
    if not found:
        for verdict in said:
            for name in _names_in_bio(result, verdict):
                found.setdefault(folded(name), Stated(name, "author-bio block"))
            if found:
                break
    return tuple(found.values())


def _names_of(result: Result, verdict: Verdict) -> list[str]:
    document, block = result.document, verdict.block
    hits = hits_in(result, "byline", block.index)
    reading = document.readings[block.index]
    spans = [span for hit in hits for span in named_by(hit, reading, block.visible)]
    if spans:
        return names_in(", ".join(spans))
    if verdict.category != "byline":
        return []
    reasons = {row.reason for row in verdict.evidence if row.filter == "byline"}
    if "byline.post" in reasons:
        return [as_written(reading.cased[: reading.tokens.index("{date}")], block.visible)]
    names = names_in(block.visible) if reading.ends == "open" or "byline.by" in reasons else []
    # Without wording of its own, a block of one word may be anything.
    return names if reasons & {"byline.by", "byline.name"} else [name for name in names if is_whole(name)]


def hits_in(result: Result, category: str, block: int) -> list[Hit]:
    return [hit for hit in result.document.hits.get(category, ()) if hit.block == block]


def _names_in_bio(result: Result, verdict: Verdict) -> list[str]:
    """The name that a note on the author opens with, or that "More posts by …" has."""
    if verdict.category != "author-bio":
        return []
    i = verdict.block.index
    hits = hits_in(result, "author-bio", i)
    spans = [span for hit in hits for span in named_by(hit, result.document.readings[i], verdict.block.visible)]
    spans += [row.match.partition(_IS)[0] for row in verdict.evidence if row.reason == "author-bio.is-a"]
    return [name for span in spans for name in names_in(span) if is_whole(name)]
