"""The forms in which a page is met: as HTML, and as text that one tool or another made of it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from benchmarks.flattened import flattened, flattener

# The columns of mail and of pages that a text browser printed.
_COLUMNS = 72

HTML = "html"
# The first three are judged, all are trained on.
JUDGED = ("html_text", "inscriptis", "resiliparse")
ITERTEXT = "itertext"
WRAPPED = "wrapped"
MARKDOWN = "markdown"
# What another extractor left, as corpora hold it.
MAIN = "resiliparse-main"
OTHERS = (ITERTEXT, WRAPPED, MARKDOWN, MAIN)
# The main text alone: what is clean already must stay as it is.
CLEAN = "clean"


def form_of(html: str, form: str) -> str:
    """A page in one of the forms; empty where a tool can make nothing of it."""
    if form == HTML:
        return html
    make = _OWN[form] if form in _OWN else flattener(form)
    return flattened(html, make)


def _itertext(html: str) -> str:
    """Every text node on a line of its own, as quick scripts do it."""
    from lxml import etree
    from lxml.html import document_fromstring

    tree = document_fromstring(html)
    etree.strip_elements(tree, "script", "style", "noscript", with_tail=False)
    return "\n".join(line for text in tree.itertext() if isinstance(text, str) and (line := text.strip()))


def _wrapped(html: str) -> str:
    lines = flattener("html_text")(html).splitlines()
    return "\n".join(textwrap.fill(line, _COLUMNS, break_long_words=False) for line in lines)


def _markdown(html: str) -> str:
    from markdownify import markdownify

    return str(markdownify(html, strip=["script", "style", "img"], heading_style="ATX"))


def _main(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True))


_OWN: dict[str, Callable[[str], str]] = {
    ITERTEXT: _itertext,
    WRAPPED: _wrapped,
    MARKDOWN: _markdown,
    MAIN: _main,
}
