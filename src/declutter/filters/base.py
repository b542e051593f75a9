"""What all filters stand on: signs, the rule that prices them, and the look-up of a family's wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from declutter.model import Document, Evidence, Hit
from declutter.weights import bundled_weights

# Up to so many words a block is short, up to so many medium; a phrase weighs less in a longer block.
SHORT_WORDS = 8
MEDIUM_WORDS = 24
# Furniture speaks for itself; wording in quotation marks is what an article says about it.
_QUOTES = ('"', "“", "„", "«", "‘", "‚")
_LEAD = "-–—*•·> \t\u00a0"
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A filter made of a function that observes signs, and the weights file that prices them.

    Attributes:
        name: What ``Pipeline.without`` and the receipt call it.
        observe: A pure function that gives a document's signs.
    """

    name: str
    observe: Callable[[Document], Iterable[Sign]]

    def __call__(self, document: Document) -> Iterator[Evidence]:
        """Give the document's signs with their log-odds; a sign that weighs nothing is no row."""
        weights = bundled_weights()
        for block, reason, match, category in self.observe(document):
            log_odds = weights.log_odds(reason)
            if log_odds:
                yield Evidence(block, self.name, reason, log_odds, category, match)


def wording(document: Document, category: str) -> Iterator[Sign]:
    """The signs that a family's phrases in the packs give.

    Reasons are ``<category>.whole``, ``.label``, ``.tokens`` and ``.compound`` for blocks that consist of known
    wording; ``.start``, ``.end`` and ``.contains`` with the size of the block (``.short``, ``.medium``, ``.long``) for
    blocks that have it at an edge or inside; ``.dense`` when a longer block is full of it; and ``.quoted`` for any of
    these in a block that opens with a quotation mark.
    """
    weak: dict[int, list[Hit]] = {}
    for hit in document.hits.get(category, ()):
        if document.blocks[hit.block].visible.lstrip(_LEAD).startswith(_QUOTES):
            yield Sign(hit.block, f"{category}.quoted", hit.phrase, category)
        elif hit.how in ("start", "end", "contains"):
            weak.setdefault(hit.block, []).append(hit)
        else:
            yield Sign(hit.block, f"{category}.{hit.how}", hit.phrase, category)
    for block, hits in weak.items():
        words = document.readings[block].words
        for hit in hits:
            yield Sign(block, f"{category}.{hit.how}.{size_of(words)}", hit.phrase, category)
        if len(hits) > 1 and words <= len(hits) * _WORDS_A_PHRASE:
            yield Sign(block, f"{category}.dense", " + ".join(hit.phrase for hit in hits), category)


def size_of(words: int) -> str:
    """The size class of a block: ``short``, ``medium`` or ``long``."""
    if words <= SHORT_WORDS:
        return "short"
    return "medium" if words <= MEDIUM_WORDS else "long"
