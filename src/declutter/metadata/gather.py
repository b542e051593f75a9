"""From a result to its metadata: what the page claims, what its readers see, and which of that is believed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from declutter.metadata import choose
from declutter.metadata.claims import Claims
from declutter.metadata.dates import date_in_path, dates_in, order_of
from declutter.metadata.extra import GUESSED, guessed_date
from declutter.metadata.front import add_front_matter
from declutter.metadata.head import (
    add_links,
    add_metas,
    add_microdata,
    labelled_metas,
    metas_of,
    text_in,
    times_in,
)
from declutter.metadata.json_ld import add_json_ld
from declutter.metadata.model import Metadata, Stated
from declutter.metadata.places import canonical, lead_image
from declutter.metadata.visible import Visible, tells_change, visible_of
from declutter.metadata.words import folded
from declutter.model import Result
from declutter.packs.table import bundled_lexicon
from declutter.patterns import plain_pattern
from declutter.reading import read
from declutter.segment.parse import parse_html
from declutter.site_name import key, names_of_host, names_site, parts_of

if TYPE_CHECKING:
    from lxml import etree

# More authors in links, or more tags, are those of other pages.
_MOST_LINKED_AUTHORS, _MOST_LINKED_TAGS = 3, 15
_MOST_TIMES, _MOST_DATED = 12, 200
# Products, lists and services have many dates and none that is theirs.
_DATED_TYPES = ("article", "forum", "documentation")
# A date whose day and month cannot be told apart: nobody else can tell, either.
_AMBIGUOUS = plain_pattern(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")


def metadata_of(result: Result, today: date | None = None) -> Metadata:
    """Gather the metadata of a page. Never raises, whatever stands in it; no network.

    Args:
        result: The page. Of HTML the source is parsed again, so this takes about as long as parsing it.
        today: Dates after tomorrow are known to be wrong; by default the day it is.
    """
    today = today or datetime.now(UTC).date()
    document = result.document
    claims = Claims()
    title = result.title
    root = parse_html(document.source) if document.media == "html" else None
    if root is not None:
        _add_markup(root, result, title, claims)
    elif document.media == "markdown" and document.blocks and document.source.startswith(("---", "+++")):
        add_front_matter(document.blocks[0].text, claims)
    language = choose.language_of(claims.of("language"), document.language)
    order = order_of(language and language.value, document.host)
    seen = visible_of(result, order)
    if root is not None:
        _add_elements(root, result, seen, claims)
    return _judged(result, _title(result, title), claims, seen, root, language, order, today)


def _add_markup(root: etree._Element, result: Result, title: str | None, claims: Claims) -> None:
    """Add what the markup claims, the most trusted first: JSON-LD is written for this, ``rel`` by habit."""
    document = result.document
    titles = [title for source, title in document.declared.titles if source != "json-ld"]
    if title:
        titles.append(title)
    metas = metas_of(root)
    add_json_ld(root, claims, titles, document.url)
    add_metas(metas, claims)
    lexicon = bundled_lexicon()
    fields = {"byline": "authors", "read-time": "read_time"}
    for label, text, source in labelled_metas(metas):
        for hit in lexicon.find(0, label, read(label, lexicon.grammar)):
            if hit.category in fields:
                claims.add(fields[hit.category], text, source)
    add_microdata(root, claims)
    add_links(root, claims)
    for attribute in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        claims.add("language", root.get(attribute), "html lang")


def _add_elements(root: etree._Element, result: Result, seen: Visible, claims: Claims) -> None:
    """Add what the markup of the visible lines says beyond their text: times for machines, and which links are tags."""
    blocks = result.document.blocks
    for i in seen.blocks[:_MOST_TIMES]:
        element = _at(root, blocks[i].xpath)
        changed = tells_change(folded(blocks[i].visible).split())
        for written, names in times_in(element) if element is not None else ():
            own = "modified" if "updated" in names or "modified" in names else "published"
            if "publish" in names or "created" in names:
                own = "published"
            claims.add(f"{'modified' if changed and not names else own} time", written, "time")
    for i in seen.tag_lists[:_MOST_LINKED_TAGS]:
        element = _at(root, blocks[i].xpath)
        for link in element.iter("a") if element is not None else ():
            claims.add("linked tag", text_in(link), "tag-list block")


def _at(root: etree._Element, xpath: str | None) -> etree._Element | None:
    """The element of a block, as far as it stands in the same place of the page parsed again."""
    found = root.xpath(xpath) if xpath and xpath.startswith("/") else None
    element: etree._Element | None = found[0] if isinstance(found, list) and found else None  # type: ignore[assignment]
    return element


def _judged(
    result: Result,
    title: Stated | None,
    claims: Claims,
    seen: Visible,
    root: etree._Element | None,
    language: Stated | None,
    order: str,
    today: date,
) -> Metadata:
    document = result.document
    named = sorted(claims.of("site"), key=lambda claim: claim.source != "og:site_name")
    site = choose.site_of([*named, *_names_in_title(result)], title and title.value)
    sites = frozenset(filter(None, (key(site.value) if site else "", *names_of_host(document.host))))
    linked_authors = claims.of("rel author") if len(claims.of("rel author")) <= _MOST_LINKED_AUTHORS else ()
    linked_tags = claims.of("rel tag") if len(claims.of("rel tag")) <= _MOST_LINKED_TAGS else ()
    published = (
        choose.date_of((*claims.of("published"), *claims.of("published time"), *seen.published), order, today)
        or _of_path(document.url)
        or next((stated for stated in seen.undated if _AMBIGUOUS.search(stated.value)), None)
        or (_guessed(result, seen, root, order, today) if root is not None else None)
        or next(iter(seen.undated), None)
    )
    modified = choose.date_of((*claims.of("modified"), *claims.of("modified time"), *seen.modified), order, today)
    if published and modified and published.source == GUESSED and modified.value.startswith(published.value):
        published = None  # a guess takes the only date for that of publication
    if published and modified and published.value[:1].isdigit() and modified.value[:10] < published.value[:10]:
        modified = None
    return Metadata(
        title=title,
        authors=choose.authors_of(claims.of("authors"), seen.authors, sites)
        or choose.authors_of(linked_authors, (), sites),
        published=published,
        modified=modified,
        site=site,
        language=language,
        url=canonical((*claims.of("canonical"), *claims.of("url")), document.url)
        or canonical((Stated(document.url or "", "url"),), None),
        description=choose.description_of(claims.of("description"), (title and title.value, site and site.value)),
        image=lead_image(claims.of("image"), document.url),
        tags=choose.tags_of(claims.of("tags"), (*claims.of("linked tag"), *linked_tags, *seen.tags), sites),
        licence=choose.licence_of(claims.of("licence"), claims.of("linked licence")),
        dateline=seen.dateline,
        read_time=next(iter((*claims.of("read_time"), *filter(None, [seen.read_time]))), None),
        image_credits=seen.image_credits,
        author_bio=seen.author_bio,
    )


def _guessed(result: Result, seen: Visible, root: etree._Element, order: str, today: date) -> Stated | None:
    """The date that a library finds, on pages of the kinds that have one, unless it is that of a comment or teaser."""
    if result.page_type.name not in _DATED_TYPES:
        return None
    found = guessed_date(root, today)
    if found is None:
        return None
    blocks, readings = result.document.blocks, result.document.readings
    dated = [block for block in blocks if "{date}" in readings[block.index].tokens][:_MOST_DATED]
    places = [block.index for block in dated if found.value in dates_in(block.visible, order)]
    return None if places and places[0] >= seen.others else found


def _of_path(url: str | None) -> Stated | None:
    found = date_in_path(url)
    return Stated(found, "url") if found else None


def _title(result: Result, title: str | None) -> Stated | None:
    if not title:
        return None
    if any(" ".join(block.visible.split()) == title for block in result.document.blocks):
        return Stated(title, "headline block")
    folded_title = key(title)
    titles = result.document.declared.titles
    return Stated(title, next((source for source, said in titles if folded_title in key(said)), "headline block"))


def _names_in_title(result: Result) -> Iterator[Stated]:
    """The part of ``<title>`` that the host's name tells to be that of the site."""
    names = names_of_host(result.document.host)
    for source, said in result.document.declared.titles:
        parts, _ = parts_of(said)
        for part in reversed(parts) if source == "title" and len(parts) > 1 else ():
            if names and names_site(part, names):
                yield Stated(part, source)
