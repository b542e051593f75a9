"""The options of the command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

from declutter import __version__
from declutter.categories import CATEGORY_IDS
from declutter.cli import lists
from declutter.cli.status import USAGE
from declutter.decide import FOCUS
from declutter.model import MEDIA

_EPILOG = """\
examples:
  curl -s https://example.org/story | declutter
  declutter --explain page.html > story.txt
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
    both = sorted(set(options.keep) & set(options.drop))
    if both:
        parser.error(f"category {both[0]!r} is to be kept and dropped: choose one")
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
    for name, lines, about in (
        ("categories", lists.categories, "print what blocks can be dropped as"),
        ("languages", lists.languages, "print the languages whose wording is known"),
        ("filters", lists.filters, "print the filters and what they catch"),
    ):
        add(f"--list-{name}", action=lists.Print, lines=lines, help=about)
    add("--version", action="version", version=f"declutter {__version__}")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="no warnings")
    loudness.add_argument("-v", "--verbose", action="store_true", help="a line on each input")
    return parser


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
