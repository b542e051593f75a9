"""The command: pages in, articles out, the receipt on standard error."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NoReturn

from declutter import CATEGORIES, DEFAULT, Result, __version__, extract
from declutter.categories import CATEGORY_IDS
from declutter.decide import FOCUS
from declutter.inputs import InputError, name_of, read_input
from declutter.model import MEDIA
from declutter.outputs import Output
from declutter.render import dropped_text, printable, receipt

_DONE, _SOME_FAILED, _USAGE, _INTERRUPTED = 0, 1, 2, 130
_EPILOG = """\
examples:
  curl -s https://example.org/story | declutter
  declutter --explain page.html > story.txt
  declutter --to jsonl pages/*.html -o stories.jsonl

exit status: 0 done, 1 some input failed (the others are written), 2 wrong usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process when not given.

    Returns:
        The exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(_parser().parse_args(argv))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough. Keep Python from complaining when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _DONE


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_USAGE, f"declutter: {message}; see declutter --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="declutter",
        description="Give it a web page, or the text scraped from one; get the article back.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="pages to clean; - or nothing is standard input")
    add("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    add("--from", dest="media", choices=MEDIA, help="what the input is (default: look and see)")
    add("--to", choices=("text", "json", "jsonl"), default="text", help="what to write (default: text)")
    add("--with-title", action="store_true", help="put the headline in front of the text")
    add(
        "--focus",
        choices=tuple(FOCUS),
        default="balanced",
        help="when in doubt, drop (precision) or keep (recall)",
    )
    for name, effect in (("keep", "keep"), ("drop", "drop, even on weak evidence,")):
        add(
            f"--{name}",
            type=_categories,
            action="extend",
            default=[],
            metavar="CATEGORY[,…]",
            help=f"{effect} these",
        )
    add("--only-dropped", action="store_true", help="write what was thrown away instead")
    add(
        "--explain",
        action="store_true",
        help="tell on standard error why each block went or stayed (json: in it)",
    )
    add("--language", type=_language, metavar="CODE", help="the text's language, such as en (default: guess)")
    add("--url", help="where the page is from")
    add("--list-categories", action=_List, lines=_category_lines, help="print what blocks can be dropped as")
    add("--list-languages", action=_List, lines=_language_lines, help="print the languages whose wording is known")
    add("--list-filters", action=_List, lines=_filter_lines, help="print the filters and what they catch")
    add("--version", action="version", version=f"declutter {__version__}")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="no warnings")
    loudness.add_argument("-v", "--verbose", action="store_true", help="a line on each input")
    return parser


class _List(argparse.Action):
    """Print a list and stop, as --version does."""

    def __init__(self, option_strings: Sequence[str], dest: str, lines: Any, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)
        self._lines = lines

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print("\n".join(self._lines()))  # noqa: T201
        sys.stdout.flush()
        parser.exit(_DONE)


def _category_lines() -> Iterator[str]:
    for category in CATEGORIES:
        yield f"{category.id:<20}{category.about}"


def _language_lines() -> Iterator[str]:
    from declutter.packs.table import bundled_languages

    for code, (name, phrases) in bundled_languages().items():
        yield f"{code:<6}{name:<14}{phrases:>7,} phrases"


def _filter_lines() -> Iterator[str]:
    for filter in DEFAULT.filters:
        doc = getattr(filter, "observe", filter).__doc__ or ""
        yield f"{filter.name:<20}{doc.partition(chr(10))[0]}"


def _categories(value: str) -> list[str]:
    names = [name.strip() for name in value.split(",") if name.strip()]
    for name in names:
        if name not in CATEGORY_IDS:
            near = get_close_matches(name, CATEGORY_IDS, 1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise argparse.ArgumentTypeError(f"unknown category {name!r}: {hint}declutter --list-categories lists them")
    return names


def _language(value: str) -> str:
    if not (2 <= len(value) <= 3 and value.isascii() and value.isalpha()):
        raise argparse.ArgumentTypeError(f"{value!r} is no language code: give two letters, such as en or de")
    return value.lower()


def _run(options: argparse.Namespace) -> int:
    both = sorted(set(options.keep) & set(options.drop))
    if both:
        _say(f"category {both[0]!r} is to be kept and dropped: choose one")
        return _USAGE
    names = options.files or ["-"]
    try:
        with Output(options.output) as output:
            return _Job(options, output, many=len(names) > 1).clean(names)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        _say(f"cannot write {options.output or 'standard output'}: {error.strerror or error}")
        return _SOME_FAILED


@dataclass(slots=True)
class _Job:
    """One run over some inputs."""

    options: argparse.Namespace
    output: Output
    many: bool
    records: list[dict[str, Any]] = field(default_factory=list)

    def clean(self, names: Iterable[str]) -> int:
        status = _DONE
        for name in names:
            try:
                data = read_input(name)
            except InputError as error:
                _say(str(error))
                status = _SOME_FAILED
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
            _say(
                f"{name}: {result.document.media}, {blocks} blocks, {len(result.kept)} kept, "
                f"confidence {result.confidence:.2f}"
            )
        elif not result.kept and not self.options.quiet:
            _say(f"{name}: no main text in {blocks} blocks; --explain tells why, --focus recall keeps more")


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _say(message: str) -> None:
    print(f"declutter: {printable(message)}", file=sys.stderr)  # noqa: T201
