"""Clean HTML of the kept part."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

import pytest

import declutter
from declutter import Document, Result, Verdict
from declutter.segment import segment

EVERYTHING = ("links", "images", "tables")


def result(source: str, media: declutter.Media = "html", dropped: Sequence[int] = (), url: str | None = None) -> Result:
    segmented = segment(source, media)
    verdicts = (Verdict(block, (), 0.0, None, block.index not in dropped) for block in segmented.blocks)
    return Result(Document(source, media, segmented.blocks, url=url), tuple(verdicts))


def clean(source: str, dropped: Sequence[int] = (), url: str | None = None, include: Sequence[str] = EVERYTHING) -> str:
    return result(source, "html", dropped, url).html(include).replace("\n", "")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<div class=a style=b id=c>a</div>", "<p>a</p>", id="loose-text"),
        pytest.param("<section><p>a<p>b</section>", "<p>a</p><p>b</p>", id="paragraphs"),
        pytest.param("<p>a<br>b</p>", "<p>a<br>b</p>", id="break"),
        pytest.param("<p>a<br><br>b</p>", "<p>a</p><p>b</p>", id="breaks-part"),
        pytest.param("<p> a \n <b> b </b>c </p>", "<p>a <strong>b </strong>c</p>", id="white-space"),
        pytest.param("<p><b>a</b><strong>b</strong> <i>c</i></p>", "<p><strong>ab</strong> <em>c</em></p>", id="marks"),
        pytest.param(
            "<b><div>a</div><div>b</div></b>",
            "<p><strong>a</strong></p><p><strong>b</strong></p>",
            id="mark-around-blocks",
        ),
        pytest.param("<h2>a</h2><h4>b</h4>", "<h2>a</h2><h4>b</h4>", id="headings"),
        pytest.param("<blockquote>a<p>b</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>", id="quote"),
        pytest.param(
            "<figure>a<figcaption>b</figure>", "<figure><p>a</p><figcaption>b</figcaption></figure>", id="figure"
        ),
        pytest.param(
            "<dl><dt>a<dd>b<dd>c<dt>d</dl>", "<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt></dl>", id="definitions"
        ),
        pytest.param("<div><dt>a<dd>b</div>", "<dl><dt>a</dt><dd>b</dd></dl>", id="definitions-alone"),
        pytest.param("<pre>\n a\n  b\n</pre>", "<pre> a  b</pre>", id="pre"),
        pytest.param("<pre><code>a</code></pre>", "<pre><code>a</code></pre>", id="code"),
        pytest.param("<pre class=language-py>a</pre>", "<pre><code>a</code></pre>", id="language"),
        pytest.param(
            "<p>H<sub>2</sub>O <tt>x</tt> <strike>y</strike>",
            "<p>H<sub>2</sub>O <code>x</code> <s>y</s></p>",
            id="small",
        ),
        pytest.param("<p><font color=red>a</font> <span>b</span></p>", "<p>a b</p>", id="spans"),
        pytest.param("<form><p>a</p><button>b</button></form>", "<p>a</p><p>b</p>", id="form"),
        pytest.param("<noframes><p>a</p></noframes>", "<p>a</p>", id="noframes"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_markup(page: str, expected: str) -> None:
    assert clean(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", id="plain"),
        pytest.param("<ul><li>a<ol><li>b</ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>", id="nested"),
        pytest.param("<ul><li>a</li><ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>", id="list-in-list"),
        pytest.param("<ul><li><p>a<p>b</ul>", "<ul><li><p>a</p><p>b</p></li></ul>", id="paragraphs"),
        pytest.param("<ul><li><div>a</div><div>b</div></ul>", "<ul><li>a<p>b</p></li></ul>", id="two-blocks"),
        pytest.param("<ul>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", id="loose"),
        pytest.param("<div><li>a<li>b</div>", "<ul><li>a</li><li>b</li></ul>", id="items-alone"),
        pytest.param("<ol start=3><li>a</ol>", '<ol start="3"><li>a</li></ol>', id="start"),
        pytest.param("<ol start=-x><li>a</ol>", "<ol><li>a</li></ol>", id="no-number"),
        pytest.param("<menu><li>a</menu>", "<ul><li>a</li></ul>", id="menu"),
    ],
)
def test_lists(page: str, expected: str) -> None:
    assert clean(page) == expected


HEAD = "<tr><th>Day</th><th>Boat</th></tr>"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            f"<table>{HEAD}<tr><td>a<td>b</table>",
            f"<table><tbody>{HEAD}<tr><td>a</td><td>b</td></tr></tbody></table>",
            id="plain",
        ),
        pytest.param(
            f"<table><caption>c</caption><thead>{HEAD}</thead><tr><td>a<td>b</table>",
            f"<table><caption>c</caption><thead>{HEAD}</thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            id="head",
        ),
        pytest.param(
            f"<table>{HEAD}<tr><td><td>b<tr><td>a<td></table>",
            f"<table><tbody>{HEAD}<tr><td></td><td>b</td></tr><tr><td>a</td><td></td></tr></tbody></table>",
            id="empty-cells-stay",
        ),
        pytest.param(
            "<table><tr><th colspan=2>a<tr><td rowspan=99999>b<td colspan=900>c</table>",
            '<table><tbody><tr><th colspan="2">a</th></tr><tr><td>b</td><td colspan="100">c</td></tr></tbody></table>',
            id="spans",
        ),
        pytest.param(
            f"<table><tr><td>{'a' * 500}<td>b<tr><td>c<td>d</table>",
            f"<p>{'a' * 500}</p><p>b</p><p>c d</p>",
            id="layout",
        ),
        pytest.param("<table><tr><td><table><tr><td>a<td>b</table></table>", "<p>a b</p>", id="nested"),
        pytest.param("<table><tr><td>a</table>", "<p>a</p>", id="one-cell"),
        pytest.param(
            "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "<p>a b</p><p>c d</p>", id="presentation"
        ),
        pytest.param(
            f"<table>x{HEAD}<tr>y<td>a<td>b</table>z",
            None,
            id="loose-text",
        ),
    ],
)
def test_tables(page: str, expected: str | None) -> None:
    if expected is None:
        for word in ("x", "y", "z", "Day", "a"):
            assert f">{word}<" in clean(page)
    else:
        assert clean(page) == expected


def test_rows_that_were_dropped_are_gone() -> None:
    page = f"<p>a</p><table>{HEAD}<tr><td>a<td>b<tr><td>c<td>d</table>"
    assert clean(page, dropped=[2]).endswith(f"<tbody>{HEAD}<tr><td>c</td><td>d</td></tr></tbody></table>")
    assert clean(page, dropped=[1, 2, 3]) == "<p>a</p>"


def test_tables_go_unless_wanted() -> None:
    page = f"<p>a</p><table>{HEAD}<tr><td>b<td>c</table><table><tr><td><p>d</table>"
    assert clean(page, include=[]) == "<p>a</p><p>d</p>"


URL = "https://example.org/news/ferry?page=2"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        pytest.param("/island", "https://example.org/island", id="root"),
        pytest.param("boats", "https://example.org/news/boats", id="beside"),
        pytest.param("//example.net/a", "https://example.net/a", id="scheme"),
        pytest.param("HTTP://example.net/a b", "HTTP://example.net/a%20b", id="blank"),
        pytest.param("mailto:a@example.org", "mailto:a@example.org", id="mail"),
        pytest.param("/a?utm_source=x&amp;id=3&amp;fbclid=y#z", "https://example.org/a?id=3#z", id="tracked"),
        pytest.param("/a?utm_source=x", "https://example.org/a", id="only-tracked"),
        pytest.param(
            "/a?q=utm_source&amp;outm_x=1", "https://example.org/a?q=utm_source&amp;outm_x=1", id="not-tracked"
        ),
        pytest.param("/ö?ü=ß", "https://example.org/ö?ü=ß", id="letters"),
        pytest.param("#top", "", id="in-the-page"),
        pytest.param("", "", id="empty"),
        pytest.param("tel:+4420", "", id="telephone"),
        pytest.param("javascript:x()", "", id="script"),
        pytest.param("java\tscript:x()", "", id="script-with-tab"),
        pytest.param("http://[", "", id="broken"),
        pytest.param("/" + "a" * 5000, "", id="endless"),
    ],
)
def test_links(href: str, expected: str) -> None:
    page = f'<p>to <a href="{href}" class=x>the island</a></p>'
    link = f'<a href="{expected}">the island</a>' if expected else "the island"
    assert clean(page, url=URL) == f"<p>to {link}</p>"
    assert clean(page, url=URL, include=["images"]) == "<p>to the island</p>"


def test_relative_links_stay_relative_when_nothing_is_known() -> None:
    assert clean('<p><a href="/a">b</a>') == '<p><a href="/a">b</a></p>'
    assert clean('<p><a href="/a">b</a>', url="not a place") == '<p><a href="/a">b</a></p>'


def test_base_of_the_page_counts() -> None:
    page = '<base href="/in/"><p><a href="a">b</a></p>'
    assert clean(page, url=URL) == '<p><a href="https://example.org/in/a">b</a></p>'


def test_links_side_by_side_stay_apart() -> None:
    assert clean("<p><a href=/a>One</a><a href=/b>Two</a></p>", include=[]) == "<p>One Two</p>"


PROSE = "<p>The ferry will run all winter, the council said.</p>"


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        pytest.param('src="/a.jpg" alt=" A  boat "', 'src="https://example.org/a.jpg" alt="A boat"', id="plain"),
        pytest.param('src="data:x" data-src="/a.jpg"', 'src="https://example.org/a.jpg" alt=""', id="lazy"),
        pytest.param('src="/blank.gif" data-original="/a.jpg"', 'src="https://example.org/a.jpg" alt=""', id="blank"),
        pytest.param(
            'srcset="/s.jpg 200w, /l.jpg 900w, /m.jpg 400w"', 'src="https://example.org/l.jpg" alt=""', id="largest"
        ),
        pytest.param('srcset="/s,1.jpg, /l,2.jpg 2x"', 'src="https://example.org/l,2.jpg" alt=""', id="commas"),
        pytest.param('src="/real.jpg" data-src="/a.jpg"', 'src="https://example.org/real.jpg" alt=""', id="real"),
        pytest.param('src="/a.gif" width=1 height=1', "", id="pixel"),
        pytest.param('src="/a.gif" style="width:1px;height:1px"', "", id="styled-pixel"),
        pytest.param('src="/a.gif" style="display: none"', "", id="hidden"),
        pytest.param('src="data:image/png;base64,AA"', "", id="data"),
        pytest.param('src="javascript:x"', "", id="script"),
        pytest.param('src="/a.png" width=32', "", id="small"),
        pytest.param('src="/a.png" class="author-avatar"', "", id="avatar"),
        pytest.param("", "", id="nowhere"),
    ],
)
def test_images(image: str, expected: str) -> None:
    page = f"{PROSE}<figure><img {image}></figure>{PROSE}"
    figure = f"<figure><img {expected}></figure>" if expected else ""
    assert clean(page, url=URL) == PROSE + figure + PROSE
    assert clean(page, url=URL, include=["links"]) == PROSE + PROSE


def test_picture_without_an_address_of_its_own() -> None:
    page = f'{PROSE}<picture><source srcset="/a.webp 2x"><img alt="A boat"></picture>{PROSE}'
    assert clean(page, url=URL) == f'{PROSE}<p><img src="https://example.org/a.webp" alt="A boat"></p>{PROSE}'


def test_copy_for_browsers_without_scripts_is_no_second_image() -> None:
    page = f'{PROSE}<img src="data:x" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>{PROSE}'
    assert clean(page).count("<img") == 1


@pytest.mark.parametrize(
    ("page", "dropped", "stays"),
    [
        pytest.param("<div>{}</div><p>a</p>{image}<p>b</p>", (), True, id="between"),
        pytest.param("<p>a</p><div>b</div>{image}<div>c</div><p>d</p>", (1, 2), False, id="between-dropped"),
        pytest.param("<div><p>a</p>{image}</div><div>b</div>", (1,), True, id="last-of-its-element"),
        pytest.param("<div><p>a</p></div>{image}<div>b</div>", (1,), False, id="behind-the-article"),
        pytest.param("<div>{image} <div>a</div></div><p>b</p>", (0,), False, id="teaser"),
        pytest.param("<p>a {image} b</p>", (), True, id="in-a-paragraph"),
        pytest.param("<p>a</p><p>b {image}</p><p>c</p>", (1,), False, id="in-a-dropped-paragraph"),
    ],
)
def test_which_images_stay(page: str, dropped: Sequence[int], stays: bool) -> None:
    image = "<img src=/a.jpg>"
    assert ("<img" in clean(page.replace("{image}", image).replace("{}", ""), dropped)) == stays


def test_image_below_the_headline_stays_with_its_caption_dropped() -> None:
    page = f"<h1>Ferry</h1><div><img src=/a.jpg></div><p>Photo: A. Person</p>{PROSE}"
    parts = result(page, dropped=[0, 1])
    labels = ("headline", "image-credit", None)
    verdicts = (replace(verdict, category=label) for verdict, label in zip(parts.verdicts, labels, strict=True))
    assert "/a.jpg" in replace(parts, verdicts=tuple(verdicts)).html(["images"])


def test_what_was_glued_to_a_paragraph_goes() -> None:
    prose = (
        "The <b>ferry</b> between the harbour and the island will run all winter, the <i>council</i> said on Tuesday."
    )
    parts = declutter.extract(
        f"<p>{prose} Read more: <a href=/x>Ferry strike enters its third week</a></p>" + PROSE * 3
    )
    assert "Read more" not in parts.text
    assert parts.html().startswith(
        "<p>The <strong>ferry</strong> between the harbour and the island will run all winter, "
        "the <em>council</em> said on Tuesday.</p>"
    )


def test_text_that_only_scripts_read() -> None:
    body = "The ferry between the harbour and the island will run all winter, the council said on Tuesday. " * 4
    page = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script><p>Home</p>'
    assert f"<p>{body.strip()}</p>" in declutter.extract(page, media="html", focus="recall").html()


def test_text() -> None:
    source = "The *boat* <left>.\n\n- One\n- Two\n\nA  &amp; b."
    assert result(source, "text").html().replace("\n", "") == (
        "<p>The *boat* &lt;left&gt;.</p><ul><li>One</li><li>Two</li></ul><p>A &amp;amp; b.</p>"
    )


def test_rows_of_text_go_unless_tables_are_wanted() -> None:
    source = "The boat left.\n\nDay\tBoat\tSeats\n"
    assert "Boat" in result(source, "text").html(["tables"])
    assert result(source, "text").html([]) == "<p>The boat left.</p>"


MARKDOWN = """# Ferry

The *boat* [left](/a "t") **now** ![A boat](/b.jpg) <span onclick=x>x</span>.

- One
  1. Two

| a | b |
|---|---|
| 1 | 2 |

```py
x < 1
```

> So it was.
"""


def test_markdown() -> None:
    shown = result(MARKDOWN, "markdown", url=URL).html(EVERYTHING).replace("\n", "")
    assert shown == (
        '<h1>Ferry</h1><p>The <em>boat</em> <a href="https://example.org/a">left</a> <strong>now</strong> '
        '<img src="https://example.org/b.jpg" alt="A boat"> x.</p><ul><li>One<ol><li>Two</li></ol></li></ul>'
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
        "<pre><code>x &lt; 1</code></pre><blockquote><p>So it was.</p></blockquote>"
    )
    assert "href" not in result(MARKDOWN, "markdown").html([])


@pytest.mark.parametrize(
    "source",
    [
        "> " * 5000 + "the last word",
        "![" * 20_000 + " the last word",
        "the last word\n" + "|a" * 3000 + "\n" + "|-" * 3000,
    ],
)
def test_markdown_that_stops_renderers_is_shown_block_by_block(source: str) -> None:
    assert "the last word" in result(source, "markdown").html()


@pytest.mark.parametrize(
    "tag", ["div", "ul><li", "blockquote", "table><tr><td", "b", "a href=x", "h2", "dl><dd", "figure", "ol"]
)
def test_depth(tag: str) -> None:
    parts = result(f"<{tag}>" * 100_000 + "the last word", "html")
    assert "the last word" in parts.html(EVERYTHING)
    assert "the last word" in parts.markdown(EVERYTHING)


def test_tree_whose_markup_reads_otherwise_loses_nothing() -> None:
    parts = result("<p>one</p><p>two</p><p>three</p>")
    other = replace(parts, document=replace(parts.document, source="<p>zero</p><p>one</p><p>three <b>b</b></p>"))
    assert other.html().replace("\n", "") == "<p>one</p><p>two</p><p>three</p>"


@pytest.mark.parametrize("include", [["video"], ["links", "Images"], [""]])
def test_unknown_part(include: Sequence[str]) -> None:
    with pytest.raises(declutter.UnknownNameError, match=r"part to include .* links, images, tables"):
        result(PROSE).html(include)
    with pytest.raises(declutter.UnknownNameError, match="part to include"):
        result("Text.", "text").markdown(include)


def test_part_in_place_of_a_collection() -> None:
    with pytest.raises(TypeError, match="collection of parts"):
        result(PROSE).html("links")


@pytest.mark.parametrize(
    ("package", "media"), [("nh3", "html"), ("nh3", "text"), ("markdown_it", "markdown"), ("markdownify", "")]
)
def test_missing_package(monkeypatch: pytest.MonkeyPatch, package: str, media: str) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> ModuleType:
        if name == package:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.delitem(__import__("sys").modules, "declutter.render.converter", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(declutter.MissingExtraError, match=r"pip install 'declutter-text\[html\]'"):
        result(PROSE).markdown() if not media else result("Text.", media).html()
