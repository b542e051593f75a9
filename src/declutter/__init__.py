r"""declutter: the article out of a page, or out of the text scraped from one, with a receipt for the rest.

>>> import declutter
>>> page = "Skip to content\n\nThe ferry will run all winter, the council said on Tuesday.\n\nSubscribe"
>>> declutter.clean(page)
'The ferry will run all winter, the council said on Tuesday.'
"""

from __future__ import annotations

from collections.abc import Iterable

from declutter._version import __version__
from declutter.categories import CATEGORIES, Category
from declutter.errors import (
    ConflictError,
    DeclutterError,
    FilterError,
    MissingExtraError,
    PackError,
    UnknownNameError,
)
from declutter.model import Block, Document, Evidence, Filter, Media, PageType, Result, Verdict
from declutter.page_input import PageInput
from declutter.pipeline import DEFAULT, Pipeline

__all__ = [
    "CATEGORIES",
    "DEFAULT",
    "Block",
    "Category",
    "ConflictError",
    "DeclutterError",
    "Document",
    "Evidence",
    "Filter",
    "FilterError",
    "Media",
    "MissingExtraError",
    "PackError",
    "PageType",
    "Pipeline",
    "Result",
    "UnknownNameError",
    "Verdict",
    "__version__",
    "clean",
    "extract",
]


def clean(page: PageInput, *, url: str | None = None, language: str | None = None) -> str:
    """The main text of a page.

    Args:
        page: HTML, Markdown or plain text; bytes are decoded by their mark, declaration or looks. A str is always the
            page itself, never a path or an address. Or an lxml element or tree, which is only read; of an element
            inside a bigger tree, only what is in it. Or an open file, which is read to its end, or a response of
            requests, httpx, urllib, urllib3 or Scrapy.
        url: Where the page is from; that of the response when not given.
        language: ISO 639-1 code of its language; guessed when not given.

    Returns:
        The text without a newline at its end; empty when nothing in the page is main text.

    Raises:
        TypeError: if an argument is of the wrong type.
    """
    return extract(page, url=url, language=language).text


def extract(
    page: PageInput,
    *,
    url: str | None = None,
    language: str | None = None,
    media: Media | None = None,
    focus: str = "balanced",
    keep: Iterable[str] = (),
    drop: Iterable[str] = (),
    pipeline: Pipeline = DEFAULT,
) -> Result:
    """Clean a page and keep the receipt.

    Args:
        page: HTML, Markdown or plain text; bytes are decoded by their mark, declaration or looks. A str is always the
            page itself, never a path or an address. Or an lxml element or tree, which is only read; of an element
            inside a bigger tree, only what is in it. Or an open file, which is read to its end, or a response of
            requests, httpx, urllib, urllib3 or Scrapy.
        url: Where the page is from; that of the response when not given.
        language: ISO 639-1 code of its language; guessed when not given.
        media: What the page is: ``html``, ``text`` or ``markdown``; guessed when not given.
        focus: ``precision`` drops what is in doubt, ``recall`` keeps it, ``balanced`` does neither.
        keep: Categories to keep in the text.
        drop: Categories to drop even on weak evidence.
        pipeline: Filters and how to apply them.

    Returns:
        The verdict on every block, and the text, title and confidence that follow from them.

    Raises:
        TypeError: if an argument is of the wrong type.
        UnknownNameError: if a category, focus, media or language is not known.
        ConflictError: if a category is to be kept and dropped, or a tree read as anything but HTML.
    """
    if not isinstance(pipeline, Pipeline):
        raise TypeError(f"pipeline must be a Pipeline, such as declutter.DEFAULT, not {pipeline!r}")
    return pipeline.run(page, url=url, language=language, media=media, focus=focus, keep=keep, drop=drop)
