"""The command ``python -m training``: ``fit`` writes the forests, ``report`` cross-validates, ``phrases`` mines."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.pages import Page, load
from declutter.context import code_of, forest_from
from declutter.decide import FOCUS
from declutter.words import FILE
from training.examples import Example, examples, fixture_examples
from training.fit import fit, scores
from training.folds import FOLDS, fold_of
from training.forms import CLEAN, HTML, JUDGED, OTHERS
from training.judged import Judged, balanced
from training.phrases import FEWEST_HOSTS, candidates, table_of
from training.report import curve_lines, report_lines
from training.sources import fingerprint
from training.words import word_tables, words_text

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src" / "declutter" / "context.json"
MEDIA = ("html", "text")
# One page in so many is enough of the forms that only the fit sees.
_SHARE = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=("fit", "report", "phrases"))
    parser.add_argument("--data", type=Path, required=True, help="where the *.jsonl.xz are")
    parser.add_argument("--sample", type=int, help="only so many pages of each set")
    parser.add_argument("--out", type=Path, default=OUT, help="where `fit` writes the forests")
    parser.add_argument(
        "--threshold", type=float, nargs="+", default=[FOCUS["balanced"]], help="at which `report` judges"
    )
    parser.add_argument(
        "--hosts", type=int, default=FEWEST_HOSTS, help="on how many hosts `phrases` must have seen one"
    )
    options = parser.parse_args(arguments)
    if options.command == "phrases":
        sys.stdout.write("\n".join(table_of(candidates(load(options.data, (), options.sample), options.hosts))) + "\n")
        return 0
    pages = load(options.data, (), options.sample)
    words = word_tables(pages)
    found = gathered(pages, words)
    if options.command == "fit":
        write({media: fit(found, media) for media in MEDIA}, words[-1], options.out)
    else:
        report(found, options.threshold)
    return 0


def gathered(pages: Sequence[Page], words: Sequence[Mapping[str, float]]) -> list[Example]:
    """All examples: each page in each form, and the fixtures."""
    given = [(page, form) for form in (HTML, *JUDGED) for page in pages]
    given += [(page, form) for form in (*OTHERS, CLEAN) for page in pages[::_SHARE]]
    found = []
    for number, example in enumerate(examples(given, words), 1):
        found.append(example)
        if number % 500 == 0 and sys.stderr.isatty():
            sys.stderr.write(f"\r{number}/{len(given)} pages read")
    return found + fixture_examples(words[-1])


def report(found: Sequence[Example], thresholds: Sequence[float]) -> None:
    """Fit on all hosts but a fifth, five times, and judge each time the fifth."""
    judged = [one for fold in range(FOLDS) for one in left_out(found, fold, found)]
    sys.stdout.write("\n".join([*report_lines(judged, thresholds), *curve_lines(learning_curve(found))]) + "\n")


def left_out(found: Sequence[Example], fold: int, known: Sequence[Example]) -> list[Judged]:
    """The pages of one fold, judged by what the other pages among the known ones teach."""
    known = [example for example in known if fold_of(example.host, FOLDS) != fold]
    judged = []
    for media in MEDIA:
        forest = fit(known, media)
        left = [example for example in found if example.media == media and fold_of(example.host, FOLDS) == fold]
        judged += [
            Judged(example, balanced(example, own), forest)
            for example, own in zip(left, scores(forest, left), strict=True)
        ]
    return judged


def learning_curve(found: Sequence[Example]) -> Iterator[tuple[float, list[Judged]]]:
    """The first fold, judged by what ever larger shares of the other hosts teach."""
    for parts in (1, 2, 4, 8):
        known = [example for example in found if fold_of(f"{example.host} for the curve", 8) < parts]
        yield parts / 8, left_out(found, 0, known)


def write(forests: dict[str, dict[str, Any]], words: Mapping[str, float], out: Path) -> None:
    """Write the forests, and beside them the same as code and the words."""
    (out.parent / FILE).write_text(words_text(words, fingerprint(ROOT)), "utf-8")
    out.write_text(text_of(forests), "utf-8")
    for media, forest in forests.items():
        (out.parent / f"{out.stem}_{media}.py").write_text(code_of(forest_from(forest)), "utf-8")


def text_of(forests: dict[str, dict[str, Any]]) -> str:
    """The file: what it was made from, and a tree a line."""
    parts = []
    for media, forest in forests.items():
        trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in forest["trees"])
        parts.append(f'"{media}": {{"facts": {json.dumps(forest["facts"])},\n"trees": [\n{trees}\n]}}')
    return f'{{"made_from": "{fingerprint(ROOT)}",\n"forests": {{\n' + ",\n".join(parts) + "\n}}\n"


if __name__ == "__main__":
    raise SystemExit(main())
