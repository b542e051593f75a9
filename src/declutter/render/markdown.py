"""The main text as Markdown: of HTML by way of clean HTML and markdownify, of text and Markdown as it is."""

from __future__ import annotations

from collections.abc import Iterable

from declutter.errors import MissingExtraError
from declutter.model import Result
from declutter.render.html import article_markup
from declutter.render.include import known_parts, without_table_rows
from declutter.render.text import main_text


def article_markdown(result: Result, include: Iterable[str] = ("tables",)) -> str:
    """The main text as Markdown.

    Of text and Markdown nothing is rewritten, so there it is `Result.text`, less the rows of tables where these are not
    wanted. HTML becomes clean HTML first. What only looks like Markdown in its text is escaped.

    Args:
        result: What is kept.
        include: What to put in beside the text: ``links``, ``images``, ``tables``.

    Returns:
        Markdown without a newline at its end: CommonMark, with the tables and struck-out text of GitHub's.

    Raises:
        UnknownNameError: if there is no part of a name.
        MissingExtraError: if nh3 or markdownify is not installed; for HTML alone.
    """
    parts = known_parts(include)
    if result.document.media != "html":
        return main_text(result if "tables" in parts else without_table_rows(result))
    markup = article_markup(result, parts)
    try:
        from declutter.render.converter import convert
    except ImportError:
        raise MissingExtraError("html", "markdownify") from None
    return convert(markup)
