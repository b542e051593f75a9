"""Options that do not go together, each with what to do instead."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

_MARKED_UP = ("markdown", "html")
_DATA = ("json", "jsonl")


def clash(options: argparse.Namespace) -> str | None:
    """What is wrong with a combination of options, and what to do; None for nothing."""
    return next(_clashes(options), None)


def _clashes(options: argparse.Namespace) -> Iterator[str]:
    both = sorted(set(options.keep) & set(options.drop))
    if both:
        yield f"category {both[0]!r} is to be kept and dropped: choose one"
    if options.diff and options.why is not None:
        yield "--diff and --why cannot be written at once: choose one"
    if options.why is not None and not options.why.split():
        yield "--why has no text to look for: give some words of the block"
    if options.diff or options.why is not None:
        yield from _with_every_block(options, "--diff" if options.diff else "--why")
    yield from _with_form(options)
    if options.only_dropped:
        yield from _with_dropped(options)


def _with_every_block(options: argparse.Namespace, mode: str) -> Iterator[str]:
    if options.to in _DATA:
        yield f"{mode} is for people: for data take --to {options.to} --explain"
    if options.to in _MARKED_UP:
        yield f"{mode} shows the page as it is: leave --to {options.to} out"
    for flag in _given(options, "with_title only_dropped links images no_tables comments metadata"):
        yield f"{mode} shows every block as it is: leave {flag} out"


def _with_form(options: argparse.Namespace) -> Iterator[str]:
    if options.to not in _MARKED_UP:
        for flag in _given(options, "links images"):
            yield f"{flag} needs a form that has them: add --to markdown or --to html"
    if options.to == "html" and options.metadata:
        yield "--metadata has no place in a piece of HTML: take --to json or --to markdown"


def _with_dropped(options: argparse.Namespace) -> Iterator[str]:
    if options.to in _MARKED_UP:
        yield f"--only-dropped writes plain text: take --to text or --to json instead of --to {options.to}"
    for flag in _given(options, "with_title comments"):
        yield f"--only-dropped writes what {flag} would add anyway: leave {flag} out"


def _given(options: argparse.Namespace, names: str) -> Iterator[str]:
    """The flags among some options that were given, as they are written."""
    return (f"--{name.replace('_', '-')}" for name in names.split() if getattr(options, name))
