"""The taxonomy: what a block can be dropped as. The ids are stable and public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from declutter.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of block that is not main text.

    Attributes:
        id: The stable name, as in ``--keep`` and ``Verdict.category``.
        group: The row of the taxonomy that it stands in.
        about: One line that says what it is.
    """

    id: str
    group: str
    about: str


_TAXONOMY = {
    "asks for money, e-mail or credentials": {
        "paywall": "calls to subscribe or become a member in order to read",
        "donation": "appeals for support and donations",
        "newsletter": "newsletter titles, pitches, sign-up buttons and confirmations",
        "form-hint": "labels, hints and errors of input fields",
        "payment": "card and wallet logos, notes on secure payment",
        "login": "log in, register, forgotten password",
    },
    "widgets around an article": {
        "audio-notice": "listen-to-this-article players and notes on synthetic voices",
        "video-ui": "controls and states of a video player",
        "print-save": "print, save, bookmark, copy the link, change the type size",
        "app-promo": "get our app",
        "lang-edit-link": "edit links and language switches",
    },
    "ways to other places": {
        "navigation": "menus and section names",
        "skip-link": "skip to content, back to top",
        "breadcrumb": "the path from the home page to here",
        "pagination": "page numbers, previous and next",
        "toc-link": "in-page tables of contents",
        "search-ui": "search boxes and their hints",
    },
    "social furniture": {
        "share": "share buttons",
        "follow": "follow us elsewhere",
        "counter": "numbers of views, shares, likes and comments",
        "comment-form": "invitations, rules and buttons for commenting",
        "poll": "votes and their buttons",
    },
    "other content": {
        "related": "headings and stubs of other articles",
        "read-more": "links onward to one other text",
        "live-ticker": "time-stamped lines of other news",
        "weather": "weather boxes",
        "commerce": "prices, carts and shop promotions",
    },
    "the site speaking about itself": {
        "cookie-consent": "cookie banners and consent managers",
        "legal": "terms, privacy links and disclaimers",
        "copyright": "copyright lines and reserved rights",
        "contact": "addresses, telephone numbers and tip lines",
    },
    "paid": {
        "advert": "labels and remains of advertisements",
        "sponsor-disclosure": "affiliate and sponsorship disclosures",
    },
    "machinery": {
        "script-error": "please enable JavaScript, unsupported browser, error pages",
        "placeholder": "loading notes, dummy text, missing images",
        "captcha": "proofs of being human",
    },
    "metadata": {
        "headline": "the title of the page",
        "byline": "who wrote it",
        "dateline": "when it was published or changed",
        "read-time": "how long it takes to read",
        "tag-list": "tags and topics",
        "image-credit": "captions and credits of pictures",
        "author-bio": "a note on the author",
        "provenance": "where the text comes from, who reported and edited it",
    },
}

CATEGORIES: tuple[Category, ...] = tuple(
    Category(id, group, about) for group, members in _TAXONOMY.items() for id, about in members.items()
)
CATEGORY_IDS: tuple[str, ...] = tuple(category.id for category in CATEGORIES)


def known_categories(ids: Iterable[str]) -> frozenset[str]:
    """Check category ids that a caller passed.

    Raises:
        UnknownNameError: if one is not in the taxonomy.
    """
    wanted = frozenset(ids)
    for id in sorted(wanted.difference(CATEGORY_IDS)):
        raise UnknownNameError("category", id, CATEGORY_IDS)
    return wanted
