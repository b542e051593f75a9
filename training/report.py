"""What a fit is worth on hosts that it has not seen: quality, whether probabilities hold, and where it goes wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple

import numpy as np

from benchmarks.metrics import Counts, Score, segment_counts
from declutter.decide import FOCUS
from training.examples import FIXTURES, Example
from training.forms import HTML, JUDGED, MAIN
from training.judged import Judged, output_of, score_of, worst_lines

_BINS = 10
# Along which thresholds precision is traded for recall.
_CURVE = (-4.0, -3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0)
# Smaller groups of pages tell nothing.
_FEWEST_PAGES = 15

Group = Callable[[Example], str]


def by_type(example: Example) -> str:
    """The type of page; empty where the set has none."""
    return example.page.page_type


def by_language(example: Example) -> str:
    """The language of the page, as the set or the page says."""
    return example.page.language


def everything(example: Example) -> str:
    """One group."""
    return example.set


def figures(judged: Sequence[Judged], group: Group, threshold: float) -> dict[str, Score]:
    """Means by set and group; of sets with segments, those of all segments together."""
    parts: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    counts: dict[str, list[Counts]] = defaultdict(list)
    for one in judged:
        example, page = one.example, one.example.page
        own = group(example)
        if not own:
            continue
        name = own if own == example.set else f"{example.set}/{own}"
        if page.gold is None:
            text = output_of(example, one.scores, threshold)
            counts[name].append(segment_counts(text, page.wanted, page.unwanted))
        else:
            parts[name].append(astuple(score_of(one, threshold)))
    found = {name: Score(*map(float, np.mean(some, axis=0))) for name, some in parts.items() if _tells(name, some)}
    for name, each in counts.items():
        if _tells(name, each):
            found[name] = Counts(*(sum(of_all) for of_all in zip(*map(astuple, each), strict=True))).score
    return dict(sorted(found.items()))


def calibration(judged: Sequence[Judged]) -> tuple[float, list[tuple[float, float, int]]]:
    """The expected calibration error over labelled blocks, and for each bin what was said, what was so, and how many.

    Guo et al. 2017, "On calibration of modern neural networks".
    """
    said = np.concatenate([1 / (1 + np.exp(-one.scores)) for one in judged])
    noise = np.concatenate([one.example.noise for one in judged])
    weight = np.concatenate([one.example.weight for one in judged])
    said, noise = said[weight > 0], noise[weight > 0]
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    rows = [
        (float(said[bins == i].mean()), float(noise[bins == i].mean()), int((bins == i).sum()))
        for i in range(_BINS)
        if (bins == i).any()
    ]
    total = sum(count for *_, count in rows)
    return sum(abs(a - b) * count for a, b, count in rows) / total, rows


def confidence(judged: Judged) -> float:
    """What `declutter.Result.confidence` would be."""
    sizes = np.asarray([len(text) for text in judged.example.texts])
    noise = 1 / (1 + np.exp(-judged.scores))
    return float(np.average(np.maximum(noise, 1 - noise), weights=np.maximum(sizes, 1)))


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Spearman's: how far two figures put pages in the same order, -1 to 1."""
    from scipy.stats import spearmanr

    return float(spearmanr(one, other).statistic)


def report_lines(judged: Sequence[Judged], thresholds: Sequence[float]) -> Iterator[str]:
    """The whole report, in Markdown."""
    judged = [one for one in judged if one.example.set != FIXTURES]
    forms = {form: [one for one in judged if one.example.form == form] for form in (HTML, *JUDGED, MAIN)}
    for threshold in thresholds:
        for title, group in (("set", everything), ("type of page", by_type), ("language", by_language)):
            yield f"\n## F1 by {title}, threshold {threshold}\n"
            yield from _table({form: figures(own, group, threshold) for form, own in forms.items()})
    yield "\n## Precision and recall by threshold\n"
    yield from _curve(forms)
    yield f"\n## What {MAIN} left, as it was and cleaned: precision, recall\n"
    yield from _cleaned(forms[MAIN])
    for form, own in forms.items():
        error, rows = calibration(own)
        yield f"\n## Calibration, {form}: expected error {error:.3f}\n"
        yield "| said | so | blocks |\n|---|---|---|"
        yield from (f"| {said:.2f} | {so:.2f} | {count} |" for said, so, count in rows)
        golds = [one for one in own if one.example.page.gold]
        ranks = rank_correlation(
            [confidence(one) for one in golds], [score_of(one, FOCUS["balanced"]).f1 for one in golds]
        )
        yield f"\nRank correlation of confidence with F1: {ranks:.2f}"
    for form in (HTML, JUDGED[0]):
        yield f"\n## The worst pages, {form}\n"
        yield from worst_lines(forms[form])


def curve_lines(steps: Iterable[tuple[float, Sequence[Judged]]]) -> Iterator[str]:
    """How F1 grows with the share of hosts that were learnt from: the mean over sets, by form."""
    forms = (HTML, *JUDGED, MAIN)
    yield "\n## Learning curve: F1, mean over sets\n"
    yield "| share of hosts | " + " | ".join(forms) + " |"
    yield "|---" * (len(forms) + 1) + "|"
    for share, judged in steps:
        cells = []
        for form in forms:
            own = [one for one in judged if one.example.form == form and one.example.set != FIXTURES]
            cells.append(f"{_mean(figures(own, everything, FOCUS['balanced'])).f1:.3f}")
        yield f"| {share:.3f} | " + " | ".join(cells) + " |"


def _mean(found: Mapping[str, Score]) -> Score:
    return Score(*map(float, np.mean([astuple(score) for score in found.values()], axis=0)))


def _curve(forms: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    """For each threshold, the means over sets of precision, recall and F1."""
    yield "| threshold | " + " | ".join(forms) + " |"
    yield "|---" * (len(forms) + 1) + "|"
    for threshold in _CURVE:
        cells = []
        for own in forms.values():
            mean = _mean(figures(own, everything, threshold))
            cells.append(f"{mean.precision:.3f} {mean.recall:.3f} {mean.f1:.3f}")
        yield f"| {threshold:+.1f} | " + " | ".join(cells) + " |"


def _cleaned(judged: Sequence[Judged]) -> Iterator[str]:
    yield "| set | as it was | precision | balanced | recall |\n|---|---|---|---|---|"
    columns = [figures(judged, everything, threshold) for threshold in (np.inf, *FOCUS.values())]
    for name in columns[0]:
        cells = [f"{own[name].precision:.3f} {own[name].recall:.3f}" for own in columns]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _table(results: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    """A Markdown table: a row for each group, a column for each form."""
    forms = list(results)
    yield "| | " + " | ".join(forms) + " |"
    yield "|---" * (len(forms) + 1) + "|"
    for name in sorted(set().union(*results.values())):
        cells = [f"{own[name].f1:.3f}" if name in (own := results[form]) else "" for form in forms]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _tells(name: str, pages: Sequence[object]) -> bool:
    return "/" not in name or len(pages) >= _FEWEST_PAGES
