"""Images: where they are to be had from, and which of them are of the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, NamedTuple, cast

from declutter.patterns import pattern
from declutter.segment.nodes import Node

if TYPE_CHECKING:
    from lxml import etree

    from declutter.render.addresses import Addresses

# Where pages keep the address of an image that is loaded when readers come near it.
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-image")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = pattern(
    r"(?i)^(?:data:|about:|$)|(?:^|[/_.-])(?:placeholder|blank|spacer|transparent|lazy(?:load)?|loading|1x1|pixel|clear)"
    r"[^/]{0,40}\.(?:gif|png|svg|jpe?g|webp)"
)
_CANDIDATE = pattern(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]{1,8})[wx])?\s*(?:,|$)")
_HIDDEN = pattern(
    r"(?i)display\s*+:\s*+none|visibility\s*+:\s*+hidden|(?<![-\w])(?:width|height)\s*+:\s*+[01](?:px)?(?![\d.])"
)
_SIZE = pattern(r"\s*(\d{1,6})(?:\.\d{0,6})?(?:px)?\s*")
# Smaller than this an image outside of a text is an icon.
_SMALL = 64
_LONGEST_SET = 20_000
_ICON = pattern(
    r"(?i)(?<![a-z])(?:avatar|gravatar|author|byline|profile|logo|icon|ico|emoji|badge|sprite|pixel|beacon|advert|button"
    r"|btn|print|share|follow|twitter|facebook|pinit|arrow|bullet|loader)s?(?![a-z])"
)
# What may stand between an article's image and its text.
_ASIDE = frozenset(
    "image-credit headline byline dateline read-time counter share follow print-save audio-notice".split()
)
_WRAPPERS = frozenset(("p", "figure", "picture", "center"))


@dataclass(frozen=True, slots=True)
class Image:
    """An image that can be shown.

    Attributes:
        source: Its address.
        alt: What stands in for it.
    """

    source: str
    alt: str

    @property
    def markup(self) -> str:
        """The image as an element."""
        return f'<img src="{escape(self.source)}" alt="{escape(self.alt)}">'


def image_of(element: etree._Element, addresses: Addresses) -> Image | None:
    """The image that readers would see; None for what only counts them, and for what cannot be found.

    Args:
        element: The ``img``.
        addresses: What makes its address whole.
    """
    attributes = cast("dict[str, str]", dict(element.items()))
    if any(size is not None and size <= 1 for size in _sizes(attributes)) or _HIDDEN.search(
        attributes.get("style", "")
    ):
        return None
    for candidate in _sources(element, attributes):
        if not _PLACEHOLDER.search(candidate.strip()) and (source := addresses.image(candidate)):
            return Image(source, " ".join(attributes.get("alt", "").split()))
    return None


def is_icon(element: etree._Element) -> bool:
    """Whether an image that stands outside of a text is there for looks: small, or called so."""
    attributes = cast("dict[str, str]", dict(element.items()))
    if any(size is not None and size < _SMALL for size in _sizes(attributes)):
        return True
    named = (attributes.get(name, "")[:400] for name in ("class", "src", "alt", "data-src"))
    return any(_ICON.search(name) for name in named)


class Place(NamedTuple):
    """What stands at one place of a page: a block or images.

    Attributes:
        node: The element that it stands in.
        kept: Whether it is kept; None for images.
        category: What a dropped block was dropped as.
    """

    node: Node | None
    kept: bool | None
    category: str | None


def pictured(places: Sequence[Place]) -> set[int]:
    """Which of the images that stand outside of blocks are of the article: those among what is kept.

    Headline, byline, credit and the like may stand between; where there is something kept on one side only, it must
    stand in the same element.
    """
    before = list(_nearest(places))
    after = list(_nearest(places[::-1]))[::-1]
    stay = set()
    for i, place in enumerate(places):
        if place.kept is None or (not place.kept and place.category == "image-credit"):
            first, second = before[i], after[i]
            among = first.leads and second.kept
            if among or any(near.kept and _beside(place, near.node) for near in (first, second)):
                stay.add(i)
    return stay


class _Near(NamedTuple):
    """The nearest block on one side: where it is, whether it is kept, and whether an article's image may follow it."""

    node: Node | None
    kept: bool
    leads: bool


def _nearest(places: Sequence[Place]) -> Iterator[_Near]:
    near = _Near(None, kept=False, leads=False)
    for place in places:
        yield near
        if place.kept:
            near = _Near(place.node, kept=True, leads=True)
        elif place.category == "headline":
            near = _Near(place.node, kept=False, leads=True)
        elif place.kept is False and place.category not in _ASIDE:
            near = _Near(place.node, kept=False, leads=False)


def _beside(place: Place, node: Node | None) -> bool:
    own, other = _container(place.node), _container(node)
    return own is not None and own is other


def _container(node: Node | None) -> Node | None:
    while node is not None and (node.inline or node.tag in _WRAPPERS):
        node = node.parent
    return node


def _sources(element: etree._Element, attributes: Mapping[str, str]) -> Iterator[str]:
    """The addresses that an image may have, the best first."""
    source = attributes.get("src", "")
    if not _PLACEHOLDER.search(source.strip()):
        yield source
    for name in _LAZY:
        if name in attributes:
            yield attributes[name]
    for name in _LAZY_SETS:
        yield from _largest(attributes.get(name, ""))
    for other in _offered(element):
        yield from _largest(other.get("srcset") or other.get("data-srcset") or "")


def _offered(element: etree._Element) -> Iterator[etree._Element]:
    """What a ``picture`` offers in place of its image; to the parser the image stands in these."""
    around = element.getparent()
    while around is not None and around.tag == "source":
        yield around
        around = around.getparent()
    if around is not None and around.tag == "picture":
        yield from around.iterchildren("source")


def _largest(candidates: str) -> list[str]:
    """The addresses in a ``srcset``, the largest image first."""
    found = [(float(match[2] or 0), match[1]) for match in _CANDIDATE.finditer(candidates[:_LONGEST_SET])]
    return [address for _, address in sorted(found, key=lambda one: -one[0])]


def _sizes(attributes: Mapping[str, str]) -> Iterator[int | None]:
    for name in ("width", "height"):
        match = _SIZE.fullmatch(attributes.get(name, ""))
        yield int(match[1]) if match else None
