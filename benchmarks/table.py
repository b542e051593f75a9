"""The tables that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import fmean, median

from benchmarks.measure import Row, by_set_and_system, figure
from benchmarks.metrics import Score

ALL_SETS = "mean of sets"


def quality_table(rows: Sequence[Row]) -> str:
    """Every system on every set, and the mean of the sets: quality, time, and F1 by type of page."""
    groups = by_set_and_system(rows)
    types = sorted({row.page_type for row in rows if row.page_type})
    header = ["set", "pages", "system", "F1", "P", "R", "errors", "ms", "median", "p99", "MB/s", "x parse", *types]
    lines = [_line(name, system, group, figure(group), types) for (name, system), group in groups.items()]
    if len({name for name, _ in groups}) > 1:
        lines += _means(groups)
    shown = aligned([header, *lines])
    apart = ["\n" if line[0] != before[0] else "" for before, line in pairwise([header, *lines])]
    return "\n".join([shown[0], *map("".join, zip(apart, shown[1:], strict=True))])


def _line(name: str, system: str, rows: Sequence[Row], score: Score, types: Sequence[str]) -> list[str]:
    errors = sum(1 for row in rows if row.error)
    quality = [f"{score.f1:.3f}", f"{score.precision:.3f}", f"{score.recall:.3f}", str(errors or "")]
    return [name, str(len(rows)), system, *quality, *_times(rows), *_by_type(rows, types)]


def _means(groups: Mapping[tuple[str, str], list[Row]]) -> Iterator[list[str]]:
    for system in dict.fromkeys(system for _, system in groups):
        own = [group for (_, name), group in groups.items() if name == system]
        scores = [figure(group) for group in own]
        mean = Score(*(fmean(column) for column in zip(*((s.precision, s.recall, s.f1) for s in scores), strict=True)))
        yield _line(ALL_SETS, system, [row for group in own for row in group], mean, ())


def _times(rows: Sequence[Row]) -> list[str]:
    spent = [row.ms for row in rows]
    megabytes, parse = sum(row.bytes_in for row in rows) / 1e6, sum(row.parse_ms for row in rows)
    figures = (fmean(spent), median(spent), percentile(spent, 99), megabytes / (sum(spent) / 1000), sum(spent) / parse)
    return [f"{value:.1f}" for value in figures]


def _by_type(rows: Sequence[Row], types: Sequence[str]) -> list[str]:
    of_type = ([row for row in rows if row.page_type == name] for name in types)
    return [f"{figure(group).f1:.3f}" if group else "" for group in of_type]


def percentile(values: Iterable[float], percent: int) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * percent // 100) - 1)]


def aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Lines of cells as lines of text; numbers stand to the right."""
    full = [[*line, *[""] * (len(lines[0]) - len(line))] for line in lines]
    widths = [max(map(len, column)) for column in zip(*full, strict=True)]
    return ["  ".join(map(_padded, line, widths)).rstrip() for line in full]


def _padded(cell: str, width: int) -> str:
    number = cell[:1].isdigit() or cell[:1] in "+-"
    return cell.rjust(width) if number else cell.ljust(width)
