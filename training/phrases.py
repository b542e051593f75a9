"""Candidate phrases for the packs: what stands around the main text of many hosts and hardly ever in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from typing import NamedTuple

from benchmarks.pages import Page
from declutter import DEFAULT
from declutter.errors import DeclutterError
from training.folds import host_of
from training.labels import labels_of

# Longer blocks are said by one site in its own way.
_MOST_WORDS = 10
# Wording of one host only never enters a pack, and that of two may come from one publisher.
FEWEST_HOSTS = 3
# Of the pages that have a phrase, at most so many have it in their main text.
_MOST_IN_TEXTS = 0.05


class Sighting(NamedTuple):
    """A short block on a page.

    Attributes:
        language: Of the page; empty when unknown.
        phrase: What it says, normalised.
        host: Where.
        is_text: Whether it is main text.
        category: What it was dropped as, or would be.
        known: Whether a pack has it already.
    """

    language: str
    phrase: str
    host: str
    is_text: bool
    category: str
    known: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be worth a place in a pack.

    Attributes:
        language: The language of the pages; empty when unknown.
        category: What these blocks mostly were dropped as; a guess.
        phrase: The phrase as packs have it.
        hosts: On how many hosts it is noise.
        texts: On how many pages it is main text.
    """

    language: str
    category: str
    phrase: str
    hosts: int
    texts: int


def candidates(pages: Iterable[Page], fewest_hosts: int = FEWEST_HOSTS) -> list[Candidate]:
    """The phrases that packs lack, those of most hosts first, language by language.

    Args:
        pages: Pages with golds.
        fewest_hosts: On how many hosts a phrase must be noise.
    """
    with Pool(2) as pool:
        return ranked((one for found in pool.imap(sightings, pages, chunksize=16) for one in found), fewest_hosts)


def sightings(page: Page) -> list[Sighting]:
    """The short blocks of a page whose place, in or around the main text, is known."""
    try:
        result = DEFAULT.run(page.html, media="html")
    except DeclutterError:
        return []
    document = result.document
    labels = labels_of(page, [block.visible for block in document.blocks])
    host = host_of(page)
    return [
        Sighting(
            page.language or document.language or "",
            " ".join(reading.tokens),
            host,
            label >= 0.5,
            verdict.category or "",
            verdict.block.index in document.claimed,
        )
        for verdict, reading, label in zip(result.verdicts, document.readings, labels, strict=True)
        if label is not None and 0 < reading.words <= _MOST_WORDS and verdict.block.index != document.headline
    ]


def ranked(found: Iterable[Sighting], fewest_hosts: int) -> list[Candidate]:
    """The candidates among sightings."""
    hosts: dict[tuple[str, str], set[str]] = defaultdict(set)
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    categories: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.known or not any(map(str.isalpha, one.phrase.replace("{n}", "").replace("{date}", ""))):
            continue
        key = one.language, one.phrase
        (texts if one.is_text else hosts)[key].add(one.host)
        categories[key][one.category] += 1
    return sorted(
        (
            Candidate(language, max(sorted(named), key=named.__getitem__), phrase, len(hosts[key]), len(texts[key]))
            for key, named in categories.items()
            for language, phrase in (key,)
            if len(hosts[key]) >= fewest_hosts
            and len(texts[key]) <= _MOST_IN_TEXTS * (len(texts[key]) + len(hosts[key]))
        ),
        key=lambda one: (one.language, -one.hosts, one.phrase),
    )


def table_of(found: Sequence[Candidate]) -> Iterator[str]:
    """The candidates as lines of tab-separated values, with a head."""
    yield "language\thosts\ttexts\tcategory\tphrase"
    yield from (f"{one.language}\t{one.hosts}\t{one.texts}\t{one.category}\t{one.phrase}" for one in found)
