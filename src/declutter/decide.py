"""From evidence to verdicts: sum the rows, let what stands around speak, compare with the threshold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from declutter.categories import CATEGORY_IDS
from declutter.context import context_of
from declutter.errors import FilterError
from declutter.facts import MARKUP
from declutter.model import Block, Document, Evidence, Verdict
from declutter.receipt import Receipt

# Log-odds of noise up to which a block is kept, by focus: precision drops what is in doubt, recall keeps it. Balanced
# leans a little to keeping, since a lost paragraph costs a reader more than a button that stayed.
FOCUS: Mapping[str, float] = {"precision": -1.0, "balanced": 0.05, "recall": 2.0}
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

    Each block's own rows are summed. What they leave open, a forest tells from the sums and from what the block is made
    of, stands in and stands next to: a few rows more, so the rows still sum to the score.

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
    claims = [[row for row in own if row.category] for own in rows]
    names = [_own_category(own) for own in claims]
    context = context_of(document, sums_of(rows), names)
    if context is not None:
        for i, own in enumerate(odds):
            own.append(context.log_odds(i))
    inherited = _inherited(names, list(map(math.fsum, odds)), threshold)
    categories = [name or other or _UNNAMED for name, other in zip(names, inherited, strict=True)]
    return tuple(
        [
            _verdict(Receipt(rows[i], context, i), *own, threshold, overrides)
            for i, own in enumerate(zip(document.blocks, odds, claims, categories, strict=True))
        ]
    )


def sums_of(rows: Sequence[Sequence[Evidence]]) -> dict[str, list[float]]:
    """What each block's rows on its text sum to, and those of each filter that looks at the elements around it."""
    sums = {name: [0.0] * len(rows) for name in MARKUP}
    wording: list[float] = []
    for i, own in enumerate(rows):
        said: list[float] = []
        for row in own:
            if row.filter in sums:
                sums[row.filter][i] += row.log_odds
            else:
                said.append(row.log_odds)
        wording.append(math.fsum(said))
    return {"wording": wording, **sums}


def names_of(rows: Sequence[Sequence[Evidence]]) -> list[str]:
    """The category that each block's rows name; empty for none."""
    return [_own_category([row for row in own if row.category]) for own in rows]


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
    receipt: Receipt,
    block: Block,
    odds: list[float],
    claims: Sequence[Evidence],
    category: str,
    threshold: float,
    overrides: Overrides,
) -> Verdict:
    """Sum the rows of a block and compare.

    Args:
        receipt: Its rows.
        block: The block.
        odds: What sums to its score.
        claims: Those of the filters' rows that name a category.
        category: What it would be dropped as.
        threshold: Log-odds up to which it is kept.
        overrides: What the caller wants.
    """
    log_odds = math.fsum(odds)
    reason = _override(category, log_odds - threshold, claims, overrides)
    if reason:
        goal = threshold + (_OVERRIDE_MARGIN if reason == "override.drop" else -_OVERRIDE_MARGIN)
        row = Evidence(block.index, "override", reason, goal - log_odds, category)
        receipt = receipt.with_row(row)
        log_odds = math.fsum([*odds, row.log_odds])
    kept = log_odds <= threshold
    return Verdict(block, receipt, log_odds, None if kept and not _speaks_against(claims) else category, kept)


def _override(category: str, excess: float, claims: Sequence[Evidence], overrides: Overrides) -> str:
    """The reason to override a score that lies `excess` over the threshold; empty for none."""
    if excess > 0 and category in overrides.keep:
        return "override.keep"
    if excess <= 0 and category in overrides.drop and _speaks_against(claims):
        return "override.drop"
    return ""


def _speaks_against(claims: Iterable[Evidence]) -> bool:
    """Whether one of the rows that name a category has some weight."""
    return any(row.log_odds >= _LEAST_SAID for row in claims)


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
