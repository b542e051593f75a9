"""Wording of furniture in an article about that very thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from declutter.filters.base import Sign
from declutter.filters.layout import densest_stretch
from declutter.model import Document

# A page is about what so many of its paragraphs, and so large a share of them, speak of.
_FEWEST_PARAGRAPHS = 2
_LEAST_SHARE = 0.15
# An article on two of these is about web pages and what they ask for, and will name the others.
_OF_THE_WEB = frozenset("paywall newsletter cookie-consent login form-hint donation legal advert captcha".split())
_ENOUGH_OF_THE_WEB = 2


def topic(document: Document) -> Iterator[Sign]:
    """Wording of furniture in an article about that very thing.

    What it catches:
        Known wording inside the article when the article's paragraphs speak of the same: evidence for content.

    Why it is noise:
        It is not: an article about cookies has sub-headings and list items that say "accept all cookies".

    When it is wrong:
        A newsletter's own box in the middle of an article about newsletters.

    Example:
        ``Accept all cookies`` between paragraphs that discuss cookies
    """
    stretch = densest_stretch(document)
    if stretch is None:
        return
    for category in sorted(_topics(document, *stretch)):
        for hit in document.hits.get(category, ()):
            reading = document.readings[hit.block]
            if stretch[0] <= hit.block <= stretch[1] or (reading.prose and not reading.address):
                yield Sign(hit.block, f"topic.{'strong' if hit.claims else 'weak'}", f"the article is on {category}")


def _topics(document: Document, first: int, last: int) -> frozenset[str]:
    """The categories whose own words the paragraphs of the article use, unless they speak to the reader."""
    readings = document.readings
    paragraphs = [i for i in range(first, last + 1) if readings[i].prose and not readings[i].address]
    counts = Counter(category for i in paragraphs for category in document.spoken_of.get(i, ()))
    least = max(_FEWEST_PARAGRAPHS, _LEAST_SHARE * len(paragraphs))
    topics = frozenset(category for category, count in counts.items() if count >= least)
    return topics | _OF_THE_WEB if len(topics & _OF_THE_WEB) >= _ENOUGH_OF_THE_WEB else topics
