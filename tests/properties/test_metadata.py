"""Pages that nobody writes in good faith: metadata never raises, stays small and takes linear time."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import declutter
from declutter.metadata import Metadata
from declutter.metadata.dates import dates_in, declared_date
from declutter.metadata.front import add_front_matter
from declutter.metadata.frontmatter import front_matter
from declutter.metadata.names import declared_names, names_in

KEYS = [
    "@type",
    "@id",
    "@graph",
    "author",
    "creator",
    "name",
    "headline",
    "datePublished",
    "dateModified",
    "image",
    "url",
    "keywords",
    "publisher",
    "license",
    "inLanguage",
    "mainEntityOfPage",
    "description",
]
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["NewsArticle", "Person", "#a", "2024-05-03", "2024-99-99", "\ud800", "\x00", "https://[", "//", "By", ""]
    ),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5), st.dictionaries(st.one_of(st.sampled_from(KEYS), TEXTS), inner, max_size=6)
    ),
    max_leaves=30,
)
TEXT = "The ferry will run all winter, the council said on Tuesday, after a year of talks with the island's shops."


def metadata(source: str, **options: str) -> Metadata:
    found = declutter.extract(source, **options).metadata
    assert json.loads(json.dumps(found.as_dict())) == found.as_dict()
    front_matter(found).encode("utf-8")
    return found


def page(script: str, head: str = "") -> str:
    return f'<html><head>{head}<script type="application/ld+json">{script}</script></head><body><p>{TEXT}</p></body>'


@given(VALUES)
def test_any_json_ld(value: object) -> None:
    metadata(page(json.dumps(value)))


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_any_article(item: dict[str, object]) -> None:
    metadata(page(json.dumps({**item, "@type": "NewsArticle"})))


@given(TEXTS, st.sampled_from(["article:published_time", "author", "og:image", "keywords", "og:locale", "og:url"]))
def test_any_meta(content: str, name: str) -> None:
    text = content.replace('"', "").encode("utf-8", "replace").decode()
    metadata(f'<meta property="{name}" content="{text}"><p>{TEXT}</p>', url="https://example.org/2024/13/45/a")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    metadata(f"{text}\n\n{TEXT}")
    metadata(f"---\n{text}\n---\n\n{TEXT}", media="markdown")
    for language in ("", "dmy", "mdy"):
        dates_in(text, language)
        declared_date(text, language)
    names_in(text)
    declared_names(text)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from("3 13 2024 99 May may 5/3/24 2024.5.3 年 月 日 令 和 of . By and , de 令和6年 Updated".split())
    )
)
def test_any_words_of_dates_and_names(words: list[str]) -> None:
    text = " ".join(words)
    for value in dates_in(text, ""):
        assert value[:4].isdecimal()
        assert len(value) in (7, 10)
    names_in(text)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("[" * 50_000, id="open-brackets"),
        pytest.param('{"author":' * 20_000 + "1" + "}" * 20_000, id="nested-authors"),
        pytest.param('{"@type":"Article","author":' + "[" * 900 + '"A B"' + "]" * 900 + "}", id="nested-lists"),
        pytest.param('{"@type":"Article","author":[' + '{"name":"A B"},' * 50_000 + '"x"]}', id="many-authors"),
        pytest.param('{"@type":"Article","keywords":"' + "a," * 200_000 + '"}', id="many-tags"),
        pytest.param("[" + '{"@type":"Article","headline":"x"},' * 30_000 + "0]", id="many-articles"),
        pytest.param('{"@type":"Article","author":{"@id":"#a"},"@id":"#a"}', id="its-own-author"),
        pytest.param(
            '[{"@id":"#a","name":{"@id":"#b"}},{"@id":"#b","name":{"@id":"#a"},"@type":"Article"}]', id="ring"
        ),
        pytest.param('{"@type":"Article","datePublished":' + "9" * 5000 + "}", id="huge-number"),
        pytest.param('{"@type":"Article","author":"' + "A" * 500_000 + '"}', id="long-name"),
        pytest.param('{"@type":"Article","author":"' + "A b " * 100_000 + '"}', id="many-words"),
        pytest.param(
            '{"@type":"Article","author":"\\ud800\\u0000","image":"https://[","url":"//"}', id="no-characters"
        ),
    ],
)
def test_bombs(script: str) -> None:
    start = time.perf_counter()
    found = metadata(page(script))
    assert time.perf_counter() - start < 10
    assert len(json.dumps(found.as_dict())) < 50_000


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<meta name=author content='A B'>" * 20_000, id="authors"),
        pytest.param("<meta property=article:tag content=x>" * 20_000, id="tags"),
        pytest.param("<a rel=author>A B</a>" * 20_000, id="links"),
        pytest.param("<b itemprop=author>A B</b>" * 20_000, id="properties"),
        pytest.param("<div itemscope itemprop=author>" * 3000, id="nested-items"),
        pytest.param("<time datetime=2024-05-03>" * 3000, id="nested-times"),
        pytest.param("<p class=byline>By Mara Lindqvist</p>" * 3000, id="bylines"),
        pytest.param("<p>Photo: Mara Lindqvist</p><p>More posts by Mara Lindqvist</p>" * 3000, id="credits-and-notes"),
    ],
)
def test_many_elements(head: str) -> None:
    start = time.perf_counter()
    metadata(page("{}", head))
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("line", ["By A", "3 May 2024 ", "A" * 50, "-", "Tags: a, ", "A B, ", "{", "author: x\n"])
def test_long_texts(line: str) -> None:
    start = time.perf_counter()
    metadata(line * 20_000)
    metadata("---\n" + line * 500 + "\n---\n" + TEXT, media="markdown")
    assert time.perf_counter() - start < 20


def test_front_matter_that_is_no_front_matter() -> None:
    from declutter.metadata.claims import Claims

    for text in ("---\n---", "---", "+++\n[\n+++", "+++\na=1\n+++", "---\n: x\n- y\n---", "---\nauthor: [\n---"):
        add_front_matter(text, Claims())
