"""Time and memory: each system in a process of its own, so that none pays for what another has loaded."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, median

from benchmarks.measure import call, parse_time
from benchmarks.systems import System
from benchmarks.table import aligned, percentile


@dataclass(frozen=True, slots=True)
class Timed:
    """One system on the pages of a job.

    Attributes:
        system: Its name.
        ms: For each page, the best of several repeats.
        parse_ms: The same of ``lxml.html.document_fromstring`` for the page's HTML, in the same process.
        bytes_in: How many bytes of UTF-8 it was given.
        memory_mb: The most memory held while all pages went through once, less what the interpreter and the pages
            held before the system was imported.
        errors: On how many pages it raised.
    """

    system: str
    ms: tuple[float, ...]
    parse_ms: tuple[float, ...]
    bytes_in: int
    memory_mb: float
    errors: int


def write_job(pages: Sequence[tuple[str, str]], path: Path) -> None:
    """The pages for the processes: HTML, and what a system is given of it."""
    with path.open("w", encoding="utf-8", errors="surrogatepass") as file:
        for page in pages:
            file.write(json.dumps(page) + "\n")


def timed(system: System, job: Path, repeats: int) -> Timed:
    """Measure a system in this process, which should be a fresh one.

    Raises:
        ImportError: if it is not installed.
    """
    with job.open(encoding="utf-8") as lines:
        pages: list[tuple[str, str]] = [tuple(json.loads(line)) for line in lines]
    before = _peak_mb()
    extract = system.load()
    errors = sum(1 for _, source in pages if call(extract, source)[2])
    memory = _peak_mb() - before
    # Of several repeats the best: what the machine does beside us only ever adds time.
    return Timed(
        system.name,
        tuple(min(call(extract, source)[1] for _ in range(repeats)) for _, source in pages),
        tuple(min(parse_time(html) for _ in range(repeats)) for html, _ in pages),
        sum(len(source.encode("utf-8", "replace")) for _, source in pages),
        memory,
        errors,
    )


def timed_apart(system: System, flatten: str | None, job: Path, repeats: int) -> Timed | str:
    """Measure a system in a fresh process; the reason as one line where that fails."""
    given = ["--flatten", flatten] if flatten else []
    command = ["-m", "benchmarks", "worker", system.name, str(job), "--repeats", str(repeats), *given]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        return f"{system.name}: {(done.stderr.strip().splitlines() or ['it died'])[-1]}"
    record: Mapping[str, object] = json.loads(done.stdout.splitlines()[-1])
    return Timed(**{name: tuple(value) if isinstance(value, list) else value for name, value in record.items()})  # type: ignore[arg-type]


def as_json(result: Timed) -> str:
    """What the process tells the one that started it."""
    return json.dumps(asdict(result))


def speed_table(results: Sequence[Timed]) -> str:
    """Milliseconds a page, throughput, the ratio to parsing (of the totals, and of the worst page), memory."""
    header = ["system", "pages", "errors", "ms", "median", "p99", "MB/s", "x parse", "worst page", "MB peak"]
    return "\n".join(aligned([header, *map(_line, results)]))


def _line(result: Timed) -> list[str]:
    total = sum(result.ms)
    worst = max(own / parse for own, parse in zip(result.ms, result.parse_ms, strict=True))
    figures = [fmean(result.ms), median(result.ms), percentile(result.ms, 99), result.bytes_in / 1000 / total]
    figures += [total / sum(result.parse_ms), worst, result.memory_mb]
    return [result.system, str(len(result.ms)), str(result.errors), *(f"{value:.1f}" for value in figures)]


def _peak_mb() -> float:
    """The most memory that this process has held, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not ru_maxrss, which on Linux starts at what the process held that started this one.
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
