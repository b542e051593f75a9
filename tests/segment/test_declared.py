"""What pages declare in their heads and in JSON-LD, and pages whose text stands there alone."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from declutter.elements import Declared
from declutter.segment import Segmented, segment_html

BODY = (
    "The harbour board met on Tuesday to talk about the winter timetable, which had been cut twice since the storm. "
    "It agreed to keep the last boat on Fridays, though nobody could say who would pay for it in the end."
)
MORE = (
    "The baker said that he had lost a third of his trade since the cuts began, because the visitors who would have "
    "stayed for supper now leave in the middle of the afternoon, and the winter has not even begun yet."
)


def declared(source: str) -> Declared:
    return segment_html(source).declared


def ld(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def shown(page: Segmented) -> str:
    return " ".join(block.text for block in page.blocks)


def assert_marked(source: str, page: Segmented, tag: str) -> None:
    """Every block stands in a "script" whose path leads to the element that has the text."""
    root = etree.HTML(source)
    for block in page.blocks:
        element = page.elements[block.element]
        assert (element.tag, element.xpath) == ("script", block.xpath)
        assert [found.tag for found in root.xpath(element.xpath)] == [tag]


def test_head() -> None:
    found = declared(
        "<head><title>Winter boats | Harbour News</title><meta property=og:title content='Winter  boats'>"
        "<meta property=og:site_name content='Harbour News'><meta property=og:type content=Article>"
        "<meta name=description content=Short><meta property=og:description content='A longer one'>"
        "<link rel=canonical href=' https://example.org/boats '></head><p>Low</p>"
    )
    assert found.titles == (("title", "Winter boats | Harbour News"), ("og:title", "Winter boats"))
    assert found.site == "Harbour News"
    assert found.types == {"article"}
    assert found.summary == "A longer one"
    assert found.url == "https://example.org/boats"


@pytest.mark.parametrize(
    "item",
    [
        pytest.param({"@type": "NewsArticle", "headline": "Boats", "articleBody": BODY}, id="article"),
        pytest.param(
            {"@type": ["Thing", "http://schema.org/Article"], "name": "Boats", "articleBody": BODY}, id="types"
        ),
        pytest.param({"@type": "schema:DiscussionForumPosting", "headline": "Boats", "text": BODY}, id="posting"),
        pytest.param({"@type": "Product", "name": "Boats", "description": BODY}, id="product"),
        pytest.param([{"@type": "Article", "headline": "Boats", "articleBody": BODY}], id="array"),
        pytest.param({"@graph": [{"@type": "Article", "headline": "Boats", "articleBody": BODY}]}, id="graph"),
        pytest.param({"@type": "Article", "headline": "Boats", "articleBody": BODY.split(". ", 0)}, id="paragraphs"),
    ],
)
def test_json_ld(item: object) -> None:
    found = declared(ld(item))
    assert found.bodies == (BODY,)
    assert found.titles == (("json-ld", "Boats"),)


def test_posts_of_a_discussion_in_their_order() -> None:
    item = {"@type": "DiscussionForumPosting", "text": BODY, "comment": [{"@type": "Comment", "text": MORE}]}
    assert declared(ld(item)).bodies == (BODY, MORE)


def test_description_is_the_text_of_what_is_described_only() -> None:
    assert declared(ld({"@type": "WebPage", "description": BODY})).bodies == ()


VALID = json.dumps({"@type": "Article", "articleBody": BODY})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<!-- {VALID} -->", id="comment"),
        pytest.param(f"//<![CDATA[\n{VALID}\n//]]>", id="cdata"),
        pytest.param(f"/*<![CDATA[*/{VALID}/*]]>*/", id="cdata-in-comments"),
        pytest.param(f"<![CDATA[{VALID}]]>", id="bare-cdata"),
        pytest.param(f"{VALID};", id="semicolon"),
        pytest.param(VALID.replace(". ", ".\n\t "), id="line-ends-in-strings"),
    ],
)
def test_json_ld_in_wrappings(text: str) -> None:
    assert [" ".join(body.split()) for body in declared(ld(text)).bodies] == [BODY]


@pytest.mark.parametrize(
    "text",
    ["", "{", "}", "[" * 100_000, '{"a":' * 100_000, VALID[:-2], "null", "1" * 10_000, '"x"', "{'a': 1}", "// {"],
)
def test_broken_json_ld_says_nothing(text: str) -> None:
    page = segment_html(ld(text) + "<p>Low</p>")
    assert page.declared == Declared()
    assert shown(page) == "Low"


@pytest.mark.parametrize("value", [None, 5, True, {"a": "b"}, [5, None], ""])
def test_json_ld_of_other_types(value: object) -> None:
    item = {"@type": value, "headline": value, "name": value, "articleBody": value, "text": value}
    assert declared(ld([item, {"@type": "Article", **{key: value for key in item if key != "@type"}}])).bodies == ()


def test_json_ld_with_halves_of_characters() -> None:
    found = declared(ld({"@type": "Article", "headline": "Boats \ud83d", "articleBody": BODY + "\udc00\x00"}))
    assert found.titles == (("json-ld", "Boats \ufffd"),)
    assert found.bodies == (BODY + "\ufffd ",)


@pytest.mark.parametrize("escaped", [False, True], ids=["markup", "escaped-markup"])
def test_page_that_has_its_text_in_json_ld_only(escaped: bool) -> None:
    markup = f"<p>{BODY}</p><ul><li>{MORE}</li></ul>"
    body = markup.replace("<", "&lt;") if escaped else markup
    source = "<title>x</title><div id=app></div>" + ld({"@type": "Article", "articleBody": body})
    page = segment_html(source)
    assert [(block.kind, block.text) for block in page.blocks] == [("paragraph", BODY), ("list-item", MORE)]
    assert page.declared.bodies == (f" {BODY}   {MORE}  ",)
    assert_marked(source, page, "script")


def test_json_ld_is_not_taken_by_a_page_with_text() -> None:
    page = segment_html(f"<p>{BODY}</p><p>{MORE}</p>" + ld({"@type": "Article", "articleBody": "Not this. " * 30}))
    assert [block.text for block in page.blocks] == [BODY, MORE]


def test_nothing_is_taken_twice() -> None:
    page = segment_html(f"<p>{BODY}</p>" + ld({"@type": "Article", "articleBody": f"<p>{BODY}</p><p>{MORE}</p>"}))
    assert [block.text for block in page.blocks] == [BODY, MORE]


def test_summary_of_an_empty_page() -> None:
    source = f"<head><meta name=description content='Short'><meta name=og:description content='{BODY}'></head>"
    page = segment_html(source)
    assert [block.text for block in page.blocks] == [BODY]
    assert_marked(source, page, "meta")


def test_summary_is_not_taken_by_a_page_with_text() -> None:
    assert shown(segment_html(f"<meta name=description content='{BODY}'><p>Low</p>")) == "Low"


def test_title_of_an_xml_tree_with_comments() -> None:
    root = etree.fromstring("<html><head><title>Win<!-- x -->ter <![CDATA[boats]]></title></head><body/></html>")
    assert segment_html(root).declared.titles == (("title", "Winter boats"),)
