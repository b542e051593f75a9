"""HTML to blocks: what an element's place, nesting and kind make of its text."""

from __future__ import annotations

import pytest
from lxml import etree

from declutter.model import Block
from declutter.segment import segment_html

XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def blocks_of(source: str) -> tuple[Block, ...]:
    return segment_html(source).blocks


def texts(source: str) -> list[str]:
    return [block.text for block in blocks_of(source)]


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks_of(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<title>Tides</title><p>Low", ["Low"], id="no-body"),
        pytest.param("<head><title>Tides</title></head>Low", ["Low"], id="no-html"),
        pytest.param("<td>Low</td><td>High</td>", ["Low\tHigh"], id="cells-alone"),
        pytest.param("<body>Low<body> High", ["Low High"], id="two-bodies"),
        pytest.param("<body>Low</body></html>High", ["Low", "High"], id="text-behind-the-end"),
        pytest.param("<p>Low</p><frameset></frameset>", ["Low"], id="frameset-in-body"),
        pytest.param("<div>Low<p>High</p>Low<ul><li>High</ul>Low</div>", ["Low", "High"] * 2 + ["Low"], id="between"),
        pytest.param("<div><span>Lo</span>w<p>High</p></div>", ["Low", "High"], id="inline-before-block"),
        pytest.param("<span>Lo<div>High</div>w</span>", ["Lo", "High", "w"], id="block-in-inline"),
        pytest.param("<div>Low<br><br>High<br><br>Low</div>", ["Low", "High", "Low"], id="paragraphs-of-breaks"),
        pytest.param("<p>It is lo<wbr>w.</p>", ["It is low."], id="wbr"),
        pytest.param("<p>It is lo<img src=x>w.</p>", ["It is low."], id="image"),
        pytest.param("<ruby>潮<rp>(</rp><rt>shio</rt><rp>)</rp></ruby>", ["潮(shio)"], id="ruby"),
    ],
)
def test_text_in_its_place(source: str, expected: list[str]) -> None:
    assert [text for text in texts(source) if text] == expected


def test_frameset_page_has_the_text_for_those_without_frames() -> None:
    page = (
        "<html><head><title>Tides</title></head><frameset cols=50%><frame src=a.html><noframes><body>"
        "<p>Low <a href=a.html>water</a></p><p>High</p></body></noframes></frameset></html>"
    )
    found = blocks_of(page)
    assert [(block.text, block.link_chars) for block in found] == [("Low water", 5), ("High", 0)]
    assert {element.tag for element in etree.HTML(page).xpath(found[0].xpath)} == {"noframes"}


def test_noframes_inside_noframes() -> None:
    assert "Low" in "".join(texts("<noframes>" * 5000 + "<p>Low"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p/>One<p>Two</p>", ["One", "Two"], id="empty-paragraph"),
        pytest.param("<p>Low <![CDATA[x < y]]> High</p>", ["Low x < y High"], id="cdata"),
        pytest.param("<div/><script src='x.js'/><p>Low</p>", ["Low"], id="empty-script"),
        pytest.param("<script>//<![CDATA[\nvar a = '<p/>';\n//]]></script><p>Low</p>", ["Low"], id="cdata-in-script"),
        pytest.param("<p>one<br/>two<br /><br/>three</p>", ["one\ntwo", "three"], id="breaks"),
        pytest.param("<p>Low <!-- <![CDATA[no]]> --> High</p>", ["Low High"], id="comment"),
        pytest.param("<p>Low</p><![CDATA[High", ["Low", "High</body></html>"], id="unclosed-cdata"),
    ],
)
def test_xhtml(body: str, expected: list[str]) -> None:
    page = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html {XHTML}><body>{body}</body></html>'
    assert texts(page) == expected


def test_anchors_are_no_links() -> None:
    page = '<?xml version="1.0"?><body><a name="top"/><p>Low <a id="x">water</a> <a href="y">today</a></p></body>'
    assert [block.link_chars for block in blocks_of(page)] == [5]
    assert [block.link_chars for block in blocks_of('<a name="top">Low water')] == [0]


def test_data_table() -> None:
    page = (
        "<table><caption>Boats</caption><colgroup><col><col></colgroup><thead><tr><th>Name<th>Leaves</thead>"
        "<tfoot><tr><td>All<td>2</tfoot><tbody><tr><th scope=row>Gull</th><td>6:15</td></tr></table>"
    )
    assert kinds(page) == [
        ("caption", "Boats"),
        ("table-row", "Name\tLeaves"),
        ("table-row", "All\t2"),
        ("table-row", "Gull\t6:15"),
    ]


def test_nested_tables() -> None:
    page = "<table><tr><td>Menu<table><tr><td>a</td><td>b</td></tr></table>tail</td><td>c</td></tr></table>"
    assert texts(page) == ["Menu", "a\tb", "tail\tc"]


def test_definition_list() -> None:
    page = "<dl><div><dt>Low</dt><dd>The sea is <b>out</b>.</dd></div><dt>High<dd><p>In.</p><p>Again.</p></dl>"
    assert kinds(page) == [("list-item", text) for text in ("Low", "The sea is out.", "High", "In.", "Again.")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<pre><code>a = 1\nb = 2\n</code></pre>", "a = 1\nb = 2", id="code"),
        pytest.param("<pre><span>a</span> <span>=</span>\n<span>b</span></pre>", "a =\nb", id="coloured"),
        pytest.param(
            "<pre><code><span class=line>a</span>\n<span class=line> b</span></code></pre>", "a\n b", id="lines"
        ),
        pytest.param(
            "<pre><code><span class=line>a</span><span class=line> b</span></code></pre>", "a\n b", id="glued"
        ),
        pytest.param(
            "<pre><span class='token-line x'>a<br></span><span class=token-line>b</span></pre>", "a\nb", id="br"
        ),
        pytest.param("<pre><div>a</div><div>  b</div><div><br></div><div>c</div></pre>", "a\n  b\n\nc", id="divs"),
        pytest.param("<pre><code><div>a\n</div><div>b\n</div></code></pre>", "a\nb", id="divs-with-line-ends"),
        pytest.param("<pre><code>a</code><code>b</code></pre>", "a\nb", id="code-for-each-line"),
        pytest.param("<pre>see <code>a</code>, <code>b</code></pre>", "see a, b", id="code-in-a-line"),
        pytest.param("<pre><span class=k>a</span><span class=o>=</span></pre>", "a=", id="spans-that-are-no-lines"),
        pytest.param("<pre>a<br>b<br/>\n\nc</pre>", "a\nb\n\n\nc", id="breaks"),
        pytest.param("<pre>a\r\nb</pre>", "a\nb", id="line-ends"),
    ],
)
def test_preformatted_keeps_its_lines(source: str, expected: str) -> None:
    assert kinds(f"<p>x</p>{source}<p>y</p>") == [("paragraph", "x"), ("preformatted", expected), ("paragraph", "y")]


def test_unclosed_preformatted_text_leaves_the_page_its_blocks() -> None:
    assert texts("<pre>a<div><div>Low</div><div>High</div></div><p>Low</p>") == ["a", "Low", "High", "Low"]


def test_figure_and_details() -> None:
    page = (
        "<figure><img src=x><figcaption>The <i>Gull</i></figcaption></figure>"
        "<details><summary>When?</summary>At six.<p>Or later.</p></details>"
    )
    assert kinds(page) == [
        ("caption", "The Gull"),
        ("list-item", "When?"),
        ("paragraph", "At six."),
        ("paragraph", "Or later."),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<noscript><img src=pixel.gif height=1></noscript>", [], id="pixel"),
        pytest.param("<head><noscript><link rel=x><style>a{}</style></noscript></head>", [], id="in-head"),
        pytest.param("<head><noscript>Turn it on</noscript></head>", ["Turn it on"], id="text-in-head"),
        pytest.param("<template><p>no</p></template>", [], id="template"),
        pytest.param("<div><template shadowrootmode=open><p>Low</p></template></div>", ["Low"], id="shadow-root"),
        pytest.param("<svg><title>no</title><text>no</text></svg>", [], id="svg"),
        pytest.param("<p>Let <math><mi>x</mi><mo>=</mo><mn>2</mn></math>.</p>", ["Let x=2."], id="math"),
        pytest.param(
            "<p><math><semantics><mi>x</mi><annotation>\\x</annotation><annotation-xml><ci>x</ci></annotation-xml>"
            "</semantics></math></p>",
            ["x"],
            id="annotation",
        ),
        pytest.param("<!--[if lt IE 9]><p>Old</p><![endif]--><p>New</p>", ["New"], id="conditional-comment"),
        pytest.param("<![if !IE]><p>New</p><![endif]>", ["New"], id="revealed-conditional"),
        pytest.param("<p>Low<!--a--> <!--b-->water</p>", ["Low water"], id="tails-of-comments"),
        pytest.param("<p>a&#1;b&#x7f;c</p>", ["a b c"], id="control-characters"),
        pytest.param("<p>a\x01b\x02</p>\x00<p>\x0cc\x1b</p>", ["a b", "c"], id="raw-control-characters"),
        pytest.param("<noembed>no</noembed><object>no</object>", [], id="fallbacks-of-plug-ins"),
        pytest.param("<p>a&#xD800;b</p>", ["a\ufffdb"], id="surrogate"),
    ],
)
def test_seen_and_unseen(source: str, expected: list[str]) -> None:
    assert texts(source + "<p>End</p>") == [*expected, "End"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<a href=a>Home</a><a href=b>News</a>", "Home News", id="links"),
        pytest.param("<a href=a>Home</a><!-- x --><a href=b>News</a>", "Home News", id="comment-between"),
        pytest.param("<a href=a>Home</a><a href=b><img></a><a href=c>News</a>", "Home News", id="image-between"),
        pytest.param("<a href=a><b>Home</b></a><a href=b><i><b>News</b></i></a>", "Home News", id="inner"),
        pytest.param("<button>Like</button><button>Share</button>", "Like Share", id="buttons"),
        pytest.param("<label>Name</label><label>Town</label>", "Name Town", id="labels"),
        pytest.param("<a href=a>Home</a>s<a href=b>News</a>", "HomesNews", id="text-between"),
        pytest.param("<a href=a>Ho</a><a href=a>me</a>", "Home", id="one-link-in-two"),
        pytest.param("Ho<a name=x></a><a name=y></a>me", "Home", id="empty-anchors"),
        pytest.param("<a href=a>Home</a><a href=b>, sweet</a>", "Home, sweet", id="punctuation"),
        pytest.param("<b>Ho</b><b>me</b>", "Home", id="bold"),
        pytest.param("<a href=a>Home</a><span>s</span>", "Homes", id="span"),
        pytest.param("<a href=a>Home </a><a href=b>News</a>", "Home News", id="blank"),
    ],
)
def test_links_that_touch_are_apart(source: str, expected: str) -> None:
    assert texts(f"<p>{source}</p>") == [expected]


def test_menu_of_links_that_touch_is_all_link() -> None:
    assert blocks_of("<p><a href=a>Home</a><a href=b>News</a></p>")[0].link_density == 1.0


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<p x=1>a</p><x'y>b</x'y><p\"'>c</p\"'><a.b-c_d>d</a.b-c_d><o:p>e</o:p>", id="odd-names"),
        pytest.param("<p>a</p></body></html><p>b</p><div>c</div>tail", id="behind-the-end"),
        pytest.param("<template><p>x</p></template><template shadowrootmode=open>a<p>b</p></template>", id="templates"),
        pytest.param("<svg><p>x</p></svg>" + "<i><div>" * 60 + "<p>a</p>b<section>c", id="deep-behind-unseen"),
        pytest.param("<p>a</p>" * 50 + "<div>" * 200 + "<p>a</p>b<p>c</p>", id="deep"),
        pytest.param("<table><tr><td>a<table><tr><td>b</table>c</table>", id="tables"),
    ],
)
def test_every_xpath_finds_one_element_with_the_text(source: str) -> None:
    root = etree.HTML(source)
    for block in blocks_of(source):
        (found,) = root.xpath(block.xpath)
        assert "".join(block.text.split()) in "".join("".join(found.itertext()).split())


SIZE = 100_000


def test_siblings_have_a_path_each() -> None:
    blocks = blocks_of("<div>" + "<p>a</p>" * SIZE + "</div>")
    assert len(blocks) == SIZE
    assert blocks[-1].xpath == f"/html[1]/body[1]/div[1]/p[{SIZE}]"
    assert len({block.xpath for block in blocks}) == SIZE


def test_attribute_of_ten_megabytes() -> None:
    assert texts(f"<p>Low</p><p class='{'x ' * 5_000_000}' title='{'a' * 10_000_000}'>High</p>") == ["Low", "High"]


def test_tag_that_does_not_end() -> None:
    assert texts("<p>Low</p><" + "a" * 5_000_000) == ["Low"]


def test_five_megabytes_of_less_than_signs() -> None:
    assert len("".join(texts("<p>Low</p>" + "<" * 5_000_000))) >= 3


def test_bulk_data_as_text() -> None:
    bulk = "iVBORw0KGgo/+AAA" * 300_000
    assert texts(f"<p>Low</p><p>{bulk}</p><p>High</p>") == ["Low", bulk, "High"]
