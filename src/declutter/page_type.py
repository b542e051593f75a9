"""What kind of page it is: a guess from what it declares, where it is, and what it is made of."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from declutter.elements import Element
from declutter.filters.name_words import NAME_WORDS
from declutter.model import PAGE_TYPES, Document, PageType
from declutter.patterns import pattern

# Facts that are amounts come in steps.
_SHARES = (0.02, 0.1, 0.3, 0.6)
_COUNTS = (1, 3, 10, 30)
_TYPES = frozenset(
    "article newsarticle blogposting website product productgroup discussionforumposting qapage question answer "
    "itemlist collectionpage offer aggregateoffer techarticle faqpage service localbusiness organization webpage "
    "recipe profilepage howto review softwareapplication professionalservice course event jobposting".split()
)
_ADDRESSES = {
    "forum": pattern(
        r"(?i)forum|thread|viewtopic|showthread|/t/|/questions?/|discussion|community|comments/|boards?\b"
    ),
    "product": pattern(r"(?i)/(?:p|dp|products?|item|itm|sku)[/-]|\bproduct"),
    "documentation": pattern(r"(?i)\bdocs?\b|reference|/api\b|manual|guide|tutorial|wiki|readthedocs|/kb/|developer"),
    "listing": pattern(r"(?i)/(?:category|tags?|topics?|search|archive|list|browse|news|blog|events?|jobs)/?$"),
    "collection": pattern(r"(?i)/collections?\b|/category/|/shop\b|/c/|/categories/|/catalog"),
    "service": pattern(r"(?i)services?\b|about|solutions?|company|contact|pricing|features|careers"),
    "dated": pattern(r"/(?:19|20)\d\d[/-]\d{1,2}"),
    "slug": pattern(r"(?:[a-z0-9]+-){4,}[a-z0-9]+"),
}
_TOPICS = ("post", "user", "buy", "product", "listing", "teaser", "code", "toc", "rating", "service", "hero", "content")
_TAGS = ("pre", "table", "article", "h2", "h3", "li", "p", "time")
_CATEGORIES = ("commerce", "byline", "dateline", "comment-form", "counter", "read-time", "pagination", "login", "share")


def guess_page_type(document: Document) -> PageType:
    """The most probable kind of a page, and how probable it is.

    A multinomial logistic model over binary facts; its numbers are in ``page_types.toml``.
    """
    scores = dict.fromkeys(PAGE_TYPES, 0.0)
    table = _bundled()
    for fact in ("always", *page_facts(document)):
        for kind, log_odds in table.get(fact, {}).items():
            scores[kind] += log_odds
    best = max(scores, key=lambda kind: scores[kind])
    total = math.fsum(math.exp(score - scores[best]) for score in scores.values())
    return PageType(best, 1 / total)


def page_facts(document: Document) -> Iterator[str]:
    """What is known of a page that tells its kind, as names of facts."""
    yield from (f"type.{kind}" for kind in sorted(document.declared.types & _TYPES))
    yield from _address_facts(document)
    yield from _share_facts(document)
    for topic, count in Counter(_topics(document.elements)).items():
        yield f"named.{topic}.{_step(count, _COUNTS)}"
    for tag, count in Counter(element.tag for element in document.elements if element.tag in _TAGS).items():
        yield f"tag.{tag}.{_step(count, _COUNTS)}"
    for category in _CATEGORIES:
        hits = len({hit.block for hit in document.hits.get(category, ()) if hit.claims})
        if hits:
            yield f"says.{category}.{_step(hits, _COUNTS)}"


def _address_facts(document: Document) -> Iterator[str]:
    if document.url is None:
        return
    address = document.url.split("//", 1)[-1]
    for name, found in _ADDRESSES.items():
        if found.search(address):
            yield f"address.{name}"
    yield f"address.depth.{min(4, address.rstrip('/').count('/'))}"


def _share_facts(document: Document) -> Iterator[str]:
    readings, blocks = document.readings, document.blocks
    words = max(1, sum(reading.words for reading in readings))
    prose = sum(reading.words for reading in readings if reading.prose)
    linked = sum(block.link_chars for block in blocks)
    chars = max(1, sum(len(block.visible) for block in blocks))
    questions = sum(reading.question for reading in readings)
    yield f"prose.share.{_step(prose / words, _SHARES)}"
    yield f"prose.words.{_step(prose, (50, 200, 500, 1200, 3000))}"
    yield f"links.share.{_step(linked / chars, _SHARES)}"
    yield f"questions.{_step(questions, _COUNTS)}"


def _topics(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        for name in element.names:
            topic = NAME_WORDS.get(name)
            if topic in _TOPICS:
                yield topic


def _step(amount: float, steps: tuple[float, ...]) -> int:
    return bisect_right(steps, amount)


@cache
def _bundled() -> Mapping[str, Mapping[str, float]]:
    """The numbers inside the package, read once."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("declutter") / "page_types.toml").read_text("utf-8"))
