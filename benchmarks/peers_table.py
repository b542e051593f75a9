"""The table of the documentation: every system on every set, in Markdown, with where the figures are from."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from statistics import fmean

from benchmarks.measure import Row, by_set_and_system, figure


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where figures are from.

    Attributes:
        command: What was called.
        day: When.
        packages: The packages that were measured.
    """

    command: str
    day: date
    packages: Sequence[str]


def peers_table(rows: Sequence[Row], provenance: Provenance) -> str:
    """F1 by set, the mean of the sets, time and errors, one line a system, the best mean first."""
    groups = by_set_and_system(rows)
    sets = sorted({name for name, _ in groups})
    means = {
        system: fmean(figure(group).f1 for (_, name), group in groups.items() if name == system)
        for system in dict.fromkeys(row.system for row in rows)
    }
    header = ["system", *(name.removesuffix("-dev") for name in sets), "mean of sets", "× parsing", "errors"]
    lines = [
        [
            system,
            *(f"{figure(groups[name, system]).f1:.3f}" for name in sets),
            f"{means[system]:.3f}",
            *_cost(rows, system),
        ]
        for system in sorted(means, key=lambda system: -means[system])
    ]
    table = [header, ["---", *["---:"] * (len(header) - 1)], *lines]
    return "\n".join([*("| " + " | ".join(line) + " |" for line in table), "", *_told(rows, provenance), ""])


def _cost(rows: Iterable[Row], system: str) -> tuple[str, str]:
    own = [row for row in rows if row.system == system]
    errors = sum(1 for row in own if row.error)
    return f"{sum(row.ms for row in own) / sum(row.parse_ms for row in own):.1f}", str(errors or "")


def _told(rows: Sequence[Row], provenance: Provenance) -> list[str]:
    pages = {(row.set, row.id) for row in rows}
    counts = [f"{name} {sum(1 for of, _ in pages if of == name):,}" for name in sorted({row.set for row in rows})]
    versions = ", ".join([*_versions(provenance.packages), f"Python {platform.python_version()}"])
    return [
        f"F1 of {len(pages):,} pages ({', '.join(counts)}), measured on {provenance.day.isoformat()} by",
        f"`{provenance.command}` with {versions}.",
    ]


def _versions(packages: Iterable[str]) -> list[str]:
    found = []
    for package in sorted(set(packages)):
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            # It was measured from a checkout that is on the path and not installed.
            found.append(package)
    return found
