"""Markdown to HTML, by markdown-it-py."""

from __future__ import annotations

from declutter.errors import MissingExtraError
from declutter.model import Result
from declutter.patterns import plain_pattern
from declutter.render.text import main_text

# Beyond its limit markdown-it-py leaves text out, and at less than that nobody nests anything.
_MOST_NESTED = 60
_TOO_DEEP = plain_pattern(rf"(?m)^(?:[>*+-][ \t>]|\d{{1,9}}[.)][ \t]|[ \t>]){{{_MOST_NESTED},}}+")
# It takes quadratic time over brackets that open nothing, and over the columns that short rows do not have.
_MOST_OPEN = 2000
_MOST_COLUMNS = 200


def markup_of(result: Result) -> str:
    """The kept Markdown as HTML, not sanitised; empty where it is written to stop a renderer.

    Raises:
        MissingExtraError: if markdown-it-py is not installed.
    """
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise MissingExtraError("html", "markdown-it-py") from None
    text = main_text(result)
    if _TOO_DEEP.search(text) or text.count("[") - text.count("]") > _MOST_OPEN or _columns(text) > _MOST_COLUMNS:
        return ""
    options = {"html": True, "maxNesting": 4 * _MOST_NESTED}
    return str(MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).render(text))


def _columns(text: str) -> int:
    return max((line.count("|") for line in text.splitlines()), default=0)
