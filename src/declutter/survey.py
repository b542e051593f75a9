"""From blocks to a document: every block read once, so that filters need not look at its text again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from declutter.containers import holdings_of
from declutter.filters.headline import find_headline
from declutter.glued import unglued
from declutter.lexicon import Lexicon
from declutter.model import Block, Document, Hit, Media, Reading
from declutter.patterns import plain_pattern
from declutter.reading import Grammar, in_unknown_language, read
from declutter.segment import Segmented
from declutter.title import Titles

# All but letters and the punctuation of sentences, which nearly every block has.
# The first class is there because it is quick to tell; the rest of it need not be looked at.
_MARK = plain_pattern(r"[^A-Za-z .,'](?<![^\W\d½¼¾⅓⅔]|[\s’])")
# Sentences of so many words tell what an article is about, unless they speak to the reader.
_SENTENCE_WORDS = 8
# What a block adds to a stretch: a paragraph its words, up to a limit so that one giant does not outweigh
# an article; anything else a loss, which is smaller the more words it has.
_MOST_GAINED = 80
_LOSS = 8
# Below this share of function words a text is in no language that there is a pack for.
_LEAST_STOP_SHARE = 0.12


def survey(
    source: str,
    media: Media,
    segmented: Segmented,
    lexicon: Lexicon,
    *,
    url: str | None,
    language: str | None,
) -> Document:
    """Read every block, find the phrases in it, and note what is known of the page.

    Args:
        source: The page as text.
        media: What kind of source it is.
        segmented: Its blocks.
        lexicon: The phrases to look for.
        url: Where the page is from.
        language: ISO 639-1 code of its language, when the caller knows it.
    """
    url = url or segmented.declared.url or None
    host = _host(url)
    titles = Titles(segmented.declared, host)
    grammar = _speaking(language, lexicon.grammar)
    segmented = unglued(segmented, lexicon, grammar)
    readings, found = _read(segmented.blocks, lexicon, grammar)
    language = language or _guess_language(readings, grammar)
    if _is_foreign(readings, language, grammar):
        readings = list(map(in_unknown_language, readings))
    hits: dict[str, list[Hit]] = {}
    for hit in found:
        hits.setdefault(hit.category, []).append(hit)
    claimed = frozenset(hit.block for hit in found if hit.claims)
    document = Document(
        source,
        media,
        segmented.blocks,
        tuple(readings),
        {category: tuple(own) for category, own in hits.items()},
        claimed,
        {i: lexicon.spoken_of(reading) for i, reading in enumerate(readings) if _is_sentence(reading)},
        stretch=_densest_stretch(readings, found),
        marks=_marks(segmented.blocks),
        elements=segmented.elements,
        holdings=holdings_of(segmented.elements, segmented.blocks, readings, claimed),
        declared=segmented.declared,
        title=titles.best,
        language=language,
        url=url,
        host=host,
    )
    return replace(document, headline=find_headline(document, titles))


def _read(blocks: Iterable[Block], lexicon: Lexicon, grammar: Grammar) -> tuple[list[Reading], list[Hit]]:
    """Every block's reading, and the phrases found in all of them."""
    readings: list[Reading] = []
    found: list[Hit] = []
    # Templates repeat themselves: a fifth of all blocks say what another one says.
    known: dict[str, tuple[Reading, tuple[Hit, ...]]] = {}
    for block in blocks:
        text = block.visible
        if text not in known:
            reading = read(text, grammar)
            known[text] = reading, lexicon.find(block.index, text, reading)
        readings.append(known[text][0])
        found += [hit if hit.block == block.index else hit._replace(block=block.index) for hit in known[text][1]]
    return readings, found


def _marks(blocks: Iterable[Block]) -> dict[str, tuple[int, ...]]:
    """Where signs and digits stand, so that filters that look for one need not look at each block."""
    marks: dict[str, list[int]] = {}
    for block in blocks:
        for mark in set(_MARK.findall(block.visible)):
            marks.setdefault(mark, []).append(block.index)
    digits = [marks.pop(mark) for mark in list(marks) if mark.isdecimal()]
    marks["0"] = sorted(set().union(*digits))
    return {mark: tuple(indices) for mark, indices in marks.items()}


def _densest_stretch(readings: Sequence[Reading], hits: Iterable[Hit]) -> tuple[int, int] | None:
    """The first and last block of the stretch where prose is densest; None when there is no prose.

    It is the stretch of greatest sum when prose counts for and everything else against (Pasternack and Roth 2009,
    "Extracting article text from the web with maximum subsequence segmentation").
    """
    spoken_for = {hit.block for hit in hits if hit.how not in ("contains", "cues")}
    best, bounds = 0, None
    total, first = 0, 0
    for i, reading in enumerate(readings):
        if total <= 0:
            total, first = 0, i
        counts = reading.prose and i not in spoken_for
        total += min(reading.words, _MOST_GAINED) if counts else min(0, reading.words - _LOSS)
        if total > best:
            best, bounds = total, (first, i)
    return bounds


def _is_sentence(reading: Reading) -> bool:
    return reading.ends == "sentence" and reading.words >= _SENTENCE_WORDS and not reading.address


def _speaking(language: str | None, grammar: Grammar) -> Grammar:
    """The grammar with one language's function words alone, when that language is known and has a pack."""
    if language is None or language not in grammar.stop_words:
        return grammar
    return replace(grammar, stop_words={language: grammar.stop_words[language]})


def _is_foreign(readings: Sequence[Reading], language: str | None, grammar: Grammar) -> bool:
    """Whether the page's sentences are in a language whose function words are not known."""
    if language is not None:
        return language not in grammar.stop_words
    return any(map(_is_sentence, readings))


def _guess_language(readings: Sequence[Reading], grammar: Grammar) -> str | None:
    """The language whose function words are most frequent in the page: in its sentences, if it has any."""
    readings = list(filter(_is_sentence, readings)) or readings
    total = sum(reading.words for reading in readings)
    counts = grammar.spoken(token for reading in readings for token in reading.tokens)
    best = max(counts, key=lambda language: (counts[language], language), default=None)
    return best if best is not None and counts[best] >= _LEAST_STOP_SHARE * max(total, 1) else None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
