"""HTML to blocks."""

from __future__ import annotations

import pytest
from lxml import etree

from declutter.model import Block
from declutter.segment import segment_html
from declutter.title import page_title


def blocks_of(source: str) -> tuple[Block, ...]:
    blocks = segment_html(source).blocks
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert all(block.text.strip() for block in blocks)
    return blocks


def texts(source: str) -> list[str]:
    return [block.text for block in blocks_of(source)]


def kinds(source: str) -> list[str]:
    return [block.kind for block in blocks_of(source)]


def title(source: str) -> str | None:
    return page_title(segment_html(source).declared)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "  \n",
        "\x00",
        "<",
        "<!-- nothing -->",
        "<html><body></body></html>",
        "<p> </p><p>&nbsp;</p>",
        "<!DOCTYPE html>",
        "\ufeff",
        "<p>\u200b</p><p>&shy;&rlm;</p>",
    ],
)
def test_nothing_to_read(source: str) -> None:
    assert [text for text in texts(source) if text != "<"] == []


@pytest.mark.parametrize(
    "tag",
    "p div section article main header footer nav aside form fieldset address center dir h1 h6 li dt dd ul ol dl "
    "blockquote figure figcaption details summary pre textarea select option legend".split(),
)
def test_block_level_elements_part_text(tag: str) -> None:
    assert texts(f"<body>Before<{tag}>Inside</{tag}>behind") == ["Before", "Inside", "behind"]


@pytest.mark.parametrize(
    "tag", "a abbr b big cite code em font i ins kbd label mark q s small span strong sub sup time tt u".split()
)
def test_inline_elements_do_not_part_text(tag: str) -> None:
    assert texts(f"<p>The <{tag}>boat</{tag}>s left.</p>") == ["The boats left."]


def test_unknown_element_parts_text() -> None:
    assert texts("<p>Before<x-card>Inside</x-card>behind</p>") == ["Before", "Inside", "behind"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<p>one<br>two</p>", ["one\ntwo"], id="one-break-is-a-line"),
        pytest.param("<p>one<br/>\n two <br> three</p>", ["one\ntwo\nthree"], id="breaks-and-blanks"),
        pytest.param("<p>one<br><br>two</p>", ["one", "two"], id="two-breaks-part"),
        pytest.param("<p>one<br> \n <br />two<br>three</p>", ["one", "two\nthree"], id="blanks-between-breaks"),
        pytest.param("<p>one<br><br><br><br>two</p>", ["one", "two"], id="many-breaks"),
        pytest.param("<p><br>one<br></p>", ["one"], id="breaks-at-the-edges"),
        pytest.param("<p><b>one<br><br></b>two</p>", ["one", "two"], id="breaks-inside-inline"),
        pytest.param("<p>one<br><!-- c --><br>two</p>", ["one", "two"], id="comment-between-breaks"),
        pytest.param("<div>one<hr>two</div>", ["one", "two"], id="rule"),
    ],
)
def test_breaks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Low at six.", ["Low at six."], id="no-tags"),
        pytest.param("<body>Low<p>High</p>Low", ["Low", "High", "Low"], id="in-body"),
        pytest.param("<div>Low<div>High</div>Low</div>", ["Low", "High", "Low"], id="in-div"),
        pytest.param("<p>Low</p><p>High</p>", ["Low", "High"], id="fragment"),
        pytest.param("<li>Low<li>High", ["Low", "High"], id="unclosed"),
        pytest.param("<b><p>Low</b>High</p>", ["LowHigh"], id="crossed"),
        pytest.param("</div></p>Low</body>", ["Low"], id="stray-ends"),
        pytest.param("<p>Low<p>High</div></p>Low", ["Low", "High", "Low"], id="broken"),
        pytest.param("<p class='a>Low</p><p>High'>Low</p>", ["Low"], id="unclosed-quote"),
        pytest.param("<body>Low</body><p>High</p>", ["Low", "High"], id="behind-the-body"),
        pytest.param("<html><body>Low</body></html><p>High</p>", ["Low", "High"], id="behind-the-end"),
        pytest.param("<p>a\tb\n  c&nbsp;&nbsp;d</p>", ["a b c d"], id="white-space-folds"),
        pytest.param(
            "<p>fish &amp; chips &lt;3 &#233; &eacute; &hellip;</p>", ["fish & chips <3 é é …"], id="entities"
        ),
        pytest.param("<p>AT&T &nosuch; &</p>", ["AT&T &nosuch; &"], id="broken-entities"),
        pytest.param("<p>Lo<!-- not -->w</p>", ["Low"], id="comment"),
        pytest.param("<p>Lo<?php not ?>w</p>", ["Low"], id="processing-instruction"),
        pytest.param("<p>Low\x00 water</p><p>High</p>", ["Low water", "High"], id="nul"),
        pytest.param("<p>渡轮</p><p>é 🚢</p>", ["渡轮", "é 🚢"], id="beyond-ascii"),
        pytest.param("<meta charset=latin1><p>渡轮</p>", ["渡轮"], id="declaration-is-past"),
        pytest.param("<?xml version='1.0' encoding='gbk'?><html><p>渡轮</p></html>", ["渡轮"], id="xml-declaration"),
        pytest.param("<P>Low</P><DIV>High</DIV>", ["Low", "High"], id="capitals"),
    ],
)
def test_text(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_what_is_shown_without_scripts_is_a_block() -> None:
    assert texts("<p>Low</p><noscript>Please enable <b>JavaScript</b>.</noscript>") == [
        "Low",
        "Please enable JavaScript.",
    ]


def test_lone_surrogates_lose_only_themselves() -> None:
    assert [text.replace("\ufffd", "?") for text in texts("<p>Low\ud800</p><p>High</p>")] == ["Low?", "High"]


@pytest.mark.parametrize("tag", "script style template svg iframe object noembed video audio canvas".split())
def test_what_nobody_sees_is_left_out(tag: str) -> None:
    assert texts(f"<p>Before</p><{tag}><p>not seen</p></{tag}><p>behind</p>") == ["Before", "behind"]


def test_head_is_left_out() -> None:
    source = "<head><title>Tides</title><script>x</script></head><body><script>y</script><p>Low</p></body>"
    assert texts(source) == ["Low"]


def test_script_inside_a_paragraph_does_not_lose_what_is_behind_it() -> None:
    assert " ".join(texts("<p>Low <script>var a = '<p>';</script>water</p>")).split() == ["Low", "water"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<p>Low</p>", "paragraph"),
        ("<div>Low</div>", "paragraph"),
        ("<h1>Low</h1>", "heading"),
        ("<h3><a href=x><span>Low</span></a></h3>", "heading"),
        ("<ul><li>Low</li></ul>", "list-item"),
        ("<ul><li><p>Low</p></li></ul>", "list-item"),
        ("<dl><dt>Low</dt></dl>", "list-item"),
        ("<blockquote>Low</blockquote>", "quote"),
        ("<blockquote><p>Low</p></blockquote>", "quote"),
        ("<pre>Low</pre>", "preformatted"),
        ("<figure><figcaption>Low</figcaption></figure>", "caption"),
        ("<table><caption>Low</caption></table>", "caption"),
        ("<table><tr><td>Low</td><td>six</td></tr></table>", "table-row"),
        ("<table><tr><td><p>Low</p></td></tr></table>", "table-row"),
        ("<li><section>Low</section></li>", "paragraph"),
    ],
)
def test_kind(source: str, kind: str) -> None:
    assert kinds(source) == [kind]


def test_rows_of_a_table() -> None:
    source = (
        "<table><thead><tr><th>Boat<th>Leaves</thead>\n<tbody>\n<tr><td> Gull </td>\n<td><b>6:15</b></td></tr>"
        "<tr><td></td><td>Tern</td></tr></tbody></table>"
    )
    assert [(b.kind, b.text) for b in blocks_of(source)] == [
        ("table-row", "Boat\tLeaves"),
        ("table-row", "Gull\t6:15"),
        ("table-row", "Tern"),
    ]


def test_cells_of_a_page_laid_out_with_a_table_are_blocks() -> None:
    long = "The harbour board met on Tuesday evening to talk about the winter timetable. " * 4
    source = f"<table><tr><td>News</td><td>{long}</td><td>Share</td></tr></table>"
    assert [(b.kind, b.text) for b in blocks_of(source)] == [
        ("paragraph", "News"),
        ("paragraph", long.strip()),
        ("paragraph", "Share"),
    ]


def test_paragraphs_inside_cells_are_blocks() -> None:
    assert texts("<table><tr><td><p>Low</p><p>High</p></td><td>Six</td></tr></table>") == ["Low", "High", "Six"]


def test_lists() -> None:
    source = "<ul><li>Low<ul><li>six</li></ul></li><li>High</li></ul><dl><dt>Wind<dd>none</dl>"
    assert [(b.kind, b.text) for b in blocks_of(source)] == [
        ("list-item", text) for text in ("Low", "six", "High", "Wind", "none")
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<pre>\nlow  = 6\n\n  high = 12\n</pre>", "low  = 6\n\n  high = 12", id="blanks-stay"),
        pytest.param("<pre><code>  low = 6</code></pre>", "  low = 6", id="indent-stays"),
        pytest.param("<pre>a<br>b<br><br>c</pre>", "a\nb\n\nc", id="breaks"),
        pytest.param("<pre>a <b>b</b>\tc</pre>", "a b\tc", id="inline"),
        pytest.param("<textarea>low\n high</textarea>", "low\n high", id="textarea"),
    ],
)
def test_preformatted(source: str, expected: str) -> None:
    assert texts(f"<p>Before</p>{source}<p>behind</p>") == ["Before", expected, "behind"]


PAGE = """<!DOCTYPE html><html><head><title>Tides</title></head><body>Top
<div><p>One <b>bold</b></p><p>Two <a href="/">link</a> and</p>tail</div>
<ul><li>three</li><li>four<br><br>five</li></ul>
<table><tr><td>six</td><td>seven</td></tr></table>
<div><div><span>eight</span></div></div><x-card>nine</x-card><pre>ten</pre></body></html>"""


def test_xpath_selects_the_element_that_holds_the_block() -> None:
    root = etree.HTML(PAGE)
    for block in blocks_of(PAGE):
        found = root.xpath(block.xpath)
        assert len(found) == 1
        inside = "".join("".join(found[0].itertext()).split())
        assert "".join(block.text.split()) in inside


@pytest.mark.parametrize(
    ("text", "xpath"),
    [
        ("Top", "/html[1]/body[1]"),
        ("One bold", "/html[1]/body[1]/div[1]/p[1]"),
        ("tail", "/html[1]/body[1]/div[1]"),
        ("four", "/html[1]/body[1]/ul[1]/li[2]"),
        ("five", "/html[1]/body[1]/ul[1]/li[2]"),
        ("six\tseven", "/html[1]/body[1]/table[1]/tr[1]"),
        ("eight", "/html[1]/body[1]/div[2]/div[1]"),
        ("nine", "/html[1]/body[1]/x-card[1]"),
    ],
)
def test_xpath(text: str, xpath: str) -> None:
    assert [block.xpath for block in blocks_of(PAGE) if block.text == text] == [xpath]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>a</p><o:p>Low</o:p>", "Low", id="prefixed-name"),
        pytest.param("<p>a</p><svg><text>x</text></svg><p>Low</p>", "Low", id="svg"),
        pytest.param("<p>a</p><!-- c --><p>b</p><?pi x?><p>Low</p>", "Low", id="comments-and-instructions"),
        pytest.param("<body><table><tr><td>" + "Low water. " * 30 + "</td><td>b</td></tr></table>", "Low", id="cell"),
    ],
)
def test_xpath_of_odd_elements(source: str, text: str) -> None:
    block = next(block for block in blocks_of(source) if block.text.startswith(text))
    found = etree.HTML(source).xpath(block.xpath)
    assert len(found) == 1
    assert text in "".join(found[0].itertext())


def test_xpath_deep_down() -> None:
    source = "<p>a</p>" + "<div>" * 100 + "<p>Low</p>tail" + "</div>" * 100 + "<p>b</p>"
    root = etree.HTML(source)
    assert [b.xpath for b in blocks_of(source) if b.text == "Low"] == ["(//p)[2]"]
    assert {b.text: "".join(root.xpath(b.xpath)[0].itertext()) for b in blocks_of(source)} == {
        "a": "a",
        "Low": "Low",
        "tail": "Lowtail",
        "b": "b",
    }


@pytest.mark.parametrize(
    ("source", "chars"),
    [
        pytest.param("<p>The boat left.</p>", 0, id="none"),
        pytest.param("<p>The <a href=x>boat</a> left.</p>", 4, id="one"),
        pytest.param("<p><a href=x>Home</a> <a href=y>News</a></p>", 9, id="two-and-nothing-else"),
        pytest.param("<p><a href=x><b>Ho</b>me</a></p>", 4, id="inline-inside"),
        pytest.param("<p><a href=x>Home<script>var x</script></a></p>", 4, id="script-inside"),
    ],
)
def test_link_chars(source: str, chars: int) -> None:
    assert blocks_of(source)[0].link_chars == chars


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<p><a href=x>Read the whole story here</a></p>", id="words"),
        pytest.param("<a href=x><h3>Read the</h3></a>", id="block-inside"),
        pytest.param("<p><a href=x>Read<br>the rest</a></p>", id="break-inside"),
    ],
)
def test_block_inside_one_link_is_all_link(source: str) -> None:
    assert blocks_of(source)[0].link_density == 1.0


def test_links_of_one_block_do_not_count_for_the_next() -> None:
    assert [b.link_chars for b in blocks_of("<div><a href=x>Home</a><p>Low</p><a href=y>News</a></div>")] == [4, 0, 4]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<title>Winter  boats\n</title><p>Low</p>", "Winter boats"),
        ("<title>Fish &amp; chips</title>", "Fish & chips"),
        ("<title> </title><p>Low</p>", None),
        ("<p>Low</p>", None),
        ("", None),
        ("<body><svg><title>icon</title></svg><p>Low</p></body>", None),
        ("<head><title>Boats</title></head><svg><title>icon</title></svg>", "Boats"),
    ],
)
def test_title(source: str, expected: str | None) -> None:
    assert title(source) == expected


DEEP = 100_000


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("div", "Low"),
        ("b", "Low"),
        ("a", "Low"),
        ("ul", "Low"),
        ("blockquote", "Low"),
        ("table", "Low"),
        ("font", "Low"),
    ],
)
def test_deep_nesting_loses_no_text(tag: str, text: str) -> None:
    assert "".join(texts(f"<{tag}>" * DEEP + text)) == text


def test_text_behind_deep_nesting() -> None:
    assert texts("<div>" * DEEP + "Low" + "</div>" * DEEP + "<p>High</p>") == ["Low", "High"]


@pytest.mark.parametrize(
    "piece", ["<p>", "</p>", "<br>", "<a>", "<td>", "<", "&", "<!--", "<p x=", "<li><p>", "<b><p>"]
)
def test_heaps_of_one_piece(piece: str) -> None:
    assert "Low" in " ".join(texts("<p>Low</p>" + piece * 10_000))
