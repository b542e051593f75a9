"""Pages that a fit has not seen, as it judges them, and the blocks on which it is most wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.metrics import Score, segment_counts, word_score
from declutter.context import UNIT, balance_of, forest_from
from declutter.decide import FOCUS
from training.examples import Example

_WORST = 10
_WORST_BLOCKS = 4
_EXCERPT = 70
_LEAST_ROW = 0.3


@dataclass(frozen=True, slots=True)
class Judged:
    """A page that was left out of the fit.

    Attributes:
        example: The page in one form.
        scores: The log-odds of noise of each block.
        forest: What gave them.
    """

    example: Example
    scores: NDArray[np.float64]
    forest: Mapping[str, Any]


def balanced(example: Example, scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores with the row that a page's doubt adds to each, as at run time."""
    return scores + balance_of(list(scores), _sizes(example))


def output_of(example: Example, scores: NDArray[np.float64], threshold: float) -> str:
    """The text that comes out: the blocks up to the threshold, below the title where golds begin with it."""
    kept = [
        text
        for i, (text, score) in enumerate(zip(example.texts, scores, strict=True))
        if score <= threshold and i != example.headline
    ]
    text = "\n".join(kept)
    if example.page.headlined and not text.startswith(example.title):
        return f"{example.title}\n{text}"
    return text


def score_of(judged: Judged, threshold: float) -> Score:
    """How good a page comes out."""
    page, text = judged.example.page, output_of(judged.example, judged.scores, threshold)
    if page.gold is None:
        return segment_counts(text, page.wanted, page.unwanted).score
    return word_score(text, page.gold)


def worst_lines(judged: Sequence[Judged]) -> Iterator[str]:
    """The pages with the lowest F1, and of each the blocks that cost most, with what they were judged by."""
    threshold = FOCUS["balanced"]
    scored = sorted(
        ((score_of(one, threshold).f1, one.example.id, i) for i, one in enumerate(judged) if one.example.page.gold)
    )
    for f1, _, i in scored[:_WORST]:
        one = judged[i]
        example = one.example
        yield f"\n**{example.set} {example.id}**, F1 {f1:.3f}\n"
        wrong = (one.scores > threshold) != (example.noise > 0)
        cost = wrong * example.weight
        for block in [int(b) for b in np.argsort(-cost, kind="stable")[:_WORST_BLOCKS] if cost[b] > 0]:
            verdict = "dropped" if one.scores[block] > threshold else "kept"
            excerpt = " ".join(example.texts[block].split())[:_EXCERPT]
            yield f"* {verdict} {one.scores[block]:+.2f}: {excerpt}  "
            yield f"  {_receipt(one, block)}"


def _receipt(judged: Judged, block: int) -> str:
    """The rows of a block: what the filters' rows sum to, the forest's families, and the page's balance."""
    example, forest = judged.example, forest_from(judged.forest)
    columns = {name: i for i, name in enumerate(example.names)}
    facts = [float(example.facts[block, columns[name]]) for name in forest.facts]
    rows = {"filters": example.start[block]}
    rows |= {family: worth / UNIT for family, worth in forest.shares(facts).items()}
    rows["balance"] = judged.scores[block] - sum(rows.values())
    strongest = sorted(rows.items(), key=lambda row: -abs(row[1]))
    return ", ".join(f"{name} {worth:+.2f}" for name, worth in strongest if abs(worth) >= _LEAST_ROW)


def _sizes(example: Example) -> list[int]:
    return [len(text) * (i != example.headline) for i, text in enumerate(example.texts)]
