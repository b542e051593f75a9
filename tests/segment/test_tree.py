"""Pages that come as a tree of lxml's: read, never changed."""

from __future__ import annotations

import copy
import subprocess
import sys
import xml.etree.ElementTree as StandardTree

import lxml.html
import pytest
from lxml import etree, objectify

import declutter
from declutter import ConflictError, Pipeline
from declutter.segment import segment_html

# Without filters every block is kept.
PLAIN = Pipeline(())
PAGE = """<!DOCTYPE html><html lang=en><head><title>Tides</title><!-- c --></head><body>Top
<div id=main class=story><p>Low <b>water</b><!-- c --> at six.</p>tail<?pi x?> of it<p>High</p></div>Bottom
<svg><title>no</title></svg><template><p>no</p></template><p>End</p></body></html>"""
XHTML = """<?xml version="1.0"?><!DOCTYPE html [<!ENTITY sea "the sea">]>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:m="http://www.w3.org/1998/Math/MathML"><head><title>Tides</title></head>
<body><P>No</P><h1>Low</h1><p/><p>One &sea; <m:math><m:mi>x</m:mi></m:math><br/>two</p><p xmlns="">plain</p><p>last</p>
<svg xmlns="http://www.w3.org/2000/svg"><title>no</title><text>no</text></svg><![CDATA[a < b]]><a href="x">c</a></body>
</html>"""


def texts(page: etree._Element | etree._ElementTree) -> list[str]:
    return [block.text for block in PLAIN.run(page).document.blocks]


def assert_paths_lead_back(root: etree._Element) -> None:
    page = segment_html(root)
    for block in page.blocks:
        (found,) = root.xpath(block.xpath)
        # XPath resolves entities, whatever the parser was told.
        text = block.text.replace("&sea;", "the sea")
        assert "".join(text.split()) in "".join(found.xpath("string()").split())
    for element in page.elements:
        (found,) = root.xpath(element.xpath)
        assert etree.QName(found).localname.lower() == element.tag


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(lxml.html.fromstring(PAGE), id="lxml-html"),
        pytest.param(lxml.html.fromstring(PAGE).getroottree(), id="tree"),
        pytest.param(etree.HTML(PAGE), id="etree"),
        pytest.param(etree.ElementTree(etree.HTML(PAGE)), id="etree-tree"),
    ],
)
def test_tree_gives_what_its_source_gives(page: etree._Element | etree._ElementTree) -> None:
    result = PLAIN.run(page)
    expected = PLAIN.run(PAGE)
    assert result.document.media == "html"
    assert result.document.blocks == expected.document.blocks
    assert result.document.elements == expected.document.elements
    assert result.document.declared == expected.document.declared
    assert PLAIN.run(result.document.source).document.blocks == expected.document.blocks
    assert declutter.extract(page, pipeline=PLAIN).text == result.text == expected.text


def trees() -> list[etree._Element]:
    deep = leaf = etree.Element("div")
    for _ in range(1000):
        leaf = etree.SubElement(leaf, "div")
        leaf.text = "a"
    built = etree.Element("p")
    built.text, built.tail = "Low", "not text"
    return [
        lxml.html.fromstring(PAGE),
        lxml.html.fromstring(PAGE).get_element_by_id("main"),
        lxml.html.fragment_fromstring("<p>a</p><p>b</p>", create_parent=True),
        etree.fromstring(XHTML),
        etree.fromstring(XHTML, etree.XMLParser(resolve_entities=False, strip_cdata=False)),
        etree.fromstring(XHTML)[1][2],
        objectify.fromstring("<html><body><p>a</p><p>b</p></body></html>"),
        etree.fromstring(f"<html>{'<div>' * 100}<p>a</p><p>b</p>{'</div>' * 100}</html>"),
        deep,
        deep[0],
        built,
    ]


TREES = trees()


@pytest.mark.parametrize("root", TREES, ids=range(len(TREES)))
def test_tree_is_never_changed(root: etree._Element) -> None:
    whole = root.getroottree()
    before = etree.tostring(whole), etree.tostring(root)
    result = PLAIN.run(root)
    PLAIN.run(etree.ElementTree(root))
    assert (etree.tostring(whole), etree.tostring(root)) == before
    assert root.getroottree().getroot() is whole.getroot()
    assert result.document.source == PLAIN.run(root).document.source


@pytest.mark.parametrize("root", TREES, ids=range(len(TREES)))
def test_paths_lead_back_into_the_tree(root: etree._Element) -> None:
    assert_paths_lead_back(root)


def test_element_inside_a_bigger_tree_is_a_page_of_its_own() -> None:
    main = lxml.html.fromstring(PAGE).get_element_by_id("main")
    assert texts(main) == texts(etree.ElementTree(main)) == ["Low water at six.", "tail of it", "High"]
    blocks = segment_html(main).blocks
    assert [block.xpath for block in blocks] == ["./p[1]", ".", "./p[2]"]
    assert [main.xpath(block.xpath)[0].tag for block in blocks] == ["p", "div", "p"]
    source = PLAIN.run(main).document.source
    assert source.startswith("<div id")
    assert source.endswith("</div>")


def test_element_deep_down_in_a_bigger_tree() -> None:
    page = f"<div><div><p>x</p></div>{'<div>' * 80}<p>a</p>b{'</div>' * 80}</div><div>c</div>"
    inner = lxml.html.fragment_fromstring(page, create_parent=True)[0]
    assert [block.xpath for block in segment_html(inner).blocks] == ["./div[1]/p[1]", "(.//p)[2]", "(.//div)[81]"]
    assert_paths_lead_back(inner)


def test_tail_is_no_text_of_the_page() -> None:
    copied = copy.deepcopy(lxml.html.fromstring(PAGE).get_element_by_id("main"))
    assert copied.tail
    assert "Bottom" not in " ".join(texts(copied))
    assert "Bottom" not in PLAIN.run(copied).document.source


def test_what_follows_the_end_of_the_page() -> None:
    page = "<html><body>Low</body></html><p>High</p>tail"
    root = lxml.html.fromstring(page)
    assert [block.text for block in segment_html(root).blocks] == ["Low", "High", "tail"]
    assert "High" in PLAIN.run(root).document.source
    assert_paths_lead_back(root)


@pytest.mark.parametrize("entities", [True, False], ids=["resolved", "left-alone"])
def test_xhtml_tree(entities: bool) -> None:
    root = etree.fromstring(XHTML, etree.XMLParser(resolve_entities=entities, strip_cdata=False))
    sea = "the sea" if entities else "&sea;"
    result = PLAIN.run(root)
    assert [(block.kind, block.text) for block in result.document.blocks] == [
        ("paragraph", "No"),
        ("heading", "Low"),
        ("paragraph", f"One {sea} x\ntwo"),
        ("paragraph", "plain"),
        ("paragraph", "last"),
        ("paragraph", "a < bc"),
    ]
    assert result.document.blocks[-1].link_chars == 1
    assert result.document.declared.titles == (("title", "Tides"),)


def test_entities_of_html_that_the_parser_left_alone() -> None:
    page = "<!DOCTYPE p [<!ENTITY eacute 'x'>]><p>caf&eacute; is open</p>"
    root = etree.fromstring(page, etree.XMLParser(resolve_entities=False))
    assert texts(root) == ["café is open"]


def test_capital_names_of_xml() -> None:
    root = etree.fromstring("<HTML><BODY><H1>Low</H1><P>a</P><p>b</p><P>c<BR/>d</P></BODY></HTML>")
    block = segment_html(root).blocks[0]
    assert (block.kind, block.text) == ("heading", "Low")
    assert_paths_lead_back(root)


def test_text_in_elements_that_html_knows_as_empty() -> None:
    assert texts(etree.fromstring("<p>a<wbr>b<i>c</i></wbr>d</p>")) == ["abcd"]


def test_empty_tree() -> None:
    assert texts(etree.ElementTree()) == []
    assert texts(etree.Element("html")) == []


def test_deep_tree() -> None:
    root = leaf = etree.Element("div")
    for i in range(20_000):
        leaf = etree.SubElement(leaf, "div" if i % 2 else "b")
        leaf.text = "a"
    assert len(segment_html(root).blocks) == 10_001


@pytest.mark.parametrize(
    "page",
    [
        None,
        5,
        ["<p>Low</p>"],
        StandardTree.fromstring("<p>Low</p>"),
        etree.Comment("Low"),
        etree.ProcessingInstruction("a", "b"),
        etree.XMLParser(),
    ],
    ids=lambda page: type(page).__name__,
)
def test_anything_else_is_no_page(page: object) -> None:
    with pytest.raises(
        TypeError, match=r"^page must be str or bytes, an element or tree of lxml, an open file or a response, not "
    ):
        declutter.extract(page)


def test_tree_cannot_be_read_as_text() -> None:
    with pytest.raises(ConflictError, match="a tree is HTML"):
        PLAIN.run(etree.Element("p"), media="text")
    assert PLAIN.run(etree.Element("p"), media="html").document.media == "html"


def test_lxml_is_not_imported_for_text() -> None:
    code = (
        "import sys, declutter; declutter.extract('Low water.', pipeline=declutter.Pipeline(()));"
        "declutter.extract(b'Low water.', pipeline=declutter.Pipeline(())); print('lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
