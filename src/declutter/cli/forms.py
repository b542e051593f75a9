"""One page in the form that was asked for."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from html import escape
from typing import Any

from declutter.model import Result
from declutter.patterns import plain_pattern
from declutter.render import dropped_text
from declutter.render.data import blocks, sound_data, summary

_COMMENTS = "Comments"
# What may be Markdown wherever it stands, and at the beginning of a line.
_SIGNS = plain_pattern(r"[\\`*_\[\]<>&#~|]")
_STARTS = plain_pattern(r"(?m)^(\s*)([-+=]|\d+(?=[.)]))")


def written(name: str, result: Result, options: argparse.Namespace, *, many: bool) -> str:
    """A page as text, Markdown or HTML, with its line ends; under its name when it is one of many.

    Raises:
        MissingExtraError: if the form takes a package that is not there.
    """
    page = "\n\n".join(part for part in _parts(result, options) if part)
    if not many:
        return f"{page}\n" if page else ""
    if options.to == "html":
        return f'<article data-file="{escape(name)}">\n{page}\n</article>\n'
    return f"{heading(name)}{page}\n\n"


def heading(name: str) -> str:
    """The line above each of many pages."""
    from declutter.render.terminal import printable

    return f"==> {printable(name)} <==\n"


def record(name: str, result: Result, options: argparse.Namespace) -> dict[str, Any]:
    """A page as the schema of results has it."""
    record = {"file": sound_data(name), **summary(result), "text": sound_data(_text(result, options))}
    if options.comments:
        record["comments"] = sound_data(result.comments)
    if options.metadata:
        record["metadata"] = sound_data(result.metadata.as_dict())
    if options.only_dropped:
        record["blocks"] = blocks(replace(result, verdicts=result.dropped))
    elif options.explain:
        record["blocks"] = blocks(result)
    return record


def as_json(value: object, indent: int | None = None) -> str:
    """Data as JSON, with every letter as it is."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def _parts(result: Result, options: argparse.Namespace) -> list[str]:
    """What stands one below the other: front matter, headline, page, comments."""
    if options.to == "text":
        parts = [_text(result, options)]
    elif options.to == "markdown":
        title = [f"# {_as_markdown(own, result)}" for own in _title(result, options)]
        parts = [*title, result.markdown(_included(options))]
    else:
        title = [f"<h1>{escape(own)}</h1>" for own in _title(result, options)]
        parts = [*title, result.html(_included(options))]
    if options.metadata:
        from declutter.metadata.frontmatter import front_matter

        parts.insert(0, front_matter(result.metadata).rstrip())
    comments = result.comments if options.comments else ""
    if comments and options.to == "html":
        paragraphs = "\n".join(f"<p>{escape(comment)}</p>" for comment in comments.split("\n\n"))
        parts.append(f"<section>\n<h2>{_COMMENTS}</h2>\n{paragraphs}\n</section>")
    elif comments and options.to == "markdown":
        parts += [f"## {_COMMENTS}", _as_markdown(comments, result)]
    elif comments:
        parts += [_COMMENTS, comments]
    return parts


def _text(result: Result, options: argparse.Namespace) -> str:
    if options.no_tables:
        from declutter.render.include import without_table_rows

        result = without_table_rows(result)
    if options.only_dropped:
        return dropped_text(result)
    return "\n\n".join(filter(None, [*_title(result, options), result.text]))


def _title(result: Result, options: argparse.Namespace) -> list[str]:
    """The headline where it was asked for, unless the page has it in it anyway."""
    return [result.title] if options.with_title and result.title and "headline" not in options.keep else []


def _as_markdown(text: str, result: Result) -> str:
    """Text of a page in Markdown; of HTML, what only looks like Markdown is escaped, and other pages stay verbatim."""
    if result.document.media != "html":
        return text
    return _STARTS.sub(lambda match: f"{match[1]}{_escaped(match[2])}", _SIGNS.sub(r"\\\g<0>", text))


def _escaped(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _included(options: argparse.Namespace) -> tuple[str, ...]:
    """The parts of a page that Markdown or HTML is to have, beyond its words."""
    asked = {
        "links": options.links or options.to == "html",
        "images": options.images,
        "tables": not options.no_tables,
    }
    return tuple(part for part, wanted in asked.items() if wanted)
