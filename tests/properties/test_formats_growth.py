"""Markdown and clean HTML take linear time, on hostile input too."""

from __future__ import annotations

import pytest

import declutter
from declutter import Document, Media, Result, Verdict
from declutter.segment import segment

from .test_growth import _MOST_GROWTH, PAGES, TEXTS, WRAPPED, enclosed, growth, nested, repeated

EVERYTHING = ("links", "images", "tables")
MORE = {
    "items in order": ("<ol>", "<li>the boat left", "</ol>"),
    "cells across": ("<table><tr>", "<td colspan=1000>a<td>b", "<tr><td>c</table>"),
    "text in a row": ("<table><tr><th>a<th>b<tr>", "a<td>b</td>", "</table>"),
    "text in a row, parted": ("<table><tr><th>a<th>b<tr>", "<p>a</p><td>b</td>", "</table>"),
    "images": ("<p>the ferry", "<img src=/{}.png alt='[[]('>", "</p>"),
    "candidates": ("<p>the ferry<img srcset='", "a b, ", "'></p>"),
    "words in bold": ("<p>", "<b>a</b> <i>b</i>", "</p>"),
    "lists in a list": ("<ul>", "<ul><li>a</ul>", "</ul>"),
    "fences in code": ("<pre>", "```\n", "</pre>"),
    "signs": ("<p>", "*_[]`<&|", "</p>"),
    "tables": ("", "<table><tr><th>a<td>b</table>", ""),
    "definitions": ("<dl>", "<dd>the boat left", "</dl>"),
}


def kept(source: str, media: Media) -> Result:
    segmented = segment(source, media)
    verdicts = (Verdict(block, (), 0.0, None, kept=True) for block in segmented.blocks)
    return Result(Document(source, media, segmented.blocks), tuple(verdicts))


@pytest.mark.parametrize(
    "make",
    [*map(nested, PAGES.values()), *map(enclosed, (WRAPPED | MORE).values())],
    ids=[*PAGES.keys(), *WRAPPED.keys(), *MORE.keys()],
)
def test_time_is_linear_for_html(make):
    assert growth(lambda result: result.markdown(EVERYTHING), lambda size: kept(make(size), "html")) < _MOST_GROWTH


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
def test_time_is_linear_for_markdown(unit):
    make = repeated(unit)
    assert growth(lambda result: result.html(EVERYTHING), lambda size: kept(make(size), "markdown")) < _MOST_GROWTH


@pytest.mark.parametrize("media", ["html", "text"])
def test_comments_take_linear_time(media):
    make = repeated("<p>Comments</p>\n<p>The ferry will run all winter, they said on Monday evening.</p>\n")
    assert growth(lambda page: declutter.extract(page, media=media).comments, make) < _MOST_GROWTH
