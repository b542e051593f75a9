"""The guess what kind of page it is."""

from __future__ import annotations

import pytest

import declutter
from declutter.model import PAGE_TYPES

SENTENCE = "The harbour master said that the ferry would run on every day of the winter, and that it would be late. "


def head(kind: str) -> str:
    return f'<head><script type="application/ld+json">{{"@type": "{kind}", "name": "Ferry"}}</script></head>'


POSTS = "".join(
    f'<div class="post"><div class="user">u{i}</div><div class="post-body">{SENTENCE}</div></div>' for i in range(9)
)
CARDS = "".join(
    f'<li class="product-card"><a href="/p/{i}">Lamp {i}</a> <span class="price">£{i}</span></li>' for i in range(40)
)


@pytest.mark.parametrize(
    ("page", "url", "expected"),
    [
        (f"{head('NewsArticle')}<body><article><h1>Ferry</h1><p>{SENTENCE * 20}</p></article></body>", None, "article"),
        (f"{head('DiscussionForumPosting')}<body>{POSTS}</body>", "https://forum.example.org/t/ferry/12", "forum"),
        (
            f"{head('Product')}<body><h1>Lamp</h1><p>{SENTENCE}</p></body>",
            "https://example.org/products/lamp",
            "product",
        ),
        (f"<body><h1>Lamps</h1><ul>{CARDS}</ul></body>", "https://example.org/collections/lamps", "collection"),
    ],
    ids=["article", "forum", "product", "collection"],
)
def test_guess(page: str, url: str | None, expected: str) -> None:
    guess = declutter.extract(page, url=url).page_type
    assert guess.name == expected
    assert 1 / len(PAGE_TYPES) <= guess.probability <= 1


@pytest.mark.parametrize("page", ["", "Harbour", "<p>Harbour</p>", "# Harbour\n\nText."])
def test_every_page_has_a_kind(page: str) -> None:
    guess = declutter.extract(page).page_type
    assert guess.name in PAGE_TYPES
    assert 0 < guess.probability <= 1


def test_the_page_tells_its_address() -> None:
    page = '<head><link rel="canonical" href="https://example.org/ferry"></head><body><p>Ferry</p></body>'
    assert declutter.extract(page).document.url == "https://example.org/ferry"
    assert declutter.extract(page, url="https://example.net/").document.host == "example.net"
