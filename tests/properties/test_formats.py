"""What clean HTML and Markdown must be, whatever the page."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

import declutter
from declutter.render.html import sanitised
from declutter.segment import segment_html
from declutter.segment.trace import trace_html
from tests.fixtures import load_fixtures

from .strategies import focuses, html, medias, pages

EVERYTHING = ("links", "images", "tables")
parts = st.lists(st.sampled_from(EVERYTHING), unique=True)


def inked(text: str) -> str:
    """A text without white space, which clean HTML folds."""
    return "".join(text.split())


def text_of(markup: str) -> str:
    root = etree.fromstring(f"<div>{markup}</div>", etree.HTMLParser(huge_tree=True))
    return inked("".join(root.itertext()))


def kept_text(result: declutter.Result) -> str:
    return inked("".join(verdict.block.text for verdict in result.kept))


@given(page=html)
@example(page="<table><td>" + "word " * 60 + "<td>a\x1fb<td>c</table>")
@example(page="<p>a</p><noframes><p>b</p></noframes>c<br><br>d")
def test_a_trace_has_the_same_blocks_and_their_text(page):
    trace = trace_html(page)
    blocks = [group.block for group in trace.groups if group.block is not None]
    assert blocks == list(segment_html(page).blocks)
    for block, pieces in trace.groups:
        if block is not None and pieces:
            assert inked("".join(piece.text for piece in pieces)) == inked(block.text)


@given(page=html, focus=focuses)
@example(page="<table>loose<tr>text<td>in<td>a table<p>and more</table>", focus="recall")
@example(page="<ul>loose<li>a<ul>b<li>c</ul>d<dt>e<dd>f<p>g<p>h</ul>", focus="recall")
@example(page="<h1><p>a<br><br>b</h1><pre>c<div>d</div><table><td>e</pre>", focus="recall")
@example(page="<a href=/x>a<div>b<a href=/y>c<b>d<b>e</a></div>f</a>", focus="recall")
@example(page="<pre>\n\n a<br>b\n<li>c</pre><textarea>\n d</textarea>", focus="recall")
def test_clean_html_has_the_text_that_is_kept(page, focus):
    result = declutter.extract(page, media="html", focus=focus)
    assert text_of(result.html(["links", "images", "tables"])) == kept_text(result)
    assert text_of(result.html(["tables"])) == kept_text(result)


@pytest.mark.parametrize("name", [fixture.name for fixture in load_fixtures() if fixture.media == "html"])
def test_clean_html_of_a_fixture_has_the_text_that_is_kept(name):
    (fixture,) = (fixture for fixture in load_fixtures() if fixture.name == name)
    result = fixture.result()
    assert text_of(result.html(["tables"])) == kept_text(result)


@given(page=pages, media=medias, include=parts)
def test_clean_html_is_clean_already(page, media, include):
    markup = declutter.extract(page, media=media, focus="recall").html(include)
    assert sanitised(markup, {}) == markup


@given(page=pages, include=parts)
@example(page="a\n" + "=" * 80, include=[])
def test_text_stays_verbatim_as_markdown(page, include):
    for media in ("text", "markdown"):
        result = declutter.extract(page, media=media)
        assert result.markdown([*include, "tables"]) == result.text


@given(page=html, include=parts)
def test_markdown_of_any_page(page, include):
    markdown = declutter.extract(page, media="html", focus="recall").markdown(include)
    assert markdown == markdown.strip("\n")


@given(page=html)
def test_a_tree_that_was_given_stays_as_it_was(page):
    root = etree.fromstring(f"<div>{page}</div>".encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    before = etree.tostring(root)
    result = declutter.extract(root)
    assert text_of(result.html()) is not None
    assert result.markdown() is not None
    assert etree.tostring(root) == before


@given(page=pages, media=medias)
def test_comments_are_of_what_was_dropped(page, media):
    result = declutter.extract(page, media=media)
    dropped = {verdict.block.text for verdict in result.dropped}
    assert all(comment in dropped for comment in result.comments.split("\n\n") if result.comments)
