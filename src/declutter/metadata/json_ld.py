"""What the JSON-LD of a page claims: of the item that is the page, of the page itself and of its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from declutter.metadata.claims import Claims
from declutter.segment.declared import text_of
from declutter.segment.json_ld import items_of, types_of
from declutter.site_name import key

if TYPE_CHECKING:
    from lxml import etree

_Item: TypeAlias = dict[str, Any]

_SOURCE = "json-ld"
# So many objects are looked at, so many steps are gone from one to the next, and so many values of one key are read.
_MOST_ITEMS, _MOST_STEPS, _MOST_VALUES = 5000, 4, 40
_LONGEST_TITLE = 500
_PAGES = frozenset(("webpage", "itempage", "aboutpage", "collectionpage", "profilepage", "medicalwebpage"))
_ARTICLES = frozenset(("blogposting", "report", "discussionforumposting", "review", "creativework", "book", "webstory"))
_OTHERS = frozenset(
    "product recipe event jobposting howto course podcastepisode videoobject qapage question dataset".split()
)
# The keys of an item, by the field that they speak for; keys that stand first are believed first.
_KEYS: Mapping[str, Sequence[str]] = {
    "title": ("headline", "name"),
    "authors": ("author", "creator"),
    "published": ("datePublished", "dateCreated", "uploadDate", "datePosted"),
    "modified": ("dateModified",),
    "description": ("description",),
    "tags": ("keywords",),
    "licence": ("license",),
    "language": ("inLanguage",),
    "read_time": ("timeRequired",),
}
# What to read of an object that stands where a text could, by field; other fields take its name.
_ADDRESSED: Mapping[str, Sequence[str]] = {
    "image": ("url", "contentUrl", "@id"),
    "url": ("@id", "url"),
    "licence": ("url", "@id", "name"),
    "language": ("alternateName", "name"),
}
_NAMED = ("name", "@value")


def add_json_ld(root: etree._Element, claims: Claims, titles: Iterable[str], url: str | None) -> None:
    """Add what the JSON-LD scripts of a page claim.

    Args:
        root: The page.
        claims: Where to add it.
        titles: What the page declares as its title, and its headline: the item that is called so is the page.
        url: Where the page is from: the item that has this address is the page.
    """
    scripts = root.iter("script")
    texts = (text_of(script) for script in scripts if "ld+json" in (script.get("type") or "").lower())
    items = list(islice((item for text in texts for item in items_of(text)), _MOST_ITEMS))
    known = _by_id(items)
    main = _main(items, {key(title) for title in titles if len(title) <= _LONGEST_TITLE}, url)
    pages = [item for item in items if not _PAGES.isdisjoint(types_of(item))]
    for item in ([main] if main is not None else []) + (pages if len(pages) == 1 and pages[0] is not main else []):
        _add_item(item, claims, known)
    for item in items:
        if "website" in types_of(item):
            _add(claims, "site", item.get("name"), known)


def _by_id(items: Iterable[_Item]) -> dict[str, _Item]:
    """The items that others point to: those that say more than their name."""
    known: dict[str, _Item] = {}
    for item in items:
        name = item.get("@id")
        if isinstance(name, str) and len(item) > 1 and len(item) > len(known.get(name, ())):
            known[name] = item
    return known


def _main(items: Iterable[_Item], titles: set[str], url: str | None) -> _Item | None:
    """The item that is the page: by its title or address if any is, else the first article, then anything described."""
    best: _Item | None = None
    best_rank = 0.0
    articles = 0
    for item in items:
        types = set(types_of(item))
        is_article = not types.isdisjoint(_ARTICLES) or any(kind.endswith("article") for kind in types)
        rank = 2.0 if is_article else 1.5 if not types.isdisjoint(_OTHERS) else 1.0 if types & _PAGES else 0.0
        if not rank:
            continue
        same = _is_called(item, titles) or _is_at(item, url)
        articles += is_article
        rank += 3.0 * same
        if rank > best_rank:
            best, best_rank = item, rank
    # Of many articles of which none is the page, all are others: teasers, or posts in a list.
    return None if articles > 2 and best_rank < 3.0 else best


def _is_called(item: _Item, titles: set[str]) -> bool:
    names = (item.get(name) for name in ("headline", "name"))
    return any(key(name) in titles for name in names if isinstance(name, str) and 0 < len(name) <= _LONGEST_TITLE)


def _is_at(item: _Item, url: str | None) -> bool:
    page = item.get("mainEntityOfPage")
    places = (item.get("url"), item.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return bool(url) and any(isinstance(place, str) and _bare(place) == _bare(url or "") for place in places)


def _bare(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].rstrip("/")


def _add_item(item: _Item, claims: Claims, known: Mapping[str, _Item]) -> None:
    for field, names in _KEYS.items():
        for name in names:
            _add(claims, field, item.get(name), known)
    for name in ("image", "thumbnailUrl", "primaryImageOfPage"):
        _add(claims, "image", item.get(name), known)
    for name in ("mainEntityOfPage", "url"):
        _add(claims, "url", item.get(name), known)
    _add(claims, "site", item.get("publisher"), known)


def _add(claims: Claims, field: str, value: object, known: Mapping[str, _Item]) -> None:
    for text in islice(_texts(value, _ADDRESSED.get(field, _NAMED), known, _MOST_STEPS), _MOST_VALUES):
        claims.add(field, text, _SOURCE)


def _texts(value: object, keys: Sequence[str], known: Mapping[str, _Item], steps: int) -> Iterator[str]:
    """The texts in a value: its own, those of a list, or what an object has under some keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and steps:
        for one in value[:_MOST_VALUES]:
            yield from _texts(one, keys, known, steps - 1)
    elif isinstance(value, dict) and steps:
        name = value.get("@id")
        there = known.get(name, value) if isinstance(name, str) and len(value) <= 2 else value
        for wanted in keys:
            if there.get(wanted):
                yield from _texts(there[wanted], keys, known, steps - 1)
                break
