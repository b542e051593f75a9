"""The element whose own paragraphs score best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from declutter.filters.base import PlainSign
from declutter.filters.name_words import NAME_WORDS
from declutter.model import Document
from declutter.segment.nodes import INLINE

_SHORTEST = 25
_COMMAS = (",", "，", "、", "،")
_FULL_LENGTH, _MOST_FOR_LENGTH = 100, 3.0
# Elements that hold one paragraph; their score goes to the element around them.
_PARAGRAPHS = frozenset("p pre td li blockquote dd dt h1 h2 h3 h4 h5 h6".split())
# What an element starts with, by tag and by name.
_TAG_SCORES: Mapping[str, float] = {
    "div": 5,
    "article": 8,
    "main": 5,
    "blockquote": 3,
    "td": 3,
    "form": -3,
    "ul": -3,
    "ol": -3,
}
_NAME_SCORE = 25.0
_GOOD = frozenset(("content", "article", "post"))
_BAD = frozenset(
    "comments related sidebar menu footer share follow newsletter ad promo popup cookie login search buy".split()
)
# A sibling of the best one belongs to it with so much of its score.
_JOINED, _MOST_JOINED = 0.2, 20
# With a rival of so much of its score the best one is contested.
_RIVAL = 0.5


def candidate(document: Document) -> Iterator[PlainSign]:
    """The element whose own paragraphs score best, and what stands beside it.

    What it catches:
        Blocks outside the element that has the longest paragraphs right inside it, above all readers' comments, which
        have an element each.
    Why it is noise:
        An article's paragraphs are siblings. Each gives its score, for commas and length, to the element around it and
        half of that to the next one (Readability, arc90 2009, and its successors).
    When it is wrong:
        Articles in several boxes, threads, pages of questions and answers.

    Example:
        ``<li><p>I took it on Monday, and it was full.</p></li>`` below the paragraphs of an article in one element
    """
    elements = document.elements
    scores = _scores(document) if elements else {}
    if not scores:
        return
    best = max(scores, key=lambda place: (scores[place], -place))
    if scores[best] <= 0:
        return
    joined = [
        (elements[place].first, elements[place].end)
        for place, score in scores.items()
        if elements[place].parent == elements[best].parent and score >= max(10.0, _JOINED * scores[best])
    ]
    rivals = (score for place, score in scores.items() if not _overlap(document, place, best))
    clear = "contested" if max(rivals, default=0.0) >= _RIVAL * scores[best] else "clear"
    first, end, xpath = elements[best].first, elements[best].end, elements[best].xpath
    beside = {i for bounds in joined[:_MOST_JOINED] for i in range(*bounds)}
    for i, reading in enumerate(document.readings):
        if first <= i < end:
            where = "in"
        elif i in beside:
            where = "beside"
        else:
            where = "before" if i < first else "behind"
        yield i, f"candidate.{where}.{clear}.{'prose' if reading.prose else 'line'}", xpath, ""


def _scores(document: Document) -> dict[int, float]:
    """What the elements that hold paragraphs score."""
    elements = document.elements
    scores: dict[int, float] = {}
    for block in document.blocks:
        text = block.visible
        if len(text) < _SHORTEST or block.kind == "heading":
            continue
        around = _around(document, block.element)
        score = 1 + sum(map(text.count, _COMMAS)) + min(len(text) / _FULL_LENGTH, _MOST_FOR_LENGTH)
        score *= 1 - block.link_density
        for place, share in zip(around, (1.0, 0.5), strict=False):
            if place not in scores:
                scores[place] = _start(elements[place].tag, elements[place].names)
            scores[place] += share * score
    return {place: score * (1 - document.holdings[place].density) for place, score in scores.items()}


def _around(document: Document, place: int) -> Sequence[int]:
    """The two elements that a block in an element scores for."""
    elements = document.elements
    while elements[place].parent >= 0 and (elements[place].tag in INLINE or elements[place].tag in _PARAGRAPHS):
        place = elements[place].parent
    above = elements[place].parent
    return (place, above) if above >= 0 else (place,)


def _start(tag: str, names: Sequence[str]) -> float:
    topics = {NAME_WORDS.get(name, "") for name in names} | {
        NAME_WORDS.get(word, "") for name in names for word in name.split("-")[:4]
    }
    named = _NAME_SCORE * (not topics.isdisjoint(_GOOD)) - _NAME_SCORE * (not topics.isdisjoint(_BAD))
    return _TAG_SCORES.get(tag, 0.0) + named


def _overlap(document: Document, one: int, other: int) -> bool:
    a, b = document.elements[one], document.elements[other]
    return a.first < b.end and b.first < a.end
