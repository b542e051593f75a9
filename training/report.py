"""What a fit is worth: the metrics of the benchmarks on hosts that were left out, and whether probabilities hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.metrics import Counts, segment_counts, word_score
from declutter.context import balance_of
from training.examples import FIXTURES, Example
from training.forms import HTML, JUDGED

Scored = tuple[Example, NDArray[np.float64]]
_BINS = 10


def balanced(example: Example, scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores with the row that a page's doubt adds to each, as at run time."""
    sizes = [len(text) * (i != example.headline) for i, text in enumerate(example.texts)]
    return scores + balance_of(list(scores), sizes)


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


def table(scored: Sequence[Scored], threshold: float) -> dict[str, tuple[float, float, float]]:
    """F1, precision and recall by set, and F1 by type of page as ``set/type``."""
    found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    segments: dict[str, list[Counts]] = defaultdict(list)
    for example, own in scored:
        text, page = output_of(example, own, threshold), example.page
        if page.gold is None:
            counts = segment_counts(text, page.wanted, page.unwanted)
            segments[example.set].append(counts)
            continue
        score = word_score(text, page.gold)
        for name in (example.set, f"{example.set}/{page.page_type}") if page.page_type else (example.set,):
            found[name].append((score.f1, score.precision, score.recall))
    means = {name: tuple(float(x) for x in np.mean(own, axis=0)) for name, own in found.items()}
    for name, parts in segments.items():
        score = Counts(*(sum(each) for each in zip(*map(astuple, parts), strict=True))).score
        means[name] = (score.f1, score.precision, score.recall)
    return {name: (own[0], own[1], own[2]) for name, own in sorted(means.items())}


def calibration(scored: Sequence[Scored]) -> tuple[float, list[tuple[float, float, int]]]:
    """The expected calibration error over labelled blocks, and for each bin what was said, what was so, and how many.

    Guo et al. 2017, "On calibration of modern neural networks".
    """
    said = np.concatenate([1 / (1 + np.exp(-own)) for _, own in scored])
    noise = np.concatenate([example.noise for example, _ in scored])
    weight = np.concatenate([example.weight for example, _ in scored])
    said, noise = said[weight > 0], noise[weight > 0]
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    rows = [
        (float(said[bins == i].mean()), float(noise[bins == i].mean()), int((bins == i).sum()))
        for i in range(_BINS)
        if (bins == i).any()
    ]
    total = sum(count for *_, count in rows)
    return sum(abs(a - b) * count for a, b, count in rows) / total, rows


def report_lines(scored: Sequence[Scored], thresholds: Sequence[float]) -> Iterator[str]:
    """The whole report, by form and threshold."""
    judged = {
        form: [one for one in scored if one[0].form == form and one[0].set != FIXTURES] for form in (HTML, *JUDGED)
    }
    for threshold in thresholds:
        yield f"\nthreshold {threshold}\n"
        yield from _lines({form: table(own, threshold) for form, own in judged.items()})
    for form, own in judged.items():
        error, rows = calibration(own)
        yield f"\n{form}: expected calibration error {error:.3f}"
        yield from (f"  said {said:.2f}, so {so:.2f}, {count} blocks" for said, so, count in rows)


def _lines(results: Mapping[str, Mapping[str, tuple[float, float, float]]]) -> Iterator[str]:
    """A Markdown table: a row for each set, a column for each form."""
    forms = list(results)
    yield "| set | " + " | ".join(forms) + " |"
    yield "|---" * (len(forms) + 1) + "|"
    for name in sorted(set().union(*results.values())):
        cells = [f"{own[name][0]:.3f}" if name in (own := results[form]) else "" for form in forms]
        yield f"| {name} | " + " | ".join(cells) + " |"
