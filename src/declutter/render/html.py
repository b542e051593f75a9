"""The main text as clean HTML: the page's own markup as far as it is plain, and nothing that runs, styles or tracks."""

from __future__ import annotations

from collections.abc import Iterable

from declutter.errors import MissingExtraError
from declutter.model import Result
from declutter.render.addresses import addresses
from declutter.render.include import known_parts, without_table_rows
from declutter.render.kept import kept_groups
from declutter.render.marked import markup_of
from declutter.render.write import Writer
from declutter.segment.trace import Group, trace_html

_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption br a img table caption thead tbody tfoot "
    "tr th td strong em code kbd samp var sub sup del s ins u mark small q cite abbr dfn ruby rb rt rp".split()
)
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_NAMES = {"code": {"class"}}
_SCHEMES = {"http", "https", "mailto"}


def article_html(result: Result, include: Iterable[str] = ("links", "tables")) -> str:
    """The main text as HTML that is safe to put on a page.

    Only elements of an article are left, and of their attributes the addresses of links and images, ``alt``, the spans
    of cells and the number a list begins with. nh3 has the last word on what stays.

    Args:
        result: What is kept.
        include: What to put in beside the text: ``links``, ``images``, ``tables``.

    Returns:
        A fragment, without a newline at its end; empty when nothing is kept.

    Raises:
        UnknownNameError: if there is no part of a name.
        MissingExtraError: if nh3 is not installed; of Markdown also, if markdown-it-py is not.
    """
    return sanitised(_markup(result, known_parts(include)), {})


def article_markup(result: Result, include: Iterable[str]) -> str:
    """The same with the languages of code, which a converter asks for, as names of classes."""
    return sanitised(_markup(result, known_parts(include)), _NAMES)


def sanitised(markup: str, names: dict[str, set[str]]) -> str:
    """What nh3 leaves of markup.

    Args:
        markup: The markup.
        names: Attributes that may stay, by tag, beside those of clean HTML.

    Raises:
        MissingExtraError: if nh3 is not installed.
    """
    try:
        import nh3
    except ImportError:
        raise MissingExtraError("html", "nh3") from None
    clean: str = nh3.clean(
        markup, tags=set(_TAGS), attributes={**_ATTRIBUTES, **names}, url_schemes=_SCHEMES, link_rel=None
    )
    return clean.strip()


def _markup(result: Result, parts: frozenset[str]) -> str:
    document = result.document
    if document.media == "html":
        trace = trace_html(document.source)
        groups, base = kept_groups(result, trace), trace.base
    else:
        groups, base = _groups_of_text(result if "tables" in parts else without_table_rows(result)), ""
    writer = Writer(addresses(document.url, base), parts)
    for group in groups:
        writer.group(group)
    return writer.written()


def _groups_of_text(result: Result) -> list[Group]:
    """The kept blocks of text, and of Markdown what a renderer makes of them."""
    if result.document.media == "markdown" and (markup := markup_of(result)):
        return trace_html(markup).groups
    return [Group(verdict.block, ()) for verdict in result.kept]
