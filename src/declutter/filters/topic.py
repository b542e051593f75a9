"""Wording of furniture in an article about that very thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from declutter.filters.base import MEDIUM_WORDS, Sign
from declutter.filters.comments import in_comments
from declutter.filters.layout import ALL_LINKED
from declutter.model import Document

# A page is about what so many of its sentences and paragraphs, and so large a share of them, speak of.
_FEWEST = 2
_LEAST_SHARE = 0.15
# Who writes of these in so many sentences, and of more than one, writes about what web pages ask for, and will name
# all that they ask for.
_OF_THE_WEB = frozenset("paywall newsletter cookie-consent login comment-form captcha".split())
_ASKED_FOR = _OF_THE_WEB | {"form-hint", "donation", "legal", "app-promo"}
_FEWEST_OF_THE_WEB = 3
# So does who writes of sites, buttons and browsers all the time, and of one of those at least twice.
_OF_PAGES = _OF_THE_WEB | set("navigation read-more script-error pagination counter search-ui app-promo".split())
_MOSTLY = 0.4
# Who writes of more than one in two sentences, of these among them, and of pages in so many, may quote whole labels.
_OF_NOTHING_ELSE = frozenset(("newsletter", "cookie-consent"))
_FEWEST_OF_PAGES = 3
# Sentences that are known wording throughout are furniture themselves, as are those with several pieces of it.
_ASKING = ("whole", "compound")
# A last line may stand so many blocks outside of the stretch, a standfirst above byline and date so many.
_MARGIN = 1
_SENTENCE_MARGIN = 5


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
    stretch = document.stretch
    if stretch is None:
        return
    # Of the article only a standfirst stands above its headline.
    headline = -1 if document.headline is None else document.headline
    topics, quoted = _topics(document, *stretch)
    for category in sorted(topics | quoted):
        weak: Counter[int] = Counter()
        for hit in document.hits.get(category, ()):
            # Articles quote furniture phrase by phrase; a row of phrases, or a link, is furniture itself.
            if hit.how == "compound" or document.blocks[hit.block].link_density >= ALL_LINKED:
                continue
            if category not in topics and not hit.claims:
                continue
            sentence = hit.block in document.spoken_of
            margin = _SENTENCE_MARGIN if sentence else _MARGIN
            above = hit.block < headline and not sentence
            if stretch[0] - margin <= hit.block <= stretch[1] + margin and not above:
                yield Sign(hit.block, f"topic.{'strong' if hit.claims else 'weak'}", f"the article is on {category}")
                weak[hit.block] += not hit.claims and hit.how != "cues"
        for block in (block for block, times in weak.items() if times > 1):
            yield Sign(block, "topic.dense", f"the article is on {category}")


def _topics(document: Document, first: int, last: int) -> tuple[frozenset[str], frozenset[str]]:
    """The categories that the sentences of the article speak of, and those whose labels it may well quote."""
    if not any(document.spoken_of.values()):
        return frozenset(), frozenset()
    # A box between the paragraphs asks for what it speaks of; the article does not.
    asking = {hit.block for hits in document.hits.values() for hit in hits if hit.how in _ASKING}
    for hits in document.hits.values():
        times = Counter(hit.block for hit in hits if hit.how != "cues")
        asking.update(i for i, own in times.items() if own > 1 and document.readings[i].words <= MEDIUM_WORDS)
    # Nor do readers, who write of comments wherever they may.
    asking.update(i for i, _ in in_comments(document))
    spoken_of = [own for i, own in document.spoken_of.items() if first <= i <= last and i not in asking]
    counts = Counter(category for categories in spoken_of for category in categories)
    share = _LEAST_SHARE * len(spoken_of)
    topics = frozenset(category for category, count in counts.items() if count >= max(_FEWEST, share))
    of_the_web = [categories & _OF_THE_WEB for categories in spoken_of if categories & _OF_THE_WEB]
    kinds = frozenset().union(*of_the_web)
    of_pages = sum(1 for categories in spoken_of if categories & _OF_PAGES)
    several = len(of_the_web) >= max(_FEWEST, share) and len(kinds) > 1
    throughout = len(of_the_web) >= _FEWEST and of_pages >= max(2 * _FEWEST, _MOSTLY * len(spoken_of))
    if throughout or (several and len(of_the_web) >= _FEWEST_OF_THE_WEB):
        return topics | _ASKED_FOR, frozenset()
    quotes = several and kinds & _OF_NOTHING_ELSE and of_pages >= _FEWEST_OF_PAGES
    return topics, _ASKED_FOR if quotes else frozenset()
