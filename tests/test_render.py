"""Results to text, data and receipts."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from declutter import Document, Evidence, Media, Pipeline, Result, Verdict
from declutter.render import as_dict, dropped_text, main_text
from declutter.render.receipt import receipt
from declutter.segment import segment
from declutter.title import page_title


def result(
    source: str, media: Media = "text", dropped: tuple[int, ...] = (), headlines: tuple[int, ...] = ()
) -> Result:
    """A result with the blocks of some indexes dropped, and some found to be headlines."""
    segmented = segment(source, media)
    verdicts = []
    for block in segmented.blocks:
        rows = (Evidence(block.index, "headline", "headline.title", 4.0, "headline"),) * (block.index in headlines)
        verdicts.append(Verdict(block, rows, 0.0, "headline" if rows else None, block.index not in dropped))
    return Result(Document(source, media, segmented.blocks, title=page_title(segmented.declared)), tuple(verdicts))


TEXT = "  One.\n\n\n Two.\r\nThree.\t\n\nFour.  \n"


@pytest.mark.parametrize(
    ("dropped", "text"),
    [
        pytest.param((), "One.\n\n\n Two.\r\nThree.\t\n\nFour.", id="separators-stay"),
        pytest.param((0,), "Two.\r\nThree.\t\n\nFour.", id="first"),
        pytest.param((3,), "One.\n\n\n Two.\r\nThree.", id="last"),
        pytest.param((1,), "One.\n\nThree.\t\n\nFour.", id="blank-line-where-dropped"),
        pytest.param((1, 2), "One.\n\nFour.", id="one-blank-line-where-two-dropped"),
        pytest.param((0, 2), "Two.\n\nFour.", id="every-other"),
        pytest.param((0, 1, 2, 3), "", id="all"),
    ],
)
def test_text_is_verbatim(dropped: tuple[int, ...], text: str) -> None:
    parts = result(TEXT, dropped=dropped)
    assert parts.text == main_text(parts) == text


def test_dropped_text_follows_the_same_rules() -> None:
    assert dropped_text(result(TEXT, dropped=(0, 1, 3))) == "One.\n\n\n Two.\n\nFour."


def test_kept_blocks_are_slices_of_the_source_whatever_is_dropped() -> None:
    for size in range(5):
        for dropped in combinations(range(4), size):
            parts = result(TEXT, dropped=dropped)
            for verdict in parts.kept:
                start, end = verdict.block.span
                assert TEXT[start:end] in parts.text


def test_markdown_is_verbatim() -> None:
    source = "# Tides\n\n- *low*\n- [high](/high)\n\nSix."
    assert result(source, "markdown", (0,)).text == "- *low*\n- [high](/high)\n\nSix."


HTML = "<h1>A</h1><p>b</p><p>c</p><ul><li>d</li><li>e</li></ul><table><tr><td>f<tr><td>g</table><pre>h\n  i</pre>"


@pytest.mark.parametrize(
    ("dropped", "text"),
    [
        pytest.param((), "A\n\nb\n\nc\n\nd\ne\n\nf\ng\n\nh\n  i", id="all-kept"),
        pytest.param((2,), "A\n\nb\n\nd\ne\n\nf\ng\n\nh\n  i", id="paragraph-dropped"),
        pytest.param((0, 1, 2, 4, 7), "d\n\nf\ng", id="item-dropped"),
    ],
)
def test_html_separators(dropped: tuple[int, ...], text: str) -> None:
    assert result(HTML, "html", dropped).text == text


def test_items_around_a_dropped_one_are_apart() -> None:
    assert result("<ul><li>a<li>b<li>c</ul>", "html", (1,)).text == "a\n\nc"


@pytest.mark.parametrize(
    ("source", "media", "headlines", "title"),
    [
        pytest.param("Winter  boats\n\nText.", "text", (0,), "Winter boats", id="headline-block"),
        pytest.param("# Winter *boats*\n\nText.", "markdown", (0,), "Winter boats", id="without-markup"),
        pytest.param("<title>T</title><h1>Winter<br>boats</h1>", "html", (0,), "Winter boats", id="beats-declared"),
        pytest.param("<title>Declared</title><p>Text.</p>", "html", (), "Declared", id="declared"),
        pytest.param("---\ntitle: Declared\n---\nText.", "markdown", (), "Declared", id="front-matter"),
        pytest.param("One.\nTwo.\nThree.", "text", (1, 2), "Two.", id="first-headline"),
        pytest.param("Text.", "text", (), None, id="none"),
        pytest.param("", "text", (), None, id="empty"),
    ],
)
def test_title(source: str, media: Media, headlines: tuple[int, ...], title: str | None) -> None:
    assert result(source, media, (), headlines).title == title


def test_block_that_inherited_the_category_is_no_title() -> None:
    block = segment("Share", "text").blocks[0]
    inherited = Evidence(0, "context", "context.neighbours", 2.0, "headline")
    verdict = Verdict(block, (inherited,), 2.0, "headline", kept=False)
    assert Result(Document("Share", "text", (block,)), (verdict,)).title is None


@pytest.mark.parametrize(
    "source",
    ["", "Share\n\nThe boat left.", "<title>T</title><p>The boat <a href=x>left</a>.</p>", "# A\n\n## B\n\n- c"],
)
def test_to_dict_survives_json(source: str) -> None:
    parts = Pipeline().run(source)
    data = json.loads(json.dumps(parts.to_dict()))
    names = ["schema", "title", "text", "language", "media", "page_type", "confidence", "threshold", "blocks"]
    assert list(data) == names
    assert data["text"] == parts.text
    assert [block["text"] for block in data["blocks"]] == [block.text for block in parts.document.blocks]
    assert [block["kept"] for block in data["blocks"]] == [verdict.kept for verdict in parts.verdicts]


def test_to_dict_has_every_row_of_the_receipt() -> None:
    blocks = segment("The boat left.", "text").blocks
    rows = (Evidence(0, "a", "a.x", 1.5, "share", "boat"), Evidence(0, "b", "b.y", -1.0))
    parts = Result(Document("The boat left.", "text", blocks), (Verdict(blocks[0], rows, 0.5, "share", False),))
    (block,) = as_dict(parts)["blocks"]
    assert block == {
        "text": "The boat left.",
        "kind": "paragraph",
        "span": [0, 14],
        "xpath": None,
        "kept": False,
        "category": "share",
        "log_odds": 0.5,
        "evidence": [
            {"filter": "a", "reason": "a.x", "log_odds": 1.5, "category": "share", "match": "boat"},
            {"filter": "b", "reason": "b.y", "log_odds": -1.0, "category": None, "match": None},
        ],
    }


def line(text: str, *rows: Evidence, kept: bool = True, category: str | None = None) -> str:
    blocks = segment(text, "text").blocks
    (shown,) = receipt(Result(Document(text, "text", blocks), (Verdict(blocks[0], rows, 1.25, category, kept),)))
    return shown


def test_receipt_has_one_entry_for_each_block() -> None:
    assert len(list(receipt(result(TEXT)))) == 4
    assert list(receipt(result(""))) == []


def test_receipt_shows_verdict_score_category_and_text() -> None:
    shown = line("The boat left.", kept=False, category="share")
    assert shown.split()[:3] == ["drop", "+1.25", "share"]
    assert "The boat left." in shown
    assert line("The boat left.").split()[:3] == ["keep", "+1.25", "-"]


def test_receipt_shows_the_strongest_reasons_and_counts_the_others() -> None:
    rows = [Evidence(0, "a", f"a.{name}", 2.0) for name in "vwxyz"]
    assert line("The boat left.", *rows).endswith("a.v +2.0, a.w +2.0, a.x +2.0, 2 more")
    assert line("The boat left.", *rows[:3]).endswith("a.v +2.0, a.w +2.0, a.x +2.0")


def test_receipt_shortens_long_text() -> None:
    shown = line("word " * 70).splitlines()[0]
    assert shown.endswith("…")
    assert len(shown) < 120


@pytest.mark.parametrize("mark", ["\x1b[31m", "\x07", "\u202e", "\x9b", "\u2066", "\x00"], ids=ascii)
def test_receipt_does_not_speak_to_the_terminal(mark: str) -> None:
    assert mark[0] not in line(f"The {mark}boat left.", Evidence(0, "a", "a.x", 1.0, match=mark))
