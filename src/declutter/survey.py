"""From blocks to a document: every block read once, so that filters need not look at its text again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from declutter.lexicon import Lexicon
from declutter.model import Document, Hit, Media, Reading
from declutter.reading import Grammar, read
from declutter.segment import Segmented

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
    grammar = _speaking(language, lexicon.grammar)
    readings = tuple(read(block.visible, grammar) for block in segmented.blocks)
    found = [
        hit
        for block, reading in zip(segmented.blocks, readings, strict=True)
        for hit in lexicon.find(block.index, block.visible, reading)
    ]
    hits: dict[str, list[Hit]] = {}
    for hit in found:
        hits.setdefault(hit.category, []).append(hit)
    return Document(
        source,
        media,
        segmented.blocks,
        readings,
        {category: tuple(own) for category, own in hits.items()},
        frozenset(hit.block for hit in found if hit.claims),
        {i: lexicon.spoken_of(reading) for i, reading in enumerate(readings) if _is_sentence(reading)},
        stretch=_densest_stretch(readings, found),
        title=segmented.title,
        language=language or _guess_language(readings, grammar),
        host=_host(url),
    )


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


def _guess_language(readings: Sequence[Reading], grammar: Grammar) -> str | None:
    """The language whose function words are most frequent in the page."""
    total = sum(reading.words for reading in readings)
    counts = {
        language: sum(sum(map(words.__contains__, reading.tokens)) for reading in readings)
        for language, words in grammar.stop_words.items()
    }
    best = max(counts, key=lambda language: (counts[language], language), default=None)
    return best if best is not None and counts[best] >= _LEAST_STOP_SHARE * max(total, 1) else None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
