"""The job on the inputs: read, clean, write, tell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from declutter import MissingExtraError, Result, extract
from declutter.cli.forms import as_json, heading, record, written
from declutter.cli.status import DONE, SOME_FAILED, say, tell
from declutter.inputs import InputError, name_of, read_input
from declutter.outputs import Output

if TYPE_CHECKING:
    from declutter.render.terminal import Look


def run(options: argparse.Namespace) -> int:
    """Do what the options ask for.

    Returns:
        The exit status.
    """
    try:
        with Output(options.output) as output:
            return _Job(options, output, many=len(options.files) > 1).clean(options.files)
    except MissingExtraError as error:
        say(str(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        say(f"cannot write {options.output or 'standard output'}: {error.strerror or error}")
    return SOME_FAILED


@dataclass(slots=True)
class _Job:
    """One run over some inputs."""

    options: argparse.Namespace
    output: Output
    many: bool
    records: list[dict[str, Any]] = field(default_factory=list)
    # For --why: whether a block had the text, and else how near the nearest came, with the words to tell it in.
    found: bool = False
    nearest: tuple[float, str] = (0.0, "")

    def clean(self, names: Sequence[str]) -> int:
        status, results = DONE, 0
        for place, name in enumerate(names):
            try:
                data = read_input(name)
            except InputError as error:
                say(str(error))
                status = SOME_FAILED
                continue
            results += 1
            result = self.extract(data)
            self.comment(name_of(name), result)
            self.write(name_of(name), result)
            if self.options.reports and not self.report(self.options.reports[place], name_of(name), result):
                status = SOME_FAILED
        if self.records:
            self.output.write(as_json(self.records if self.many else self.records[0], indent=2) + "\n")
        if self.options.why is not None and results and not self.found:
            say(f"no block contains {self.options.why!r}{self.nearest[1]}")
            status = SOME_FAILED
        return status

    def extract(self, data: bytes) -> Result:
        options = self.options
        return extract(
            data,
            url=options.url,
            language=options.language,
            media=options.media,
            focus=options.focus,
            keep=options.keep,
            drop=options.drop,
        )

    def write(self, name: str, result: Result) -> None:
        options = self.options
        if options.diff or options.why is not None:
            self.show(name, self.diff(result) if options.diff else self.why(name, result))
        elif options.to == "json":
            self.records.append(record(name, result, options))
        elif options.to == "jsonl":
            self.output.write(as_json(record(name, result, options)) + "\n")
        else:
            self.output.write(written(name, result, options, many=self.many))

    def show(self, name: str, lines: Iterable[str]) -> None:
        """Write lines for people, if there are any, as they come."""
        shown = False
        for line in lines:
            if self.many and not shown:
                self.output.write(heading(name))
            self.output.write(f"{line}\n")
            shown = True
        if self.many and shown:
            self.output.write("\n")

    def diff(self, result: Result) -> Iterator[str]:
        from declutter.render.explain import diff

        return diff(result, self.look())

    def why(self, name: str, result: Result) -> Iterator[str]:
        from declutter.render.explain import closest, why

        for line in why(result, self.options.why, self.look()):
            self.found = True
            yield line
        if not self.found:
            alike, text = closest(result, self.options.why)
            where = f" (in {name})" if self.many else ""
            self.nearest = max(self.nearest, (alike, f"; the closest has {text!r}{where}" if text else ""))

    def look(self) -> Look:
        """How lines for people look where the output goes."""
        return _look(sys.stdout if self.options.output in (None, "-") else None)

    def comment(self, name: str, result: Result) -> None:
        """What goes to standard error: the receipt, a line on the input, a warning."""
        if self.options.explain and self.options.to not in ("json", "jsonl"):
            from declutter.render.receipt import receipt

            tell([heading(name).rstrip()] * self.many)
            tell(receipt(result, _look(sys.stderr)))
        blocks = len(result.verdicts)
        if self.options.verbose:
            say(
                f"{name}: {result.document.media}, {blocks} blocks, {len(result.kept)} kept, "
                f"confidence {result.confidence:.2f}"
            )
        elif not result.kept and not self.options.quiet:
            say(f"{name}: no main text in {blocks} blocks; --explain tells why, --focus recall keeps more")

    def report(self, path: Path, name: str, result: Result) -> bool:
        """Write a report; whether that worked."""
        try:
            if self.options.report.endswith("/"):
                path.parent.mkdir(parents=True, exist_ok=True)
            with Output(str(path)) as output:
                output.write(result.report(name))
        except OSError as error:
            say(f"cannot write {path}: {error.strerror or error}")
            return False
        return True


def _look(stream: TextIO | None) -> Look:
    from declutter.render.terminal import PLAIN, look_of

    return look_of(stream) if stream else PLAIN
