"""The title of the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from declutter.containers import around, is_first_level
from declutter.filters.base import Sign, wording
from declutter.model import Block, Document
from declutter.patterns import pattern
from declutter.title import Titles

# Headlines have so many words; shorter ones are section names, longer ones standfirsts.
_FEWEST_WORDS, _MOST_WORDS = 3, 28
# Further above the text no headline stands.
_LONGEST_WAY = 60
# From so many words on, length says no more.
_FULL_LENGTH = 8
# Below a headline stand the author, the date and their like, within so many blocks.
_BELOW = 4
_METADATA = ("byline", "dateline", "read-time", "image-credit", "share", "counter")
# Points for standing above these or being in the page's title, and against for each family that claims the block:
# each outweighs six words of length.
_OVER_METADATA = 3.0
_CLAIMED = 3.0
# A comma in so few words stands between a name and a role.
_NAME_WORDS = 6
# Of blocks that agree with what the page declares, a heading is it rather than a line, one that its element calls a
# title rather than one called a logo, one near the text rather than one far above or below it. Logos link home.
_LEVELS: Mapping[str, float] = {"h1": 0.4, "h2": 0.35, "h3": 0.3, "h4": 0.2, "h5": 0.1, "h6": 0.1}
_TITLE_NAMES = frozenset(("title", "headline", "heading"))
_TITLED_PREFIXES = ("entry", "post", "article", "story", "page", "content", "news", "main")
_LOGO_NAMES = frozenset(
    "logo brand branding masthead sitename site-title site-name site-header blog-title banner".split()
)
_CALLED, _LOGO, _UNSEEN, _LINKED, _LISTED, _BEHIND, _FAR = 0.3, -0.8, -0.8, -0.4, -0.3, -0.7, -0.8
_LISTS = ("list-item", "table-row")
_KINDS = ("paragraph", "heading", "sentence", *_LISTS)
_ALL_LINKED = 0.9
# All agreement beyond this is alike.
_MOST_AGREEMENT = 1.6
# So many elements around a heading tell what it is, if they hold few blocks besides.
_AROUND = 3
# A first-level heading so near to the text and of so many words is the page's, whatever else is declared.
_NEAR, _FEWEST_MAIN = 25, 2
# Paths and menus have dividers, appeals two sentences, messages a clock time, weather boxes a temperature.
_DIVIDER = pattern(r"\s[›»>/|→·•▸]\s")
_MOST_DIVIDERS = 1
_NO_HEADLINE = pattern(r"\p{Ll}{2}\.\s+\p{Lu}|^\d{1,2}[:.]\d{2}\s|\d\s?°")
# Links and field labels end like this.
_NEVER_LAST = ("]", "»", "›", "→", ">", "*")


def headline(document: Document) -> Iterator[Sign]:
    """The title of the page, and its repetitions.

    What it catches:
        The page's main heading where the source marks one, or else the block above the prose that looks most like a
        headline: long enough, claimed by no wording, above a byline or date, said by the page's own title; and blocks
        that repeat it or what the page declares as its title.
    Why it is noise:
        The title is kept as ``Result.title``; in the text it would be there twice.
    When it is wrong:
        A text without a headline that opens with a short line and no full stop.

    Example:
        ``Council votes to keep the winter ferry`` above the first paragraph
    """
    yield from wording(document, "headline")
    titles = set()
    found = document.headline
    if found is not None:
        yield Sign(found, "headline.title", "", "headline")
        titles.add(document.readings[found].tokens)
    declared = " ".join(document.title.casefold().split()) if document.title else ""
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if block.index == found or not _FEWEST_WORDS <= reading.words <= _MOST_WORDS:
            continue
        said = " ".join(block.visible.casefold().split())
        if reading.tokens in titles or (declared and declared.startswith(said)):
            yield Sign(block.index, "headline.again", "", "headline")


def find_headline(document: Document, titles: Titles | None = None) -> int | None:
    """The block that is most likely the headline; None when nothing looks like one.

    It agrees with a title that the page declares, if any block does.

    Args:
        document: The page.
        titles: The titles that it declares, where they have been made ready already.
    """
    return _find(document, titles or Titles(document.declared, document.host))[0]


def headline_text(document: Document) -> str | None:
    """The headline: what the block that agrees with a declared title says, or else the declared title.

    None when nothing is declared and nothing looks like one.
    """
    titles = Titles(document.declared, document.host)
    found, agrees = _find(document, titles)
    if found is None:
        return titles.best
    text = " ".join(document.blocks[found].visible.split())
    if titles.best is None:
        return text
    if agrees:
        return titles.best if titles.is_inside(text) else text
    return text if titles.names_site(titles.best) or _is_main(document, found) else titles.best


def _find(document: Document, titles: Titles) -> tuple[int | None, bool]:
    """The headline, and whether it agrees with a declared title."""
    agreed = _agreeing(document, titles) if titles.best is not None else None
    return (_looking_like_one(document, titles), False) if agreed is None else (agreed, True)


def _is_main(document: Document, found: int) -> bool:
    """Whether a block is a first-level heading at the text, as search engines' titles may differ from the headline."""
    first = document.stretch[0] if document.stretch else found
    long_enough = document.readings[found].words >= _FEWEST_MAIN
    return is_first_level(document.elements, document.blocks[found]) and long_enough and first - found <= _NEAR


def _agreeing(document: Document, titles: Titles) -> int | None:
    """The block that agrees most with what the page declares as its title."""
    best, most = None, 0.0
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if reading.words <= _MOST_WORDS and block.kind in _KINDS:
            agreement = titles.agreement(block.visible)
            worth = min(agreement, _MOST_AGREEMENT) + _standing(document, block) if agreement else 0.0
            if worth > most:
                best, most = block.index, worth
    return best


def _standing(document: Document, block: Block) -> float:
    """How much the place and the names of a block are those of a headline."""
    first, last = document.stretch or (block.index, block.index)
    worth = _FAR * min(abs(first - block.index) / _LONGEST_WAY, 1.0) + _BEHIND * (block.index > last)
    worth += _LINKED * (block.link_density > _ALL_LINKED) + _LISTED * (block.kind in _LISTS)
    for element in islice(around(document.elements, block.element), _AROUND):
        # The names of what holds more are not of the heading.
        if element.end - element.first > 1 + _AROUND:
            break
        worth += _LEVELS.get(element.tag, 0.0) + _CALLED * any(map(_calls_title, element.names))
        worth += _LOGO * (not _LOGO_NAMES.isdisjoint(element.names)) + _UNSEEN * bool(element.hidden)
    return worth


def _calls_title(name: str) -> bool:
    return name in _TITLE_NAMES or (name.startswith(_TITLED_PREFIXES) and name.endswith(("title", "headline")))


def _looking_like_one(document: Document, titles: Titles) -> int | None:
    """The main heading, or else the block above the text that looks most like a headline."""
    stretch = document.stretch
    first = stretch[0] if stretch else None
    marked = _main_heading(document, first, titles)
    if marked is not None or first is None:
        return marked
    claims: dict[int, set[str]] = {}
    for hits in document.hits.values():
        for hit in (hit for hit in hits if hit.how != "cues"):
            claims.setdefault(hit.block, set()).add(hit.category)
    nearby = range(max(0, first - _LONGEST_WAY), first)
    scores = {i: _score(document, i, claims) for i in nearby if _may_be(document, i)}
    best = max(scores, key=lambda i: (scores[i], -i), default=None)
    return best if best is not None and scores[best] > 0 else None


def _may_be(document: Document, i: int) -> bool:
    reading, block = document.readings[i], document.blocks[i]
    return (
        _FEWEST_WORDS <= reading.words <= _MOST_WORDS
        and block.kind in ("paragraph", "heading", "sentence")
        and (reading.ends == "open" or block.visible.endswith("?"))
        and (block.visible[-1:] not in _NEVER_LAST or (block.visible[-1:] == "»" and "«" in block.visible))
        and len(_DIVIDER.findall(block.visible)) <= _MOST_DIVIDERS
    )


def _score(document: Document, i: int, claims: Mapping[int, Collection[str]]) -> float:
    """How much a block looks like a headline: as long as one, claimed by nothing, and above a byline or date."""
    reading = document.readings[i]
    score = min(reading.words, _FULL_LENGTH) / 2
    score -= _CLAIMED * len([category for category in claims.get(i, ()) if category != "headline"])
    # A line that is known wording throughout is hardly one.
    score -= _CLAIMED * (i in document.claimed)
    below = (category for j in range(i + 1, i + 1 + _BELOW) for category in claims.get(j, ()))
    if any(category in _METADATA for category in below):
        score += _OVER_METADATA
    if document.title and " ".join(document.blocks[i].visible.split()).casefold() in document.title.casefold():
        score += _OVER_METADATA
    if document.blocks[i].visible.endswith(")") and "/" in document.blocks[i].visible:
        score -= _CLAIMED  # a picture's credit
    if _NO_HEADLINE.search(document.blocks[i].visible):
        score -= _CLAIMED
    # "Jo Li, political editor": few names are headlines.
    if "," in document.blocks[i].visible and reading.words <= _NAME_WORDS:
        score -= _CLAIMED
    return score


def _main_heading(document: Document, first: int | None, titles: Titles) -> int | None:
    """The heading that the source itself marks as the first-level one, at or above the first paragraph."""
    for block in document.blocks[: None if first is None else first]:
        if block.kind != "heading":
            continue
        marked = block.text.startswith("# ") or block.text.rstrip().endswith("=")
        level_one = is_first_level(document.elements, block) if document.elements else marked
        if level_one and document.readings[block.index].words >= 1 and not titles.names_site(block.visible):
            return block.index
    return None
