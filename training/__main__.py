"""The command ``python -m training``: ``fit`` writes the forests, ``report`` cross-validates, ``phrases`` mines."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.pages import Page, load
from declutter.context import code_of, forest_from
from declutter.decide import FOCUS
from training.examples import Example, examples, fixture_examples, fold_of
from training.fit import fit, scores
from training.forms import CLEAN, HTML, TEXTS
from training.phrases import FEWEST_HOSTS, candidates, table_of
from training.report import Scored, balanced, report_lines
from training.sources import fingerprint

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src" / "declutter" / "context.json"
# What the forests follow from, beside the pages and the packs.
SOURCES = (
    "src/declutter/facts.py",
    "training/examples.py",
    "training/fit.py",
    "training/forms.py",
    "training/labels.py",
)
MEDIA = ("html", "text")
FOLDS = 5
# One page in so many is enough of the forms that are not judged.
_SHARE = {"itertext": 3, "wrapped": 3, "markdown": 3, "resiliparse-main": 3, CLEAN: 3}


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
    found = gathered(load(options.data, (), options.sample))
    if options.command == "fit":
        write({media: fit(found, media) for media in MEDIA}, options.out)
    else:
        report(found, options.threshold)
    return 0


def gathered(pages: Sequence[Page]) -> list[Example]:
    """All examples: each page in each form, and the fixtures."""
    given = [
        (page, form) for form in (HTML, *TEXTS, CLEAN) for i, page in enumerate(pages) if i % _SHARE.get(form, 1) == 0
    ]
    found = []
    for number, example in enumerate(examples(given), 1):
        found.append(example)
        if number % 500 == 0 and sys.stderr.isatty():
            sys.stderr.write(f"\r{number}/{len(given)} pages read")
    return found + fixture_examples()


def report(found: Sequence[Example], thresholds: Sequence[float]) -> None:
    """Fit on all hosts but a fifth, five times, and judge each time the fifth."""
    scored: list[Scored] = []
    for fold in range(FOLDS):
        known = [example for example in found if fold_of(example.host, FOLDS) != fold]
        forests = {media: fit(known, media) for media in MEDIA}
        left_out = [example for example in found if fold_of(example.host, FOLDS) == fold]
        scored += [(example, balanced(example, scores(forests[example.media], example))) for example in left_out]
    sys.stdout.write("\n".join(report_lines(scored, thresholds)) + "\n")


def write(forests: dict[str, dict[str, Any]], out: Path) -> None:
    """Write the forests, and beside them the same as code."""
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
