"""From evidence to verdicts: sum the rows, let the neighbours speak, compare with the threshold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from declutter.categories import CATEGORY_IDS
from declutter.errors import FilterError
from declutter.model import Block, Document, Evidence, Verdict

# Log-odds of noise up to which a block is kept, by focus: precision drops what is in doubt, recall keeps it. Balanced
# leans a little to keeping, since a lost paragraph costs a reader more than a button that stayed.
FOCUS: Mapping[str, float] = {"precision": -1.0, "balanced": 0.6, "recall": 2.0}
# The probability that a block is of the same sort as the one before it: when both are sentences or neither is, and
# when one is. Labels stand between paragraphs so often that they say little of them, nor paragraphs of labels.
_STAY_ALIKE, _STAY_UNLIKE = 0.86, 0.68
_ALIKE, _UNLIKE = 2 * _STAY_ALIKE - 1, 2 * _STAY_UNLIKE - 1
# Where elements tell what belongs together, neighbours say less, and the same of all.
_MARKED_UP = 2 * 0.64 - 1
_SENTENCE_WORDS = 4
# Rows that weigh less only help to find a name for what is dropped anyway.
_LEAST_SAID = 0.65
# What an element says of its own is named so firmly, even if it weighs little: single words are a poorer name.
_NAMED = 0.7
# How far an override moves a block past the threshold, in log-odds.
_OVERRIDE_MARGIN = 1.0
# A block that names no category takes it from so many named ones on each side.
_NAMED_AROUND = 3
# Hints stand at the fields of a form; what else is in the form is what the form is for.
_FIELD = 0.1
_UNNAMED = "navigation"
_ORDER = {id: i for i, id in enumerate(CATEGORY_IDS)}


@dataclass(frozen=True, slots=True)
class Overrides:
    """Categories that the caller wants kept, or dropped even on weak evidence."""

    keep: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()


def decide(
    document: Document, evidence: Iterable[Evidence], threshold: float, overrides: Overrides
) -> tuple[Verdict, ...]:
    """Give every block its verdict.

    Each block's own rows are summed. A two-state chain (forward–backward; Rabiner 1989) then lets the blocks around it
    speak: what they add is one more row, so the rows still sum to the score.

    Args:
        document: The page.
        evidence: The rows of all filters, in any order.
        threshold: Log-odds of noise up to which a block is kept.
        overrides: What the caller wants kept or dropped whatever the sum.

    Raises:
        FilterError: if a row names a block that is not there, or its log-odds are not a number.
    """
    rows: list[list[Evidence]] = [[] for _ in document.blocks]
    last = len(rows) - 1
    for row in evidence:
        if not 0 <= row[0] <= last:
            raise _unusable(row)
        rows[row[0]].append(row)
    odds = [_log_odds(own) for own in rows]
    local = list(map(math.fsum, odds))
    claims = [[row for row in own if row.category] for own in rows]
    names = [_own_category(own) for own in claims]
    around = _around(local, _couplings(document))
    inherited = _inherited(names, [a + b for a, b in zip(local, around, strict=True)], threshold)
    for i, log_odds in enumerate(around):
        if log_odds:
            category = inherited[i] if log_odds > 0 and not names[i] else ""
            rows[i].append(Evidence(i, "neighbours", "neighbours.chain", log_odds, category))
            odds[i].append(log_odds)
    categories = [name or other or _UNNAMED for name, other in zip(names, inherited, strict=True)]
    return tuple(
        [
            _verdict(*own, threshold, overrides)
            for own in zip(document.blocks, rows, odds, claims, categories, strict=True)
        ]
    )


def _log_odds(rows: Sequence[Evidence]) -> list[float]:
    odds = [row.log_odds for row in rows]
    # One sum tells of all of them: it is finite only if each is.
    if not math.isfinite(sum(odds)):
        for row in rows:
            if not math.isfinite(row.log_odds):
                raise _unusable(row)
    return odds


def _unusable(row: Evidence) -> FilterError:
    return FilterError(f"filter {row.filter!r} gave {row}: give an existing block and finite log-odds")


def _verdict(
    block: Block,
    rows: list[Evidence],
    odds: list[float],
    claims: Sequence[Evidence],
    category: str,
    threshold: float,
    overrides: Overrides,
) -> Verdict:
    """Sum and sort the rows of a block.

    Args:
        block: The block.
        rows: Its rows.
        odds: Their log-odds, one for one.
        claims: Those of the filters that name a category.
        category: What it would be dropped as.
        threshold: Log-odds up to which it is kept.
        overrides: What the caller wants.
    """
    log_odds = math.fsum(odds)
    reason = _override(category, log_odds - threshold, claims, overrides)
    if reason:
        goal = threshold + (_OVERRIDE_MARGIN if reason == "override.drop" else -_OVERRIDE_MARGIN)
        rows.append(Evidence(block.index, "override", reason, goal - log_odds, category))
        odds.append(rows[-1].log_odds)
        log_odds = math.fsum(odds)
    kept = log_odds <= threshold
    strongest_first = tuple([row for _, row in sorted(zip([-abs(one) for one in odds], rows, strict=True))])
    return Verdict(block, strongest_first, log_odds, None if kept and not _speaks_against(claims) else category, kept)


def _override(category: str, excess: float, claims: Sequence[Evidence], overrides: Overrides) -> str:
    """The reason to override a score that lies `excess` over the threshold; empty for none."""
    if excess > 0 and category in overrides.keep:
        return "override.keep"
    if excess <= 0 and category in overrides.drop and _speaks_against(claims):
        return "override.drop"
    return ""


def _speaks_against(claims: Iterable[Evidence]) -> bool:
    """Whether one of the rows that name a category has some weight."""
    return any(row.log_odds >= _LEAST_SAID and row.filter != "neighbours" for row in claims)


def _own_category(claims: Iterable[Evidence]) -> str:
    """The category that the rows that name one speak for most; the taxonomy's order settles ties."""
    sums: dict[str, list[float]] = {}
    for row in claims:
        named = row.log_odds if row.filter == row.category else _named(row.log_odds)
        if named > 0:
            sums.setdefault(row.category, []).append(named)
    if not sums:
        return ""
    if len(sums) == 1:
        return next(iter(sums))
    return min(sums, key=lambda name: (-math.fsum(sums[name]), *_rank(name)))


def _named(log_odds: float) -> float:
    """How firmly a row names its category that is not of the family's own filter."""
    return max(log_odds, _NAMED) if log_odds > -_LEAST_SAID else 0.0


def _rank(category: str) -> tuple[int, str]:
    """What settles ties: the taxonomy's order, then the name."""
    return _ORDER.get(category, len(_ORDER)), category


def _couplings(document: Document) -> list[float]:
    """How strongly each block is tied to the next one: twice the probability of being of one sort, less 1."""
    pairs = max(0, len(document.blocks) - 1)
    if document.elements:
        return [_MARKED_UP] * pairs
    if not document.readings:  # a document that was put together by hand
        return [_ALIKE] * pairs
    whole = [reading.ends == "sentence" and reading.words >= _SENTENCE_WORDS for reading in document.readings]
    return [_ALIKE if this == following else _UNLIKE for this, following in pairwise(whole)]


def _around(local: Sequence[float], couplings: Sequence[float]) -> list[float]:
    """What the blocks before and behind each block say of it, in log-odds."""
    before = _messages(local, couplings)
    behind = _messages(local[::-1], couplings[::-1])[::-1]
    return [a + b for a, b in zip(before, behind, strict=True)]


def _messages(local: Sequence[float], couplings: Sequence[float]) -> list[float]:
    """The log-odds that each block is told by all those before it."""
    told = [0.0]
    for log_odds, coupling in zip(local, couplings, strict=False):
        told.append(2 * math.atanh(coupling * math.tanh((log_odds + told[-1]) / 2)))
    return told[: len(local)]


def _inherited(names: Sequence[str], scores: Sequence[float], threshold: float) -> list[str]:
    """For each block without a category of its own, the one that most of the noise near it has."""
    before = _nearest_named(names, scores, threshold)
    behind = _nearest_named(names[::-1], scores[::-1], threshold)[::-1]
    sides = [((), ()) if name else pair for name, pair in zip(names, zip(before, behind, strict=True), strict=True)]
    elected = {pair: _elected(*pair) for pair in set(sides)}
    return [elected[pair] for pair in sides]


def _elected(*sides: Sequence[str]) -> str:
    """The category that most of the names around a block have, the nearer counting for more."""
    votes: dict[str, float] = {}
    for side in sides:
        for nearness, other in enumerate(side):
            weight = _FIELD if other == "form-hint" else 1.0
            votes[other] = votes.get(other, 0.0) + weight / (1 + nearness)
    return min(votes, key=lambda other: (-votes[other], *_rank(other)), default="")


def _nearest_named(names: Sequence[str], scores: Sequence[float], threshold: float) -> list[tuple[str, ...]]:
    """The categories of the last dropped blocks before each block, the nearest first; main text ends the run."""
    nearest: list[tuple[str, ...]] = []
    run: tuple[str, ...] = ()
    for name, score in zip(names, scores, strict=True):
        nearest.append(run)
        if score <= threshold:
            run = ()
        elif name:
            run = (name, *run[: _NAMED_AROUND - 1])
    return nearest
