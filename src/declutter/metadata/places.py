"""Addresses that a page gives: made absolute, and told apart from what is no address."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from declutter.metadata.model import Stated
from declutter.patterns import plain_pattern

_LONGEST = 2000
_SCHEMES = ("http", "https")
# Pictures that stand for the site, or for none.
_NO_IMAGE = plain_pattern(
    r"(?i)(?:^|[/_.-])(?:logos?|favicon|icons?|sprite|blank|spacer|pixel|placeholder|default|no-?image|avatar|gravatar)"
    r"(?:[/_.\d-]|$)|apple-touch-icon|opengraph-default|og-default|gravatar\.com"
)


def absolute(place: str, base: str | None) -> str | None:
    """An address with its scheme and host; None for what is none, such as ``javascript:…``.

    >>> absolute("/ferry", "https://example.org/news"), absolute("//example.org/a", None), absolute("data:,x", None)
    ('https://example.org/ferry', 'https://example.org/a', None)
    """
    if not place or len(place) > _LONGEST or any(char.isspace() for char in place):
        return None
    try:
        if place.startswith("//"):
            place = "https:" + place
        joined = urljoin(base or "", place)
        parts = urlsplit(joined)
        return joined if parts.scheme in _SCHEMES and parts.hostname else None
    except ValueError:
        return None


def canonical(claims: Iterable[Stated], page: str | None) -> Stated | None:
    """The first claim of the page's own address that is none of the site's front page, unless the page is that.

    Args:
        claims: The claims, the most trusted first.
        page: Where the page is from.
    """
    found = [Stated(url, claim.source) for claim in claims if (url := absolute(claim.value, page)) is not None]
    if page is not None and not _is_front(page):
        # Some sites give one address, that of their front page, for all pages.
        found = [stated for stated in found if not _is_front(stated.value)]
    return found[0] if found else None


def lead_image(claims: Iterable[Stated], page: str | None) -> Stated | None:
    """The first image that is not the site's logo or a stand-in."""
    for claim in claims:
        url = absolute(claim.value, page)
        if url is not None and not _NO_IMAGE.search(urlsplit(url).path):
            return Stated(url, claim.source)
    return None


def _is_front(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query
