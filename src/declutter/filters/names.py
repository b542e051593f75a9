"""What the classes and ids of the elements around a block call it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from declutter.containers import wider
from declutter.elements import Element
from declutter.filters.base import PlainSign
from declutter.filters.name_words import NAME_WORDS
from declutter.model import Document

# A reason, what triggered it, and a category.
_Fact = tuple[str, str, str]
# Names have so many words; a hit may span so many of them.
_LONGEST_NAME = 8
_LONGEST_HIT = 3
# Elements up to so many steps above a block name what it stands in, those further off a part of the page.
_NEAR = 3
# Beyond so many steps nothing is asked, so that trees nested without end cost no more than others.
_FURTHEST = 100
# An element with so much of the page's prose is not what a box is called.
_MUCH = 0.5
_PAGE = ("html", "body")
_CATEGORY = {
    "ad": "advert",
    "author": "byline",
    "bio": "author-bio",
    "breadcrumb": "breadcrumb",
    "buy": "commerce",
    "caption": "image-credit",
    "comments": "comment-form",
    "cookie": "cookie-consent",
    "copyright": "copyright",
    "date": "dateline",
    "follow": "follow",
    "legal": "legal",
    "login": "login",
    "menu": "navigation",
    "newsletter": "newsletter",
    "pagination": "pagination",
    "paywall": "paywall",
    "poll": "poll",
    "print": "print-save",
    "rating": "counter",
    "related": "related",
    "search": "search-ui",
    "share": "share",
    "skip": "skip-link",
    "tags": "tag-list",
    "title": "headline",
    "toc": "toc-link",
    "weather": "weather",
}


def names(document: Document) -> Iterator[PlainSign]:
    """What the classes and ids of the elements around a block call it.

    What it catches:
        Blocks in elements that are named for furniture: ``share-bar``, ``related_posts``, ``siteFooter``; names such as
        ``entry-content`` and ``articleBody`` speak for content.
    Why it is noise:
        Names are written for style sheets and say what an element is (Kohlschütter et al. 2010 leave them out; every
        hand-made extractor since Readability, 2009, uses them).
    When it is wrong:
        ``comments`` where the comments are the page, ``header`` over a whole article: an element with half of the
        page's prose counts as its content, however it is called. Whole words are compared: ``download`` is no ``ad``.

    Example:
        ``<div class="sharing-buttons"><p>Pass it on</p></div>``
    """
    distinct = {element.names for element in document.elements}
    known = {name: tuple(_topics(name)) for name in set(chain.from_iterable(distinct))}
    named = {names: tuple(dict.fromkeys(topic for name in names for topic in known[name])) for names in distinct}
    topics = [named[element.names] for element in document.elements]
    wide = wider(document.elements)
    # Siblings have the same elements around them.
    further: dict[int, Mapping[str, _Fact]] = {}
    for block in document.blocks:
        place = block.element
        if place < 0:
            continue
        facts, around = _own(document, place, wide[place], topics)
        if around not in further:
            further[around] = _further(document, around, topics)
        for reason, match, category in ({**further[around], **facts} if facts else further[around]).values():
            yield block.index, reason, match, category


def _own(document: Document, place: int, around: int, topics: Sequence[Sequence[str]]) -> tuple[dict[str, _Fact], int]:
    """The topics of the elements that hold the same blocks as one, from the inside out, and where that ends.

    The next one, `around`, holds more.
    """
    facts: dict[str, _Fact] = {}
    for _ in range(_FURTHEST):
        if place == around or document.elements[place].tag in _PAGE:
            break
        if topics[place]:
            _add(facts, document, place, topics[place], "own")
        place = document.elements[place].parent
    return facts, place


def _further(document: Document, place: int, topics: Sequence[Sequence[str]]) -> dict[str, _Fact]:
    """The topics of an element that holds more blocks than those in question, and of those around it."""
    facts: dict[str, _Fact] = {}
    for steps in range(1, _FURTHEST):
        if place < 0 or document.elements[place].tag in _PAGE:
            break
        if topics[place]:
            _add(facts, document, place, topics[place], "near" if steps <= _NEAR else "far")
        place = document.elements[place].parent
    return facts


def _add(facts: dict[str, _Fact], document: Document, place: int, topics: Sequence[str], distance: str) -> None:
    """Add what the names of an element say, unless one further in says the same."""
    for topic in topics:
        if topic not in facts:
            how = "page" if document.holdings[place].share >= _MUCH else distance
            facts[topic] = f"names.{topic}.{how}", _shown(document.elements[place]), _CATEGORY.get(topic, "")


def _shown(element: Element) -> str:
    return f"<{element.tag}> {' '.join(element.names)[:80]}"


def _topics(name: str) -> Iterator[str]:
    """The topics of a name, from its first word on; the longest run of known words wins."""
    words = name.split("-")[:_LONGEST_NAME]
    start = 0
    while start < len(words):
        for size in range(min(_LONGEST_HIT, len(words) - start), 0, -1):
            topic = NAME_WORDS.get("-".join(words[start : start + size]))
            if topic:
                yield topic
                start += size - 1
                break
        start += 1
