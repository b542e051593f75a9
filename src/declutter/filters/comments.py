"""What readers wrote below an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from declutter.filters.base import PlainSign
from declutter.filters.name_words import NAME_WORDS
from declutter.model import Document

# Words of prose before the comments, in steps: none makes them the page, many an article with comments.
_PROSE = (1, 60, 200)
_PROSE_NAMES = ("alone", "after-little", "after-some", "after-much")
# A named element with nearly all of the page is not its comment section.
_WHOLE = 0.95


def comments(document: Document) -> Iterator[PlainSign]:
    """What readers wrote below an article.

    What it catches:
        Blocks in an element that is named for comments, or below a line with the wording of a comment section, when
        prose stands before it.
    Why it is noise:
        Readers' comments are another text, by others; with no text before them, as in a forum, they are the page.
    When it is wrong:
        A discussion below a short question, where the answers are what the reader came for.

    Example:
        ``<div id="comments"><p>I took the last ferry, and it was full.</p></div>`` below an article
    """
    prose = list(accumulate((reading.words * reading.prose for reading in document.readings), initial=0))
    regions = dict(in_comments(document))
    headed = _headed(document, prose)
    if not regions and headed is None:
        return
    for i, reading in enumerate(document.readings):
        start, cause = regions.get(i, (headed, "headed"))
        if start is None or i < start:
            continue
        before = _PROSE_NAMES[bisect_right(_PROSE, prose[start])]
        sort = "prose" if reading.prose else "line"
        how = "headed" if cause == "headed" else "named"
        yield i, f"comments.{how}.{before}.{sort}", cause, "comment-form"


def in_comments(document: Document) -> Iterator[tuple[int, tuple[int, str]]]:
    """For each block in an element named for comments, where the outermost of these begins and what it is called."""
    end = 0
    # Pages have thousands of elements, but few names.
    named = {names for names in {element.names for element in document.elements} if any(map(_is_comments, names))}
    for element, holding in zip(document.elements, document.holdings, strict=True):
        if element.names not in named:
            continue
        if element.first >= end and holding.share <= _WHOLE and element.tag not in ("html", "body"):
            end = element.end
            for i in range(element.first, end):
                yield i, (element.first, f"<{element.tag}> {' '.join(element.names)[:80]}")


def _is_comments(name: str) -> bool:
    return NAME_WORDS.get(name) == "comments" or any(NAME_WORDS.get(word) == "comments" for word in name.split("-")[:4])


def _headed(document: Document, prose: Sequence[int]) -> int | None:
    """The first block below some prose with the wording of a comment section; None when there is none."""
    if document.media != "html":
        return None
    heads = (hit.block for hit in document.hits.get("comment-form", ()) if hit.claims)
    return min((block for block in heads if prose[block] >= _PROSE[1]), default=None)
