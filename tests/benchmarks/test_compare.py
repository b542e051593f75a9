from __future__ import annotations

from dataclasses import replace

from benchmarks.compare import changes, moves, report
from benchmarks.measure import Row

ROW = Row("news", "1", "https://example.org/1", "", "declutter", None, 0.5, 0.5, 0.5, None, 1.0, 1.0, 1, 1, 1)
OTHER = replace(ROW, id="2", url="https://example.org/2")


def test_pages_that_moved_most_come_first():
    pairs = moves([ROW, OTHER], [replace(ROW, f1=0.6), replace(OTHER, f1=0.1)], "declutter")
    assert [(move.after.id, round(move.change, 3)) for move in pairs] == [("2", -0.4), ("1", 0.1)]


def test_only_pages_and_systems_of_both_runs_count():
    peer = replace(ROW, system="peer")
    assert moves([ROW, peer], [OTHER, peer], "declutter") == []
    assert len(moves([ROW, peer], [OTHER, peer], "peer")) == 1


def test_flattened_pages_are_pages_of_their_own():
    assert moves([ROW], [replace(ROW, flatten="html_text")], "declutter") == []


def test_sets_change_by_their_figure():
    pairs = moves([ROW, OTHER], [replace(ROW, f1=1.0), OTHER], "declutter")
    assert changes(pairs) == {("news", ""): (0.5, 0.75, 2)}


def test_the_report_shows_the_top_and_leaves_out_what_stayed():
    pairs = moves([ROW, OTHER], [replace(ROW, f1=1.0), OTHER], "declutter")
    shown = report(pairs, top=5)
    assert "+0.2500" in shown
    assert "https://example.org/1" in shown
    assert "https://example.org/2" not in shown
