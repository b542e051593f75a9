"""Every system on every page: one row of figures each, and what rows add up to."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from statistics import fmean

from benchmarks.flattened import flattened
from benchmarks.metrics import Counts, Score, segment_counts, word_score
from benchmarks.pages import Page
from benchmarks.systems import Extract, Output, declared_title, parsed


@dataclass(frozen=True, slots=True)
class Row:
    """One system on one page.

    Attributes:
        set: The page's data set.
        id: What the set calls the page.
        url: Where the page is from.
        page_type: What kind of page it is; empty when the set does not tell.
        system: Who made the output.
        flatten: What took the tags out of the page first; None when the system was given HTML.
        precision: Of the page's words or segments.
        recall: The same.
        f1: The same.
        counts: Segments as in `Counts`: tp, fn, fp, tn; None where words are compared.
        ms: What the system took.
        parse_ms: What ``lxml.html.document_fromstring`` took for the page's HTML.
        chars_in: How long its input was.
        bytes_in: The same in UTF-8.
        chars_out: How long its output was.
        error: The exception that it raised, and then its output counts as empty; empty when it raised none.
    """

    set: str
    id: str
    url: str
    page_type: str
    system: str
    flatten: str | None
    precision: float
    recall: float
    f1: float
    counts: tuple[int, int, int, int] | None
    ms: float
    parse_ms: float
    chars_in: int
    bytes_in: int
    chars_out: int
    error: str = ""


@dataclass(frozen=True, slots=True)
class Flattener:
    """A function that takes the tags out of pages, and its name."""

    name: str
    function: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Measured:
    """What a row says beside what the page and the output tell."""

    system: str
    flatten: str | None
    source: str
    ms: float
    parse_ms: float
    error: str


def measure(pages: Iterable[Page], systems: Mapping[str, Extract], flatten: Flattener | None = None) -> Iterator[Row]:
    """All systems on one page after another, so that they share whatever else the machine is doing."""
    for page in pages:
        source = flattened(page.html, flatten.function) if flatten else page.html
        # Twice, because the first look at a page pays for bringing it into the processor's caches.
        parse_ms = min(parse_time(page.html), parse_time(page.html))
        for name, extract in systems.items():
            output, ms, error = call(extract, source)
            yield _row(page, output, _Measured(name, flatten.name if flatten else None, source, ms, parse_ms, error))


def _row(page: Page, output: Output, measured: _Measured) -> Row:
    text = scored_text(page, output)
    counts = segment_counts(text, page.wanted, page.unwanted) if page.gold is None else None
    score = counts.score if counts else word_score(text, page.gold or "")
    return Row(
        set=page.set,
        id=page.id,
        url=page.url,
        page_type=page.page_type,
        system=measured.system,
        flatten=measured.flatten,
        precision=round(score.precision, 6),
        recall=round(score.recall, 6),
        f1=round(score.f1, 6),
        counts=(counts.tp, counts.fn, counts.fp, counts.tn) if counts else None,
        ms=round(measured.ms, 4),
        parse_ms=round(measured.parse_ms, 4),
        chars_in=len(measured.source),
        bytes_in=len(measured.source.encode("utf-8", "replace")),
        chars_out=len(output.text),
        error=measured.error,
    )


def scored_text(page: Page, output: Output) -> str:
    """What is compared with the gold: the text, behind the title where the gold begins with the headline.

    A title that the text begins with already is not put there twice.
    """
    if not page.headlined:
        return output.text
    try:
        title = declared_title(page.html) if output.title is None else output.title()
    except Exception:
        # The text is there all the same, and it is what is measured.
        title = None
    if not title or _folded(output.text).startswith(_folded(title)):
        return output.text
    return f"{title}\n{output.text}"


def figure(rows: Sequence[Row]) -> Score:
    """What the rows of one system on one set add up to.

    Words: the mean of the pages' figures. Segments: the figures of all pages' segments together.
    """
    counted = [row.counts for row in rows if row.counts]
    if counted:
        return Counts(*(sum(column) for column in zip(*counted, strict=True))).score
    return Score(
        *(fmean(column) for column in zip(*((row.precision, row.recall, row.f1) for row in rows), strict=True))
    )


def by_set_and_system(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    """The rows of each system on each set, in the order in which they came."""
    rows = list(rows)
    order = {system: place for place, system in enumerate(dict.fromkeys(row.system for row in rows))}
    ranked = sorted(rows, key=lambda row: (row.set, order[row.system]))
    return {key: list(group) for key, group in groupby(ranked, key=lambda row: (row.set, row.system))}


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """Rows as JSON, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


def read_rows(path: Path) -> list[Row]:
    """The rows of a file that `write_rows` wrote."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [Row(**{**record, "counts": tuple(record["counts"]) if record["counts"] else None}) for record in records]


def call(extract: Extract, source: str) -> tuple[Output, float, str]:
    """One output, the milliseconds that it took, and the exception if there was one instead.

    A crash is an empty output, as it would be for whoever runs the system over a crawl.
    """
    start = time.perf_counter()
    try:
        output, error = extract(source), ""
    except Exception as raised:
        output, error = Output(""), f"{type(raised).__name__}: {raised}"
    return output, (time.perf_counter() - start) * 1000, error


def parse_time(html: str) -> float:
    """How many milliseconds lxml takes for a page's tree."""
    from lxml.etree import LxmlError

    start = time.perf_counter()
    with suppress(LxmlError):
        parsed(html)
    return (time.perf_counter() - start) * 1000


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
