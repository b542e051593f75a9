"""From blocks to a document: every block read once, so that filters need not look at its text again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from declutter.lexicon import Lexicon
from declutter.model import Document, Hit, Media, Reading
from declutter.reading import Grammar, read
from declutter.segment import Segmented

# Sentences of so many words tell what an article is about, unless they speak to the reader.
_SENTENCE_WORDS = 8
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
    hits: dict[str, list[Hit]] = {}
    for block, reading in zip(segmented.blocks, readings, strict=True):
        for hit in lexicon.find(block.index, block.visible, reading):
            hits.setdefault(hit.category, []).append(hit)
    return Document(
        source,
        media,
        segmented.blocks,
        readings,
        {category: tuple(found) for category, found in hits.items()},
        frozenset(hit.block for found in hits.values() for hit in found if hit.claims),
        {i: lexicon.spoken_of(reading) for i, reading in enumerate(readings) if _is_sentence(reading)},
        title=segmented.title,
        language=language or _guess_language(readings, grammar),
        host=_host(url),
    )


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
