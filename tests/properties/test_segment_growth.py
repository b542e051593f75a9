"""Cutting a page up takes time that is linear in the page, on hostile pages and trees too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from declutter.segment import segment_html
from tests.properties.test_growth import PAGES, WRAPPED, enclosed, growth, nested

_MOST_GROWTH = 8
_LINE = "The ferry between the harbour and the island will run all winter, the council said. "

MORE = {
    "classes of many elements": ("<p class='a{0} b{0}' id=c{0}>a</p>", ""),
    "links that touch": ("<a href={}>a</a>", ""),
    "links with comments between": ("<a href=x>a</a><!-- a -->", ""),
    "templates": ("<template><p>a</p></template>", ""),
    "inline elements around breaks": ("<b>a<hr>", ""),
    "lines of code": ("<pre><code><span class=line>a</span>", ""),
    "noframes": ("<noframes>a", ""),
    "scripts with state": (f'<script type="application/json">{{{{"a": "{_LINE}{{0}}."}}}}</script>', ""),
    "attributes with state": (f'<p data-a="{_LINE * 12}{{0}}."></p>', ""),
    "JSON-LD": (f'<script type="application/ld+json">{{{{"text": "{_LINE * 3}{{0}}"}}}}</script>', ""),
    "titles": ("<title>a {}</title>", ""),
    "empty paragraphs of XHTML": ("<p/>a", ""),
}
SCRIPTS = {
    "unclosed string": ('<script>__NUXT__="', '\\"a', "</script>"),
    "quotes": ("<script>__NUXT__=", '"', "</script>"),
    "strings": ("<script>__NUXT__=", f'"{_LINE}{{}}.",', "</script>"),
    "state in state": ("<script>__NUXT__=", '"{{\\"a\\":\\"b\\",', "</script>"),
    "braces": ("<script>__NUXT__=", "{{", "</script>"),
    "addresses": ('<script>__NUXT__="', "https://a ", '"</script>'),
    "blanks": ('<script>__NUXT__="', "; ", '"</script>'),
    "deep JSON-LD": ('<script type="application/ld+json">', '{{"a":[', "</script>"),
    "wide JSON-LD": ('<script type="application/ld+json">[', '{{"@type":"Article","name":"a"}},', "0]</script>"),
    "comments around JSON-LD": ('<script type="application/ld+json">', "<!--", "</script>"),
    "CDATA": ("<?xml version='1.0'?><p>", "<![CDATA[a", "</p>"),
    "scripts in XHTML": ("<?xml version='1.0'?><p>", "<script>", "</p>"),
    "tag that does not end": ("<p>a</p><", "a", ""),
    "elements that end where they begin": ("<?xml version='1.0'?><p>", "<a/>", "</p>"),
    "style": ("<p style='", "display: ", "'>a</p>"),
    "capitals in a class": ("<p class='", "A", "'>a</p>"),
    "base64": ("<p>", "iVBORw0KGgo/+AAA=", "</p>"),
}


def each(parts: tuple[str, str]) -> Callable[[int], str]:
    unit, tail = parts
    return enclosed(("", unit, tail))


@pytest.mark.parametrize(
    "make",
    [*map(nested, PAGES.values()), *map(enclosed, WRAPPED.values()), *map(each, MORE.values())],
    ids=[*PAGES.keys(), *WRAPPED.keys(), *MORE.keys()],
)
def test_time_is_linear_in_markup(make: Callable[[int], str]) -> None:
    assert growth(segment_html, make) < _MOST_GROWTH


@pytest.mark.parametrize("make", [*map(enclosed, SCRIPTS.values())], ids=SCRIPTS.keys())
def test_time_is_linear_in_data(make: Callable[[int], str]) -> None:
    assert growth(segment_html, make) < _MOST_GROWTH


@pytest.mark.parametrize("tags", [("div",), ("b",), ("p", "b"), ("section", "li")], ids="-".join)
def test_time_is_linear_in_the_depth_of_a_tree(tags: tuple[str, ...]) -> None:
    def chain(source: str) -> etree._Element:
        root = leaf = etree.Element("div")
        for i in range(len(source) // 20):
            leaf = etree.SubElement(leaf, tags[i % len(tags)])
            leaf.text = "a"
            etree.SubElement(leaf, "hr")
        return root

    assert growth(lambda source: segment_html(chain(source)), lambda size: "a" * size) < _MOST_GROWTH
