"""The job on the inputs: read, clean, write, tell."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from declutter import Result, extract
from declutter.cli.status import DONE, SOME_FAILED, say
from declutter.inputs import InputError, name_of, read_input
from declutter.outputs import Output
from declutter.render import dropped_text, receipt


def run(options: argparse.Namespace) -> int:
    """Do what the options ask for.

    Returns:
        The exit status.
    """
    names = options.files or ["-"]
    try:
        with Output(options.output) as output:
            return _Job(options, output, many=len(names) > 1).clean(names)
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

    def clean(self, names: Iterable[str]) -> int:
        status = DONE
        for name in names:
            try:
                data = read_input(name)
            except InputError as error:
                say(str(error))
                status = SOME_FAILED
                continue
            self.write(name_of(name), self.extract(data))
        if self.options.to == "json" and self.records:
            self.output.write(_json(self.records if self.many else self.records[0], indent=2) + "\n")
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
        self.comment(name, result)
        if options.to == "text":
            if self.many:
                self.output.write(f"==> {name} <==\n")
            text = self.text(result)
            self.output.write(f"{text}\n\n" if self.many else f"{text}\n" if text else text)
        elif options.to == "jsonl":
            self.output.write(_json(self.record(name, result)) + "\n")
        else:
            self.records.append(self.record(name, result))

    def text(self, result: Result) -> str:
        if self.options.only_dropped:
            return dropped_text(result)
        if self.options.with_title and result.title and "headline" not in self.options.keep:
            return f"{result.title}\n\n{result.text}".rstrip()
        return result.text

    def record(self, name: str, result: Result) -> dict[str, Any]:
        record = {"file": name, **result.to_dict(), "text": self.text(result)}
        if self.options.only_dropped:
            record["blocks"] = [block for block in record["blocks"] if not block["kept"]]
        elif not self.options.explain:
            del record["blocks"]
        return record

    def comment(self, name: str, result: Result) -> None:
        """What goes to standard error: the receipt, a line on the input, a warning."""
        if self.options.explain and self.options.to == "text":
            if self.many:
                print(f"==> {name} <==", file=sys.stderr)  # noqa: T201
            for line in receipt(result):
                print(line, file=sys.stderr)  # noqa: T201
        blocks = len(result.verdicts)
        if self.options.verbose:
            say(
                f"{name}: {result.document.media}, {blocks} blocks, {len(result.kept)} kept, "
                f"confidence {result.confidence:.2f}"
            )
        elif not result.kept and not self.options.quiet:
            say(f"{name}: no main text in {blocks} blocks; --explain tells why, --focus recall keeps more")


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
