"""How prose is spread over elements."""

from __future__ import annotations

import pytest

import declutter
from declutter.containers import best_container, is_first_level, wider

SENTENCE = "The harbour master said that the ferry would run on every day of the winter, and that it would be late."

XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{}</h1>'


def document(source: str) -> declutter.Document:
    return declutter.extract(source, media="html").document


def test_holdings_count_words_prose_and_links() -> None:
    page = document(f'<body><div id="a"><p>{SENTENCE}</p></div><ul><li><a href="/">Harbour</a></ul></body>')
    held = {element.names or element.tag: held for element, held in zip(page.elements, page.holdings, strict=True)}
    assert held[("a",)].prose == held[("a",)].words == len(SENTENCE.split())
    assert held[("a",)].share == 1.0
    assert held[("a",)].density == 0.0
    assert held["ul"].prose == 0
    assert held["ul"].density == 1.0


def test_best_container_is_the_smallest_with_most_of_the_prose() -> None:
    page = document(f'<body><div><div id="core"><p>{SENTENCE}</p><p>{SENTENCE}</p></div><p>Short.</p></div></body>')
    assert page.elements[best_container(page.elements, page.holdings)].names == ("core",)


def test_no_prose_no_best_container() -> None:
    page = document("<body><p>Harbour</p><p>Market</p></body>")
    assert best_container(page.elements, page.holdings) == -1
    assert best_container((), ()) == -1


def test_wider_is_the_first_element_with_more_blocks() -> None:
    page = document("<body><section><div><p>Harbour</p></div></section><p>Market</p></body>")
    innermost = page.blocks[0].element
    assert page.elements[innermost].tag == "p"
    wide = wider(page.elements)
    assert page.elements[wide[innermost]].tag == "body"
    root = 0
    assert wide[root] == -1


@pytest.mark.parametrize("source", ["<h1>{}</h1>", "<h1><a href='/'><b>{}</b></a></h1>", XHTML])
def test_first_level_headings(source: str) -> None:
    page = document(source.format("Harbour") + f"<h2>Market</h2><p>{SENTENCE}</p>")
    first, second, *_ = page.blocks
    assert is_first_level(page.elements, first)
    assert not is_first_level(page.elements, second)
