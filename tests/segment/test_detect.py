"""Guessing what a source is."""

from __future__ import annotations

import pytest

from declutter.segment import detect_media

PROSE = "The ferry will run all winter, the council said on Tuesday. Nobody had expected that.\n\n" * 20


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<!DOCTYPE html><title>Tides</title><p>Low at six.", id="doctype"),
        pytest.param("\ufeff\n <!doctype HTML>\n", id="mark-and-blanks-before"),
        pytest.param('<?xml version="1.0"?>\n<html xmlns="x"><body>Low', id="xhtml"),
        pytest.param("<!-- saved -->\n<!-- twice --><html>", id="comments-before"),
        pytest.param("<html lang=en>", id="html"),
        pytest.param("<body>Low at six.", id="body"),
        pytest.param("<HEAD><TITLE>Tides</TITLE></HEAD>", id="capitals"),
        pytest.param("<p>One.</p><p>Two.</p>", id="two-paragraphs"),
        pytest.param("<div class='a'><h1>Tides</h1>Low at six.</div>", id="fragment"),
        pytest.param("<ul><li><a href='/'>Home</a></li><li>News</li></ul>", id="list"),
        pytest.param("Tides: <p>Low.</p>\n<p>High.</p>\n<p>Low.</p>", id="text-first"),
        pytest.param("<table><tr><td># Tides</td></tr></table>", id="table"),
    ],
)
def test_html(source: str) -> None:
    assert detect_media(source) == "html"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("# Tides\n\nLow at six.\n\n## Winds\n\nNone.", id="two-headings"),
        pytest.param("# Tides\n\n- low\n- high", id="heading-and-list"),
        pytest.param("# Tides\n\n**Low** at six.", id="heading-and-emphasis"),
        pytest.param("See [the map](https://example.org/map) and [the tides](/tides).", id="two-links"),
        pytest.param("Run this:\n\n```\nmake\n```\n", id="fence"),
        pytest.param("| Boat | Leaves |\n|---|---|\n| Gull | 6:15 |", id="table"),
        pytest.param("# Tides\r\n\r\nSee [the map](https://example.org/map).\r\n", id="crlf"),
        pytest.param("\ufeff# Tides\n\n## Winds", id="bom"),
        pytest.param("# Tides\n\n<br>\n\n* low\n* high <a name='x'></a>\n\n## Winds\n\n" + PROSE, id="with-a-few-tags"),
    ],
)
def test_markdown(source: str) -> None:
    assert detect_media(source) == "markdown"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="empty"),
        pytest.param(PROSE, id="prose"),
        pytest.param(PROSE + "Put the words between <p> and </p>, she said.", id="mentions-tags"),
        pytest.param("Put the words between <p> and </p>, she said.", id="nothing-but-a-mention-of-tags"),
        pytest.param("* low\n* high\n* low", id="bullets"),
        pytest.param("# low\n", id="one-hash"),
        pytest.param("> He wrote that.\n> Twice.\n\nI did not.", id="mail"),
        pytest.param("- low\n- high\n\n> he wrote", id="mail-with-list"),
        pytest.param("Ratings: **** of *****", id="stars"),
        pytest.param("a < b and b > c", id="comparison"),
        pytest.param("C# and F# are #1", id="hashes-inside"),
        pytest.param("Tides [1] (low) at https://example.org/", id="brackets"),
        pytest.param("Name | Boat\nMara | Gull", id="pipes"),
        pytest.param("\x00\x01\x02", id="binary"),
    ],
)
def test_text(source: str) -> None:
    assert detect_media(source) == "text"


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "</p", "](", "# ", "|-", "<?xml "])
def test_heaps_of_one_piece(piece: str) -> None:
    assert detect_media(piece * 20_000) in ("html", "text", "markdown")
