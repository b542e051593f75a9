"""The elements that blocks stand in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from declutter.elements import Element
from declutter.segment import Segmented, segment_html

TAGS = (
    "div p a b span ul li table tr td th pre code h1 section template noscript svg math form select option br hr "
    "dialog details figure blockquote title script noframes x-card"
).split()
PIECES = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"<{tag} class='a hidden' href=x>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from([" ", "\n", "Low", "water is", "<!-- c -->", "<br>", "&amp;", "</html>", "\u200b", "潮"]),
)


def element_of(source: str, text: str = "Low") -> Element:
    page = segment_html(source)
    (block,) = (block for block in page.blocks if block.text == text)
    return page.elements[block.element]


def assert_consistent(page: Segmented) -> None:
    for i, element in enumerate(page.elements):
        assert -1 <= element.parent < i
        assert 0 <= element.first < element.end <= len(page.blocks)
        if element.parent >= 0:
            around = page.elements[element.parent]
            assert around.first <= element.first
            assert element.end <= around.end
    for block in page.blocks:
        element = page.elements[block.element]
        assert element.first <= block.index < element.end
        assert block.text.strip()


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_elements_are_consistent(source: str) -> None:
    page = segment_html(source)
    assert_consistent(page)
    root = etree.HTML(source) if source.strip() else None
    for path in {block.xpath for block in page.blocks} | {element.xpath for element in page.elements}:
        assert root is not None
        assert len(root.xpath(path)) == 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("class='articleBody side_bar'", ("article-body", "side-bar")),
        ("class='articleBody_root__3xYz'", ("article-body-root-3-x-yz",)),
        ("class='Card-module--title--a1B'", ("card-module-title-a-1-b",)),
        ("class='HTMLBody h2o'", ("html-body", "h-2-o")),
        ("class='a' id='mainContent' itemprop='articleBody'", ("a", "main-content", "article-body")),
        ("class='überschrift menü größe'", ("überschrift", "menü", "größe")),
        ("class='メニュー'", ("メニュー",)),
        ("class='-- _ ::'", ()),
        ("class='md:flex w-1/2'", ("md-flex", "w-1-2")),
        ("", ()),
    ],
)
def test_names(names: str, expected: tuple[str, ...]) -> None:
    assert element_of(f"<div {names}>Low</div>").names == expected


def test_long_lists_of_classes_do_not_hide_the_id() -> None:
    names = element_of(f"<div class='{'sidebar ' * 100}' id=main>Low</div>").names
    assert set(names) == {"sidebar", "main"}


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("hidden", "attribute"),
        ("hidden='hidden'", "attribute"),
        ("hidden='Until-Found'", ""),
        ("aria-hidden=true", "aria"),
        ("aria-hidden=false", ""),
        ("style='color: red; DISPLAY : none !important'", "style"),
        ("style='visibility:hidden'", "style"),
        ("style='content-visibility:hidden'", ""),
        ("style='display:inline'", ""),
        ("class='x sr-only'", "class"),
        ("class='Hidden'", "class"),
        ("class='hidden-xs unhidden'", ""),
    ],
)
def test_hidden(attributes: str, expected: str) -> None:
    assert element_of(f"<div {attributes}>Low</div>").hidden == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<dialog>Low</dialog>", "dialog"),
        ("<dialog open>Low</dialog>", ""),
        ("<noscript>Low</noscript>", "noscript"),
        ("<template shadowrootmode=open>Low</template>", "template"),
        ("<details>Low</details>", ""),
    ],
)
def test_hidden_by_what_it_is(source: str, expected: str) -> None:
    assert element_of(source).hidden == expected


def test_hidden_says_what_hides_the_element_itself() -> None:
    page = segment_html("<div hidden><p>Low</p></div>")
    assert [(element.tag, element.hidden) for element in page.elements][-2:] == [("div", "attribute"), ("p", "")]


def test_role() -> None:
    assert element_of("<div role=' Navigation '>Low</div>").role == "navigation"


def test_inline_element_around_all_of_a_block() -> None:
    assert element_of("<p><b>Low</b></p>").tag == "b"
    assert element_of("<p><b>Lo</b>w</p>").tag == "p"
    assert element_of("<p> <i><b>Lo</b><b>w</b></i> </p>").tag == "i"
