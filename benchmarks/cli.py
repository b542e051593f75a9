"""The commands: quality, speed, compare, gate."""

from __future__ import annotations

import argparse
import logging
import shlex
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from benchmarks import gate
from benchmarks.compare import moves, report
from benchmarks.flattened import FLATTENERS, TEXT_PEERS, flattened, flattener
from benchmarks.measure import Flattener, Row, measure, read_rows, write_rows
from benchmarks.pages import load
from benchmarks.peers_table import Provenance, peers_table
from benchmarks.speed import Timed, as_json, speed_table, timed, timed_apart, write_job
from benchmarks.systems import DECLUTTER, HTML_PEERS, System, installed
from benchmarks.table import quality_table

_USAGE = 2
_Item = TypeVar("_Item")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: The arguments; those of the process when not given.

    Returns:
        The exit status.
    """
    # Peers log and warn about single pages; what matters of it is in the errors column.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    options = _parser().parse_args(argv)
    options.given = sys.argv[1:] if argv is None else argv
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except (FileNotFoundError, UnknownSystemError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)  # noqa: T201
        return _USAGE


class UnknownSystemError(ValueError):
    """There is no system of a name for the kind of input."""


def quality(options: argparse.Namespace) -> int:
    """Every system on the same pages: one table."""
    chosen = _chosen(options)
    systems, missing = installed(chosen)
    pages = load(options.data, options.set, options.sample)
    given = Flattener(options.flatten, flattener(options.flatten)) if options.flatten else None
    rows = list(_progress(measure(pages, systems, given), len(pages) * len(systems)))
    if options.out:
        write_rows(rows, options.out)
    if options.table:
        packages = [system.package for system in chosen if system.name in systems]
        provenance = Provenance(shlex.join(["python", "-m", "benchmarks", *options.given]), date.today(), packages)
        options.table.write_text(peers_table(rows, provenance), "utf-8")
    _say(quality_table(rows))
    _name_missing(missing)
    _name_errors(rows)
    return 0


def speed(options: argparse.Namespace) -> int:
    """Every system in a process of its own: time, throughput, memory."""
    pages = load(options.data, options.set, options.sample)
    with tempfile.TemporaryDirectory() as folder:
        job = Path(folder) / "pages.jsonl"
        take_out = flattener(options.flatten) if options.flatten else None
        write_job([(page.html, flattened(page.html, take_out) if take_out else page.html) for page in pages], job)
        chosen = _chosen(options)
        found = [
            timed_apart(system, options.flatten, job, options.repeats) for system in _progress(chosen, len(chosen))
        ]
    _say(speed_table([result for result in found if isinstance(result, Timed)]))
    for problem in (result for result in found if isinstance(result, str)):
        _say(problem)
    return 0


def worker(options: argparse.Namespace) -> int:
    """What `speed` starts for each system."""
    system = _by_name(_known(options.flatten), options.name)
    try:
        _say(as_json(timed(system, options.job, options.repeats)))
    except ImportError:
        print(f"not installed: {system.package}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def compare(options: argparse.Namespace) -> int:
    """The pages that moved most between two runs."""
    pairs = moves(read_rows(options.before), read_rows(options.after), options.system)
    if not pairs:
        _say(f"no page of {options.system!r} is in both files")
        return 1
    _say(report(pairs, options.top))
    return 0


def check(options: argparse.Namespace) -> int:
    """The figures against the floors; 1 when one has fallen."""
    found, floors = gate.figures(load(options.data, (), gate.PER_SET)), gate.read_floors()
    for (given, name), value in sorted(found.items()):
        _say(f"{value:.4f}  {name} ({given})")
    for change in options.changes:
        floors = change(found, floors)
    if options.changes:
        gate.write_floors(floors)
    problems = gate.fallen(found, floors)
    for problem in problems:
        _say(f"FELL: {problem}")
    return 1 if problems else 0


def _known(flatten: str | None) -> tuple[System, ...]:
    return (DECLUTTER, *(TEXT_PEERS if flatten else HTML_PEERS))


def _chosen(options: argparse.Namespace) -> list[System]:
    known = _known(options.flatten)
    if options.system:
        return [_by_name(known, name) for name in options.system]
    return list(known) if options.peers else [DECLUTTER]


def _by_name(known: Sequence[System], name: str) -> System:
    for system in known:
        if system.name == name:
            return system
    raise UnknownSystemError(f"no system {name!r} here: there is {', '.join(system.name for system in known)}")


def _progress(items: Iterable[_Item], total: int) -> Iterable[_Item]:
    """The same items, with a bar on standard error where that is a terminal and tqdm is installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        return items
    # None is tqdm's word for "no bar unless standard error is a terminal".
    bar: Iterable[_Item] = tqdm(items, total=total, disable=None)
    return bar


def _name_missing(missing: Sequence[str]) -> None:
    if missing:
        _say(f"\nnot installed: {', '.join(missing)}")


def _name_errors(rows: Sequence[Row]) -> None:
    """The first error of each system, so that a broken set-up is not taken for a bad system."""
    first = {row.system: row for row in reversed(rows) if row.error}
    for system, row in first.items():
        _say(f"{system} raised, first on {row.set} {row.id}: {row.error[:200]}")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    one = _command(commands, "quality", quality)
    _add_choice(one)
    one.add_argument("--sample", type=int, metavar="N", help="only N pages of each set, the same ones every time")
    one.add_argument("--out", type=Path, metavar="FILE", help="write the figures of each page there, as JSON lines")
    one.add_argument(
        "--table", type=Path, metavar="FILE", help="write a table for the documentation there, in Markdown"
    )

    one = _command(commands, "speed", speed)
    _add_choice(one)
    one.add_argument("--sample", type=int, default=20, metavar="N", help="N pages of each set (default: 20)")
    one.add_argument("--repeats", type=int, default=3, metavar="N", help="take the best of N (default: 3)")

    one = _command(commands, "compare", compare)
    one.add_argument("before", type=Path, metavar="A.jsonl")
    one.add_argument("after", type=Path, metavar="B.jsonl")
    one.add_argument("--top", type=int, default=20, metavar="N", help="show N pages (default: 20)")
    one.add_argument("--system", default=DECLUTTER.name, metavar="NAME", help="whose (default: declutter)")

    one = _command(commands, "gate", check)
    one.add_argument("--data", type=Path, required=True, metavar="DIR", help="where the *.jsonl.xz are")
    for flag, change in (("--raise", gate.raised), ("--lower", gate.lowered)):
        text = f"{flag[2:]} the floors to what is measured now"
        one.add_argument(flag, dest="changes", action="append_const", const=change, default=[], help=text)

    one = _command(commands, "worker", worker)
    one.add_argument("name")
    one.add_argument("job", type=Path)
    one.add_argument("--repeats", type=int, required=True)
    one.add_argument("--flatten", choices=FLATTENERS)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: object
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
    parser.set_defaults(command=run)
    return parser


def _add_choice(parser: argparse.ArgumentParser) -> None:
    """Which pages and which systems."""
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="where the *.jsonl.xz are")
    add("--set", nargs="+", default=[], metavar="NAME", help="only these sets")
    add("--peers", action="store_true", help="every peer that is installed")
    add("--system", nargs="+", default=[], metavar="NAME", help="only these systems")
    add("--flatten", choices=FLATTENERS, help="take the tags out of the pages first")
