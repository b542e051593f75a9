"""Pages whose text is only in the data that their scripts would render."""

from __future__ import annotations

import json
from html import escape

import pytest
from lxml import etree

from declutter.segment import segment_html

LINES = (
    "The harbour board met on Tuesday to talk about the winter timetable, which had been cut twice since the storm.",
    "The baker said that he had lost a third of his trade since the cuts began, because the visitors leave early.",
)
DATA = {"props": {"id": "a" * 70, "class": "flex grid gap-4", "body": LINES[0], "items": [{"text": LINES[1], "n": 1}]}}
JSON = json.dumps(DATA)
PUSHED = "".join(
    f"<script>self.__next_f.push([1,{json.dumps(text)}])</script>" for text in (f"1:T6e,{LINES[0]}", f"2:{JSON}")
)
MARKUP = "".join(f"<p>{line}</p>" for line in LINES)
NUXT = f'{{data:[{{text:"{LINES[0]}",b:"{LINES[1]}"}}]}}'
PAGES = {
    "next": f'<script id="__NEXT_DATA__" type="application/json">{JSON}</script>',
    "initial-state": f"<script>window.__INITIAL_STATE__={JSON};(function(){{}})()</script>",
    "state-in-a-string": f"<script>window.__PRELOADED_STATE__ = JSON.parse({json.dumps(JSON)})</script>",
    "next-stream": PUSHED,
    "nuxt": f"<script>window.__NUXT__=(function(a){{return {NUXT}}}(1))</script>",
    "apollo": f"<script>window.__APOLLO_STATE__ = {JSON}</script>",
    "attribute": f'<div id=app data-page="{escape(json.dumps({**DATA, "filler": ["x"] * 500}))}"></div>',
    "markup": f'<script type="application/json">{json.dumps({"a": MARKUP})}</script>',
    "markup-in-attribute": f'<div data-html="{escape(MARKUP + "<hr>" * 300)}"></div>',
}


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES.keys())
def test_text_in_state(source: str) -> None:
    page = segment_html(f"<html><head><title>x</title></head><body><div id=root></div>{source}</body></html>")
    assert [block.text for block in page.blocks] == list(LINES)
    root = etree.HTML(f"<html><head><title>x</title></head><body><div id=root></div>{source}</body></html>")
    for block in page.blocks:
        element = page.elements[block.element]
        assert (element.tag, element.xpath) == ("script", block.xpath)
        (found,) = root.xpath(element.xpath)
        assert found.tag == ("div" if "data-" in source else "script")


def test_text_of_one_script_stands_in_one_element() -> None:
    page = segment_html(PAGES["next"])
    assert len({block.element for block in page.blocks}) == 1
    assert [element.names for element in page.elements if element.tag == "script"] == [("next-data",)]


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES.keys())
def test_state_is_not_taken_by_a_page_with_text(source: str) -> None:
    own = "<p>" + "The ferry will run all winter, the council said on Tuesday afternoon. " * 8 + "</p>"
    assert len(segment_html(own + source).blocks) == 1


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('<script>var a = "' + LINES[0] + '"</script>', id="script-without-state"),
        pytest.param('<script type="application/json">{"a": "' + "flex grid " * 20 + '"}</script>', id="classes"),
        pytest.param('<script type="application/json">{"a": "' + "x" * 100 + '"}</script>', id="no-words"),
        pytest.param(f'<script type="application/json">{{"a": "{LINES[0]}</script>', id="unclosed"),
        pytest.param('<script type="application/json">{"a": "\\u12 ' + LINES[0] + '"}</script>', id="broken-escape"),
        pytest.param(f'<div data-text="{LINES[0]}"></div>', id="short-attribute"),
    ],
)
def test_what_is_no_text_in_state(source: str) -> None:
    assert segment_html(source).blocks == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\\x41 " + LINES[0], "A " + LINES[0], id="hexadecimal"),
        pytest.param("The baker\\'s boat. " + LINES[0], "The baker's boat. " + LINES[0], id="apostrophe"),
        pytest.param("Low \\\\x41 " + LINES[0], "Low \\x41 " + LINES[0], id="escaped-backslash"),
        pytest.param("Low \\ud800" + LINES[0], "Low \ufffd" + LINES[0], id="half-a-character"),
        pytest.param("Low \\u0001" + LINES[0], "Low  " + LINES[0], id="control-character"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    page = segment_html(f'<script>window.__NUXT__={{a:"{text}"}}</script>')
    assert [block.text for block in page.blocks] == [expected]
