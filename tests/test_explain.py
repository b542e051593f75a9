"""The whole page with its dropped lines, and why a block went or stayed."""

from __future__ import annotations

import math

import pytest

import declutter
from declutter import Document, Evidence, Media, Result, Verdict
from declutter.render.explain import closest, containing, diff, receipt, why
from declutter.render.terminal import Look, columns
from declutter.render.whys import why as words
from declutter.segment import segment
from tests.fixtures import load_fixtures


def result(source: str, dropped: tuple[int, ...] = (), media: Media = "text", threshold: float = 0.0) -> Result:
    blocks = segment(source, media).blocks
    verdicts = []
    for block in blocks:
        odds = 1.25 if block.index in dropped else -1.25
        row = Evidence(block.index, "mine", "mine.own", odds, "share" if odds > 0 else "", "boat")
        verdicts.append(Verdict(block, (row,), odds, row.category or None, odds < 0))
    return Result(Document(source, media, blocks), tuple(verdicts), threshold)


@pytest.mark.parametrize(
    ("source", "media", "dropped", "lines"),
    [
        pytest.param("One.\nTwo.\n\n\nThree.", "text", (1,), ["  One.", "- Two.", "", "  Three."], id="text"),
        pytest.param("- a\n- b\n\nC.", "markdown", (0,), ["- - a", "  - b", "", "  C."], id="Markdown"),
        pytest.param("```\na\n\n  b\n```", "markdown", (0,), ["- ```", "- a", "-", "-   b", "- ```"], id="code"),
        pytest.param("<ul><li>a<li>b</ul><p>c", "html", (1,), ["  a", "- b", "", "  c"], id="HTML"),
        pytest.param("<pre>a\n\tb</pre>", "html", (), ["  a", "      b"], id="tabs"),
        pytest.param("", "text", (), [], id="nothing"),
    ],
)
def test_diff(source: str, media: Media, dropped: tuple[int, ...], lines: list[str]) -> None:
    assert list(diff(result(source, dropped, media))) == lines


def test_diff_in_colours() -> None:
    lines = list(diff(result("One.\nTwo.", (1,)), Look(80, coloured=True)))
    assert lines == ["One.", "\x1b[2;9mTwo.\x1b[0m"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Don’t miss the boat", "don't MISS"),
        ("Don't miss the boat", "don’t miss"),
        ("All – or “nothing”", 'all - or "nothing"'),
        ("Straße zum Hafen", "STRASSE ZUM"),
        ("The win\u00adter fer\u200bry", "winter ferry"),
        ("ﬁne\u00a0 weather", "fine weather"),
        ("Ｆｕｌｌ width", "full width"),
    ],
)
def test_what_contains_a_text(source: str, text: str) -> None:
    assert [verdict.block.text for verdict, _ in containing(result(f"{source}\n\nOther."), text)] == [source]


def test_link_targets_need_not_be_typed() -> None:
    (found,) = containing(result("See [the winter](/winter) ferry.", media="markdown"), "the winter ferry")
    assert found[1] == "block 1 of 1, line 1"


@pytest.mark.parametrize("text", ["", " \n", "\u200b"], ids=ascii)
def test_nothing_is_in_no_block(text: str) -> None:
    assert list(why(result("One."), text)) == []


def test_places() -> None:
    assert [place for _, place in containing(result("A boat.\n\n\nA boat.\nA boat."), "boat")] == [
        "block 1 of 3, line 1",
        "block 2 of 3, line 4",
        "block 3 of 3, line 5",
    ]
    ((_, place),) = containing(result("<p>A<p>boat", media="html"), "boat")
    assert place.startswith("block 2 of 2, /html[1]/body[1]/p[2]")


def test_account_of_one_row() -> None:
    assert list(why(result("The boat.", (0,)), "boat")) == [
        "dropped as share (block 1 of 1, line 1)",
        "  The boat.",
        "     +1.25  mine.own  boat",
        "     +1.25  the only row is above the threshold of +0.00: dropped",
    ]


def test_scores_that_look_like_the_threshold_are_told_exactly() -> None:
    near = result("The boat.", threshold=-1.2499)
    assert list(why(near, "boat"))[-1].endswith("the threshold of -1.25 (-1.25 to -1.2499): kept")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("the fery leaves", "The ferry leaves at six."),
        ("subscrib to newsletters", "Subscribe to our newsletter"),
        ("渡輪整個天", "渡輪整個冬天都會航行"),
        ("qqqq", ""),
        ("", ""),
    ],
)
def test_closest(asked: str, text: str) -> None:
    page = result("The ferry leaves at six.\n\nSubscribe to our newsletter\n\n渡輪整個冬天都會航行")
    alike, shown = closest(page, asked)
    assert shown == text
    assert (alike > 0) == bool(text)


def test_closest_on_an_empty_page() -> None:
    assert closest(result(""), "boat") == (0.0, "")


@pytest.mark.parametrize("width", [30, 40, 64, 80, 120])
def test_all_lines_fit(width: int) -> None:
    page = declutter.extract(
        "訂閱電子報\n\n" + "The ferry will run all winter. " * 20 + "\n\nSubscribe\n\n" + "渡輪" * 200
    )
    look = Look(width)
    for entry in receipt(page, look):
        assert max(map(columns, entry.split("\n"))) <= width
    for line in why(page, "e", look):
        assert columns(line) <= width or "(block " in line


def test_long_names_of_own_filters_fit() -> None:
    (block,) = segment("The boat.", "text").blocks
    row = Evidence(0, "mine", "mine." + "x" * 300, 1e300, "category-" * 30, "y" * 300)
    page = Result(Document("The boat.", "text", (block,)), (Verdict(block, (row,), 1e300, row.category, False),))
    for entry in receipt(page, Look(80)):
        assert max(map(columns, entry.split("\n"))) <= 80
    assert all(columns(line) <= 100 for line in list(why(page, "boat", Look(100)))[1:])


def test_every_row_is_put_into_words() -> None:
    rows = {row.reason: row for fixture in load_fixtures() for own in fixture.result().verdicts for row in own.evidence}
    assert [reason for reason, row in rows.items() if not words(row)] == []


def test_sums_are_those_of_the_rows() -> None:
    page = declutter.extract("Subscribe to our newsletter\n\nThe ferry will run all winter, the council said.")
    for verdict in page.verdicts:
        lines = list(why(page, verdict.block.text))
        shown = [float(line.split()[0]) for line in lines[2:] if line.lstrip()[0] in "+-"]
        assert math.isclose(sum(shown[:-1]), shown[-1], abs_tol=0.005 * len(shown))
        assert len(shown) == len(verdict.evidence) + 1
