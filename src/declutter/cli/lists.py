"""What the command can tell of itself: options that print a list and stop."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from declutter import CATEGORIES, DEFAULT
from declutter.cli.status import DONE


class Print(argparse.Action):
    """Print some lines and stop, as --version does."""

    def __init__(self, option_strings: Sequence[str], dest: str, lines: Callable[[], Iterator[str]], help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)
        self._lines = lines

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print and leave."""
        print("\n".join(self._lines()))  # noqa: T201
        sys.stdout.flush()
        parser.exit(DONE)


def categories() -> Iterator[str]:
    """What blocks can be dropped as."""
    for category in CATEGORIES:
        yield f"{category.id:<20}{category.about}"


def languages() -> Iterator[str]:
    """The languages whose wording is known."""
    from declutter.packs.table import bundled_languages

    for code, (name, phrases) in bundled_languages().items():
        yield f"{code:<6}{name:<14}{phrases:>7,} phrases"


def filters() -> Iterator[str]:
    """The filters, and the first line of what each says of itself."""
    for filter in DEFAULT.filters:
        doc = getattr(filter, "observe", filter).__doc__ or ""
        yield f"{filter.name:<20}{doc.partition(chr(10))[0]}"


def schema() -> Iterator[str]:
    """The JSON Schema of results."""
    from declutter.schema import schema_text

    yield schema_text().rstrip("\n")
