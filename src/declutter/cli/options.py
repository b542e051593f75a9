"""The options of the command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from declutter import __version__
from declutter.categories import CATEGORY_IDS
from declutter.cli import lists
from declutter.cli.combinations import clash
from declutter.cli.status import USAGE
from declutter.decide import FOCUS
from declutter.model import MEDIA

TO = ("text", "markdown", "html", "json", "jsonl")
_EPILOG = """\
examples:
  curl -s https://example.org/story | declutter
  declutter --explain page.html > story.txt
  declutter --why "Become a member" page.html
  declutter --report report.html page.html > story.txt
  declutter --to jsonl pages/*.html -o stories.jsonl

exit status: 0 done, 1 some input failed (the others are written), 2 wrong usage
"""


def read_options(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options in some arguments; those of the process when None.

    Raises:
        SystemExit: if they are no such options, or ask for something that is printed at once, such as a list.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    options.files = options.files or ["-"]
    problem = clash(options)
    if problem:
        parser.error(problem)
    options.reports = []
    if options.report is not None:
        from declutter.cli.reports import report_places

        try:
            options.reports = report_places(options.report, options.files, options.output)
        except ValueError as error:
            parser.error(str(error))
    return options


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"declutter: {message}; see declutter --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="declutter",
        description="Give it a web page, or the text scraped from one; get the article back.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="pages to clean; - or nothing is standard input")
    for add_to in (_add_input, _add_choice, _add_output, _add_explanation, _add_lists):
        add_to(parser)
    return parser


def _add_input(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("input").add_argument
    add("--from", dest="media", choices=MEDIA, help="what the input is (default: look and see)")
    add("--language", type=_language, metavar="CODE", help="the text's language, such as en (default: guess)")
    add("--url", help="where the page is from")


def _add_choice(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what is kept").add_argument
    add("--focus", choices=tuple(FOCUS), default="balanced", help="in doubt, drop (precision) or keep (recall)")
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


def _add_output(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("output").add_argument
    add("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    add("--to", choices=TO, default="text", help="what to write (default: text)")
    add("--with-title", action="store_true", help="put the headline in front of the text")
    add("--links", action="store_true", help="with the links (markdown; html has them anyway)")
    add("--images", action="store_true", help="with the images (markdown, html)")
    add("--no-tables", action="store_true", help="without tables")
    add("--comments", action="store_true", help="with the readers' comments, as a part of their own")
    add("--metadata", action="store_true", help="with author, dates, site, … (text, markdown: in front; json)")


def _add_explanation(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("explanation")
    add = group.add_argument
    add("--explain", action="store_true", help="tell on standard error why each block stayed or went (json: in it)")
    add("--diff", action="store_true", help="write the whole page instead, what was dropped struck out")
    add("--why", metavar="TEXT", help="write instead all that weighed on the blocks that contain TEXT")
    add("--report", metavar="FILE", help="write a page to look at in a browser as well; several inputs: a folder")
    loudness = group.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="no warnings")
    loudness.add_argument("-v", "--verbose", action="store_true", help="a line on each input")


def _add_lists(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what declutter knows").add_argument
    for name, lines, about in (
        ("list-categories", lists.categories, "print what blocks can be dropped as"),
        ("list-languages", lists.languages, "print the languages whose wording is known"),
        ("list-filters", lists.filters, "print the filters and what they catch"),
        ("schema", lists.schema, "print the JSON Schema of what --to json writes"),
    ):
        add(f"--{name}", action=lists.Print, lines=lines, help=about)
    add("--version", action="version", version=f"declutter {__version__}")


def _categories(value: str) -> list[str]:
    names = [name.strip() for name in value.split(",") if name.strip()]
    for name in names:
        if name not in CATEGORY_IDS:
            from difflib import get_close_matches

            near = get_close_matches(name, CATEGORY_IDS, 1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise argparse.ArgumentTypeError(f"unknown category {name!r}: {hint}declutter --list-categories lists them")
    return names


def _language(value: str) -> str:
    if not (2 <= len(value) <= 3 and value.isascii() and value.isalpha()):
        raise argparse.ArgumentTypeError(f"{value!r} is no language code: give two letters, such as en or de")
    return value.lower()
