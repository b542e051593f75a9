"""What all filters stand on: signs, the rule that prices them, and the look-up of a family's wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from declutter.model import Block, Document, Evidence, Hit, Reading
from declutter.weights import bundled_weights

# Up to so many words a block is short, up to so many medium; a phrase weighs less in a longer block.
SHORT_WORDS = 8
MEDIUM_WORDS = 24
# Furniture speaks for itself; wording in quotation marks is what an article says about it.
_QUOTES = ('"', "“", "„", "«", "‘", "‚")
_WEAK = ("start", "end", "contains")
_LEAD = "-–—*•·> \t\u00a0"
# Titles of appeals have so many words.
_LONGEST_TITLE = 10
# Boxes have so many lines, of so many words.
_LONGEST_BOX = 10
_LONGEST_LINE = 20
# A block with a phrase of one family in every so many words speaks of nothing else.
_WORDS_A_PHRASE = 16


class Sign(NamedTuple):
    """A row of evidence that has not been priced yet.

    Attributes:
        block: The block's index.
        reason: The stable code whose log-odds stand in the weights file.
        match: What triggered it.
        category: What the block would be dropped as; empty when the sign names none.
    """

    block: int
    reason: str
    match: str = ""
    category: str = ""


# What filters give that have something to say of every block: the fields of a `Sign`, in less time.
PlainSign = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A filter made of a function that observes signs, and the weights file that prices them.

    Attributes:
        name: What ``Pipeline.without`` and the receipt call it.
        observe: A pure function that gives a document's signs.
    """

    name: str
    observe: Callable[[Document], Iterable[PlainSign]]

    def __call__(self, document: Document) -> Iterator[Evidence]:
        """Give the document's signs with their log-odds; a sign that weighs nothing is no row."""
        weights = bundled_weights()
        name = self.name
        prices: dict[str, float] = {}
        # Pages have thousands of rows: this makes the same tuple as `Evidence(…)` in half the time.
        new = tuple.__new__
        for block, reason, match, category in self.observe(document):
            log_odds = prices.get(reason)
            if log_odds is None:
                log_odds = prices[reason] = weights.log_odds(reason)
            if log_odds:
                yield new(Evidence, (block, name, reason, log_odds, category, match))


def wording(document: Document, category: str) -> Iterator[Sign]:
    """The signs that a family's phrases in the packs give.

    The reasons are ``<category>.`` and

    * for blocks that consist of known wording ``whole`` (``word`` when it is a single one), ``tokens``, ``compound``;
    * for blocks that have it before a colon ``label``, and for those with tell-tale words ``cues``, each with how
      the block ends (``.sentence``, ``.open``);
    * for blocks that have it at an edge or inside ``start``, ``end`` and ``contains``, each with the size of the
      block (``.short``, ``.medium``, ``.long``);
    * ``dense`` when a longer block is full of it, and ``quoted`` for any of these when the block opens with a quotation
      mark.
    """
    weak: dict[int, list[Hit]] = {}
    for hit in document.hits.get(category, ()):
        reading = document.readings[hit.block]
        reason = _reason(hit, document.blocks[hit.block].visible, reading)
        yield Sign(hit.block, f"{category}.{reason}", hit.phrase, category)
        if reason.startswith(_WEAK):
            weak.setdefault(hit.block, []).append(hit)
    for block, hits in weak.items():
        if len(hits) > 1 and document.readings[block].words <= len(hits) * _WORDS_A_PHRASE:
            yield Sign(block, f"{category}.dense", " + ".join(hit.phrase for hit in hits), category)


def _reason(hit: Hit, text: str, reading: Reading) -> str:
    """What a hit is worth, as the end of its reason."""
    ending = "sentence" if reading.ends == "sentence" else "open"
    if text.lstrip(_LEAD).startswith(_QUOTES):
        return "quoted"
    if hit.how in ("label", "cues"):
        return f"{hit.how}.{ending}"
    if hit.how in _WEAK:
        return f"{hit.how}.{size_of(reading.words)}"
    return "word" if hit.how == "whole" and " " not in hit.phrase else hit.how


def marked(document: Document, marks: Iterable[str]) -> Set[int]:
    """The indices of the blocks that have any of some marks; ``0`` stands for every digit."""
    return set().union(*[document.marks.get(mark, ()) for mark in marks])


def blocks_with(document: Document, marks: Iterable[str]) -> list[Block]:
    """The blocks that have any of some marks, in order."""
    return [document.blocks[i] for i in sorted(marked(document, marks))]


def boxed(document: Document, category: str) -> Iterator[Sign]:
    """Signs for the short lines below a heading of the family, as in boxes of stories, polls and contents.

    The reason is ``<category>.box``. A box ends at a sentence, at a block that other wording claims, or after a while.
    """
    for hit in document.hits.get(category, ()):
        if hit.how == "whole":
            for i in lines_from(document, hit.block, 1):
                yield Sign(i, f"{category}.box", hit.phrase, category)


def titled(document: Document, category: str) -> Iterator[Sign]:
    """Signs for the short line directly above and below a paragraph that is full of the family's wording.

    The reason is ``<category>.title``: appeals and pitches have a title above and a slogan below.
    """
    counts = Counter(hit.block for hit in document.hits.get(category, ()) if hit.how in _WEAK)
    for block, times in counts.items():
        words = document.readings[block].words
        if times > 1 and MEDIUM_WORDS < words <= times * _WORDS_A_PHRASE:
            for step in (-1, 1):
                for i in islice(lines_from(document, block, step), 1):
                    if document.readings[i].words <= _LONGEST_TITLE:
                        yield Sign(i, f"{category}.title", "", category)


def lines_from(document: Document, block: int, step: int) -> Iterator[int]:
    """The unclaimed short lines next to a block, downwards (`step` 1) or upwards (-1)."""
    for i in range(block + step, block + step * (_LONGEST_BOX + 1), step):
        if not 0 <= i < len(document.blocks) or i in document.claimed:
            return
        if document.readings[i].words > _LONGEST_LINE or not _is_line(document.readings[i]):
            return
        yield i


def _is_line(reading: Reading) -> bool:
    return reading.ends in ("open", "ellipsis") or reading.question


def size_of(words: int) -> str:
    """The size class of a block: ``short``, ``medium`` or ``long``."""
    if words <= SHORT_WORDS:
        return "short"
    return "medium" if words <= MEDIUM_WORDS else "long"
