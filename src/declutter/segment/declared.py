"""What a page declares where its readers do not look: title, meta elements, JSON-LD, JSON state."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from declutter.elements import Declared
from declutter.patterns import pattern
from declutter.segment.json_ld import items_of, types_of
from declutter.segment.sound import sound

if TYPE_CHECKING:
    from lxml import etree

_META_TITLES = frozenset(
    "og:title twitter:title title dc.title dcterms.title parsely-title sailthru.title citation_title".split()
)
_META_SITES = frozenset(("og:site_name", "application-name", "apple-mobile-web-app-title"))
_META_SUMMARIES = frozenset(("og:description", "description", "twitter:description"))
# JSON-LD types whose text is what a page is about, and where they keep it.
_BODY_KEYS = ("articleBody", "text", "reviewBody")
_DESCRIBED = ("product", "recipe", "jobposting", "event", "course")
_TITLED = frozenset(
    "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle techarticle webpage "
    "scholarlyarticle discussionforumposting qapage question product recipe jobposting event howto course book".split()
)
# Descriptions shorter than this are blurbs, not the page's text.
_SHORTEST_BODY = 200
_TAGS = pattern(r"<[^<>]{0,300}>")


class Head:
    """Gathers, during the walk, what the page declares.

    Attributes:
        texts: Its main text as JSON-LD gives it, markup and all, by the elements that hold it.
        summaries: The longest description in its ``<meta>`` elements, by the element that holds it.
    """

    def __init__(self) -> None:
        self._titles: list[tuple[str, str]] = []
        self._site = ""
        self._url = ""
        self._summary = ""
        self._types: set[str] = set()
        self._bodies: list[str] = []
        self._known: set[str] = set()
        self.texts: dict[etree._Element, list[str]] = {}
        self.summaries: dict[etree._Element, list[str]] = {}

    def takes(self, tag: str, element: etree._Element) -> bool:
        """Whether an element declares something, or could, and is no text of the page; notes what it says."""
        if tag == "script":
            self._script(element)
        elif tag == "title":
            self._titles.append(("title", text_of(element)))
        elif tag == "meta":
            self._meta(element)
        elif tag == "link":
            if (element.get("rel") or "").lower() == "canonical":
                self._url = self._url or (element.get("href") or "").strip()
        else:
            return False
        return True

    def declared(self) -> Declared:
        """All that was gathered."""
        folded = [(source, " ".join(title.split())) for source, title in self._titles]
        return Declared(
            tuple(dict.fromkeys((source, title) for source, title in folded if title)),
            " ".join(self._site.split()),
            frozenset(self._types),
            tuple(dict.fromkeys(self._bodies)),
            self._url,
            " ".join(self._summary.split()),
        )

    def _meta(self, element: etree._Element) -> None:
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = element.get("content") or ""
        if name in _META_TITLES:
            self._titles.append((name, content))
        elif name in _META_SITES and not self._site:
            self._site = content
        elif name == "og:url":
            self._url = self._url or content.strip()
        elif name in _META_SUMMARIES and len(content) > len(self._summary):
            self._summary = content
            self.summaries = {element: [content]}
        elif name == "og:type":
            self._types.add(content.strip().lower())

    def _script(self, element: etree._Element) -> None:
        if "ld+json" in (element.get("type") or "").lower():
            for item in items_of(text_of(element)):
                self._item(item, element)

    def _item(self, item: dict[str, Any], element: etree._Element) -> None:
        types = set(types_of(item))
        self._types |= types
        if not types.isdisjoint(_TITLED):
            named = (item.get(key) for key in ("headline", "name"))
            title = next((title for title in named if isinstance(title, str) and title.strip()), "")
            self._titles.append(("json-ld", sound(unescape(title))))
        keys = (*_BODY_KEYS, "description") if not types.isdisjoint(_DESCRIBED) else _BODY_KEYS
        for key in keys:
            body = sound(unescape(_joined(item.get(key))))
            if len(body) >= _SHORTEST_BODY and body not in self._known:
                self._known.add(body)
                self._bodies.append(_TAGS.sub(" ", body))
                self.texts.setdefault(element, []).append(body)


def _joined(value: object) -> str:
    """A text, or a list of its paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def text_of(element: etree._Element) -> str:
    """The text of an element that only text stands in, as far as HTML goes."""
    return str(element.xpath("string()")) if len(element) else element.text or ""
