"""What the markup of a page claims: ``<meta>``, ``<link>``, ``lang``, ``rel``, microdata and ``<time>``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from declutter.metadata.claims import Claims

if TYPE_CHECKING:
    from lxml import etree

# So many elements of a kind are looked at; no page means more of them.
_MOST = 2000
# So far up is asked what item a property belongs to, and so many properties are asked.
_FURTHEST, _MOST_PROPERTIES = 40, 200
_LONGEST_TEXT = 300
# The names of ``<meta>`` elements, by field; those that stand first are believed first.
_META: Mapping[str, Sequence[str]] = {
    key: names.split()
    for key, names in {
        "authors": "citation_author parsely-author sailthru.author dc.creator dcterms.creator article:author author "
        "article:author_name og:article:author byl cxenseparse:author article.author shareaholic:article_author_name",
        "published": "article:published_time citation_publication_date citation_online_date parsely-pub-date "
        "sailthru.date og:published_time og:article:published_time datepublished dc.date.issued dcterms.issued "
        "dcterms.created dc.date.created dc.date article.published publishdate publish-date publish_date "
        "publication_date published-date pubdate cxenseparse:recs:publishtime date date.created displaydate "
        "originalpublicationdate rnews:datepublished shareaholic:article_published_time timestamp ptime",
        "modified": "article:modified_time og:modified_time og:updated_time datemodified dcterms.modified "
        "modified-time modified-date dc.date.modified date.updated last-modified lastmod revised updated_time "
        "shareaholic:article_modified_time",
        "site": "og:site_name application-name apple-mobile-web-app-title dc.publisher dcterms.publisher "
        "citation_journal_title",
        "language": "content-language language dc.language dcterms.language og:locale",
        "url": "og:url citation_abstract_html_url",
        "description": "og:description description twitter:description dc.description dcterms.abstract "
        "sailthru.description",
        "image": "og:image og:image:url og:image:secure_url twitter:image twitter:image:src parsely-image-url "
        "sailthru.image.full thumbnail",
        "tags": "article:tag og:article:tag news_keywords parsely-tags sailthru.tags citation_keywords dc.subject "
        "dcterms.subject keywords",
        "licence": "dcterms.license dc.rights.license dc.license dcterms.rights dc.rights license licence",
    }.items()
}
# A pair of these in Twitter's names: what is told, and the answer.
_PAIRS = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
_PROPERTIES: Mapping[str, str] = {
    "author": "authors",
    "creator": "authors",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "keywords": "tags",
    "license": "licence",
}
# Items whose properties are not the page's.
_OTHERS = ("comment", "review", "person", "organization", "imageobject", "breadcrumb", "listitem", "rating", "answer")
_LICENCES = ("creativecommons.org/licenses/", "creativecommons.org/publicdomain/")


def metas_of(root: etree._Element) -> dict[str, list[str]]:
    """The contents of the ``<meta>`` elements of a page, by their names, lower-case."""
    metas: dict[str, list[str]] = {}
    for element in islice(root.iter("meta"), _MOST):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, []).append(content)
                break
    return metas


def add_metas(metas: Mapping[str, Sequence[str]], claims: Claims) -> None:
    """Add what the ``<meta>`` elements of a page claim."""
    for field, names in _META.items():
        for name in names:
            for content in metas.get(name, ()):
                claims.add(field, content, name if ":" in name else f"meta {name}")


def labelled_metas(metas: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """What Twitter's pairs of label and text tell: the label, the text and its source."""
    for label, data in _PAIRS:
        for pair in zip(metas.get(label, ()), metas.get(data, ()), strict=False):
            yield (*pair, data)


def add_microdata(root: etree._Element, claims: Claims) -> None:
    """Add what ``itemprop`` claims of the page, not of a comment or another item on it."""
    asked = 0
    for element in root.iterfind(".//*[@itemprop]"):
        fields = [_PROPERTIES[one] for one in (element.get("itemprop") or "").lower().split() if one in _PROPERTIES]
        if not fields or element.tag == "meta":
            continue
        asked += 1
        if asked > _MOST_PROPERTIES:
            break
        if _is_of_page(element):
            for field in fields:
                claims.add(field, _value(element), "microdata")


def add_links(root: etree._Element, claims: Claims) -> None:
    """Add what ``rel`` claims: the canonical address, the image, the licence, the author and the tags."""
    for element in islice(root.iter("link", "a", "area"), _MOST):
        kinds = (element.get("rel") or "").lower().split()
        href = (element.get("href") or "").strip()
        if element.tag == "link":
            if "canonical" in kinds:
                claims.add("canonical", href, "link canonical")
            if "image_src" in kinds:
                claims.add("image", href, "link image_src")
        if "license" in kinds:
            claims.add("licence", href, "rel license")
        elif element.tag == "a" and any(licence in href for licence in _LICENCES):
            claims.add("linked licence", href, "link to licence")
        if element.tag == "a" and "author" in kinds:
            claims.add("rel author", text_in(element), "rel author")
        if element.tag == "a" and "tag" in kinds:
            claims.add("rel tag", text_in(element), "rel tag")


def times_in(element: etree._Element) -> list[tuple[str, str]]:
    """The machine-readable times in an element or around it: each with the names that its element goes by."""
    around = next(islice(element.iterancestors("time"), 1), None)
    times = [element] if element.tag == "time" else [] if around is None else [around]
    times += islice(element.iter("time", "abbr"), 10)
    found: dict[tuple[str, str], None] = {}
    for time in times:
        written = time.get("datetime") or (time.get("title") if time.tag == "abbr" else None)
        names = " ".join(filter(None, (time.get("class"), time.get("itemprop"))))
        if written:
            found[written, names.lower()] = None
    return list(found)


def text_in(element: etree._Element) -> str:
    """The text of an element, up to a length."""
    return _joined(element.itertext())


def _joined(texts: Iterable[object]) -> str:
    parts: list[str] = []
    size = 0
    for text in texts:
        parts.append(str(text))
        size += len(parts[-1])
        if size > _LONGEST_TEXT:
            break
    return " ".join(" ".join(parts).split())


def _is_of_page(element: etree._Element) -> bool:
    for around in islice(element.iterancestors(), _FURTHEST):
        if around.get("itemscope") is not None:
            kind = (around.get("itemtype") or "").lower().rpartition("/")[2]
            return not any(other in kind for other in _OTHERS)
    return True


def _value(element: etree._Element) -> str:
    """The value of a microdata property: that of its name, where it is an item of its own."""
    if element.get("itemscope") is not None:
        for inner in islice(element.iter("*"), 50):
            if "name" in (inner.get("itemprop") or "").lower().split():
                return _value(inner) if inner is not element else text_in(element)
    return element.get("content") or element.get("datetime") or text_in(element) or element.get("href") or ""
