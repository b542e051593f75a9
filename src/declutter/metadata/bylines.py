"""Authors in what the page shows: the filters tell which lines name them, and by which phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile

from declutter.metadata.around import Around, is_said, said_of
from declutter.metadata.model import Stated
from declutter.metadata.names import declared_names, is_whole, names_in
from declutter.metadata.spans import as_written, named_by
from declutter.metadata.words import bundled_words, folded
from declutter.model import Hit, Reading, Result, Verdict
from declutter.packs.table import bundled_lexicon
from declutter.patterns import plain_pattern
from declutter.reading import is_unspaced

# What opens a note on the author, behind the name, as the filter matches it.
_IS = " is "
# Pages with more notes on authors are lists of authors.
_MOST_NOTES = 10
_NUMBER = plain_pattern(r"\d")
_WHO_AND_WHEN = ("byline", "dateline", "provenance", "read-time", "author-bio")
# A name, a role and an agency have so many words, what opens a byline so many.
_MOST_WORDS, _LONGEST_OPENER = 9, 3


def authors_of(result: Result, near: Sequence[Verdict], around: Around) -> tuple[Stated, ...]:
    """The names of the first byline that gives any, and of those right behind it.

    Lines with a byline's wording, or with a name and a date, come first, then those that look like a name and stand
    where one does, then the note on the author.

    Args:
        result: The page.
        near: The verdicts of blocks that may say who wrote it, the likeliest first.
        around: Where such blocks stand.
    """
    notes = (
        verdict
        for verdict in result.verdicts
        if verdict.category == "author-bio" and is_said(verdict) and around.is_in_text(verdict)
    )
    return (
        _first(near, lambda verdict: _worded(result, verdict) or _before_date(result, verdict, around))
        or _first(near, lambda verdict: _looking_like_one(result, verdict, around))
        or _first(islice(notes, _MOST_NOTES), lambda verdict: _names_in_bio(result, verdict))
    )


def source_of(verdict: Verdict, family: str) -> str:
    """What a block is called that tells something: by what it was taken for if that fits, else by the family."""
    return f"{verdict.category if verdict.category in _WHO_AND_WHEN else family} block"


def _first(verdicts: Iterable[Verdict], names_of: Callable[[Verdict], list[str]]) -> tuple[Stated, ...]:
    found: dict[str, Stated] = {}
    last = -1
    for verdict in verdicts:
        if found and verdict.block.index != last + 1:
            break
        for name in names_of(verdict):
            found.setdefault(folded(name), Stated(name, source_of(verdict, "byline")))
            last = verdict.block.index
    return tuple(found.values())


def _worded(result: Result, verdict: Verdict) -> list[str]:
    """The names behind the wording of a byline."""
    block, reading = verdict.block, result.document.readings[verdict.block.index]
    hits = [hit for hit in hits_in(result, "byline", block.index) if hit.how != "end"]
    hits += [hit for hit in hits_in(result, "provenance", block.index) if hit.how == "whole" and _tells_author(hit)]
    spans = [span for hit in hits for span in named_by(hit, reading, block.visible)]
    if spans and not is_unspaced(spans[0][:1] or " "):
        return names_in(", ".join(spans))
    if spans:
        # The whole line has the word for the job, which tells names from places.
        return names_in(_before_numbers(block.visible)) or names_in(", ".join(spans))
    if any(row.reason == "byline.by" for row in said_of(verdict)):
        return names_in(block.visible)
    return _account(reading, block.visible)


def _before_numbers(text: str) -> str:
    """A text up to its first number."""
    return _NUMBER.split(text, 1)[0]


def _tells_author(hit: Hit) -> bool:
    """Whether a phrase on where a text is from tells who wrote it, and not where it first stood."""
    return not bundled_words().reporting.isdisjoint(hit.phrase.split())


def _before_date(result: Result, verdict: Verdict, around: Around) -> list[str]:
    """The names in a line below the headline that has nothing but names before its date."""
    block, reading = verdict.block, result.document.readings[verdict.block.index]
    if "{date}" not in reading.tokens or reading.ends != "open" or not around.is_below_headline(verdict):
        return []
    before = as_written(reading.cased[: reading.tokens.index("{date}")], block.visible)
    names = names_in(before)
    if sum(len(name.split()) for name in names) + len(names) <= len(before.split()):
        return []
    # An account may be one word; a word before a colon says what the date is of.
    is_post = any(row.reason == "byline.post" for row in said_of(verdict))
    is_account = is_post and ":" not in block.visible.partition(before)[2][:2]
    return [name for name in names if is_whole(name) or (is_account and name == before)]


def _looking_like_one(result: Result, verdict: Verdict, around: Around) -> list[str]:
    """The name in a line that looks like one and stands by the date, below the headline or in an element for it."""
    block, reading = verdict.block, result.document.readings[verdict.block.index]
    if reading.words > _MOST_WORDS or reading.ends != "open":
        return []
    reasons = {row.reason for row in said_of(verdict)}
    is_author = any(reason.startswith("names.author.") for reason in reasons)
    if not is_author and (block.kind == "heading" or "\n" in block.visible):
        return []
    placed = around.is_right_below(verdict) or _is_beside_date(result, verdict)
    if is_author or ("byline.name" in reasons and placed):
        return [name for name in names_in(block.visible) if is_whole(name)]
    return []


def _account(reading: Reading, text: str) -> list[str]:
    """The account in a line such as "posted by jdoe on {date}": accounts need no capital, so no filter is sure."""
    lexicon = bundled_lexicon()
    dated = "{date}" in reading.tokens
    date = reading.tokens.index("{date}") if dated else len(reading.tokens)
    for size in range(min(_LONGEST_OPENER, date - 1), 0 if dated else 1, -1):
        if _opens(" ".join(reading.tokens[:size])):
            words = list(takewhile(lambda word: word not in lexicon.grammar.glue, reading.cased[size:date]))
            return declared_names(as_written(words, text)) if len(words) == 1 else []
    return []


def _opens(words: str) -> bool:
    """Whether some words open a byline."""
    lexicon = bundled_lexicon()
    owner = max(lexicon.whole.get(words), lexicon.labels.get(words))
    return owner >= 0 and lexicon.owners[owner].category == "byline"


def _is_beside_date(result: Result, verdict: Verdict) -> bool:
    """Whether the line above or below dates the page: what looks like a name and stands there is one."""
    readings = result.document.readings
    return any("{date}" in one.tokens for one in readings[max(0, verdict.block.index - 1) : verdict.block.index + 2])


def hits_in(result: Result, category: str, block: int) -> list[Hit]:
    """The phrases of a family in a block."""
    return [hit for hit in result.document.hits.get(category, ()) if hit.block == block]


def _names_in_bio(result: Result, verdict: Verdict) -> list[str]:
    """The name that a note on the author opens with, or that "More posts by …" has."""
    i = verdict.block.index
    hits = [
        hit for hit in hits_in(result, "author-bio", i) if _opens(hit.phrase.partition(" {name}")[0].rpartition(" ")[2])
    ]
    spans = [span for hit in hits for span in named_by(hit, result.document.readings[i], verdict.block.visible)]
    spans += [row.match.partition(_IS)[0] for row in said_of(verdict) if row.reason == "author-bio.is-a"]
    return [name for span in spans for name in names_in(span) if is_whole(name)]
