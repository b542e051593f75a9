from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.flattened import TEXT_PEERS
from benchmarks.measure import Flattener, Row, figure, measure, read_rows, scored_text, write_rows
from benchmarks.metrics import Score
from benchmarks.pages import Page
from benchmarks.systems import Output, System, installed
from benchmarks.table import aligned, percentile, quality_table

HTML = "<html><head><title>Ferry - The Gazette</title></head><body><p>It runs all winter.</p></body></html>"
STORY = Page("news5-dev", "1", HTML, gold="Ferry\nIt runs all winter.")


def broken(_: str) -> Output:
    raise RuntimeError("too much winter")


def test_every_system_gets_a_row_of_every_page():
    systems = {"same": Output, "nothing": lambda _: Output("")}
    rows = list(measure([STORY, STORY], systems))
    assert [row.system for row in rows] == ["same", "nothing"] * 2
    assert rows[0].chars_in == rows[0].chars_out == rows[0].bytes_in == len(HTML)
    assert rows[0].parse_ms > 0


def test_a_system_that_raises_gave_nothing_and_is_named():
    (row,) = measure([Page("wcxb-dev", "1", HTML, gold="winter")], {"broken": broken})
    assert (row.f1, row.chars_out, row.error) == (0.0, 0, "RuntimeError: too much winter")


def test_a_flattened_page_is_what_the_system_is_given():
    (row,) = measure([STORY], {"same": Output}, Flattener("upper", lambda _: "IT RUNS"))
    assert (row.flatten, row.chars_in) == ("upper", 7)


def test_segments_are_summed_over_pages():
    pages = [
        Page("multi-dev", "1", "a b", wanted=("a", "b", "c")),
        Page("multi-dev", "2", "d", wanted=("d",), unwanted=("e",)),
    ]
    rows = list(measure(pages, {"same": Output}))
    assert [row.counts for row in rows] == [(2, 1, 0, 0), (1, 0, 0, 1)]
    assert figure(rows) == Score(1.0, 0.75, 6 / 7)


def test_words_are_averaged_over_pages():
    pages = [Page("wcxb-dev", "1", "a", gold="a"), Page("wcxb-dev", "2", "a", gold="b")]
    assert figure(list(measure(pages, {"same": Output}))) == Score(0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("output", "scored"),
    [
        (Output("Text.", lambda: "Own title"), "Own title\nText."),
        (Output("Own  title\nText.", lambda: "Own Title"), "Own  title\nText."),
        (Output("Text.", lambda: None), "Text."),
        (Output("Text.", lambda: str(1 / 0)), "Text."),
        (Output("Text."), "Ferry - The Gazette\nText."),
    ],
)
def test_titles_stand_in_front_where_golds_have_them(output: Output, scored: str):
    assert scored_text(STORY, output) == scored


def test_titles_do_not_stand_in_front_elsewhere():
    assert scored_text(Page("wcxb-dev", "1", HTML), Output("Text.", lambda: "Title")) == "Text."


def test_rows_survive_being_written(tmp_path: Path):
    rows = list(measure([STORY, Page("multi-dev", "2", "é", wanted=("é",))], {"same": Output}))
    write_rows(rows, tmp_path / "rows.jsonl")
    assert read_rows(tmp_path / "rows.jsonl") == rows


def test_what_is_not_installed_is_named():
    def load() -> None:
        raise ImportError

    ready, missing = installed([System("here", "x", lambda: Output), System("not here", "a-package", load)])
    assert list(ready) == ["here"]
    assert missing == ["a-package"]


def test_a_peer_that_cannot_warm_up_is_still_measured():
    assert list(installed([System("broken", "x", lambda: broken)])[0]) == ["broken"]


def test_rule_of_thumb():
    (rule,) = (system.load() for system in TEXT_PEERS if system.name == "rule of thumb")
    kept = ["one two three four five six seven eight nine “ten.”", "渡轮整个冬天每天都开。"]
    dropped = ["Too short.", "one two three four five six seven eight nine ten and no mark"]
    assert rule("\n".join([*dropped, *kept])).text.splitlines() == kept


def test_the_table_has_every_set_and_their_mean():
    pages = [STORY, Page("wcxb-dev", "1", "a", gold="a", page_type="forum")]
    table = quality_table(list(measure(pages, {"same": Output, "broken": broken})))
    lines = [line.split() for line in table.splitlines() if line]
    assert lines[0][-1] == "forum"
    assert [line[0] for line in lines[1:]] == ["news5-dev"] * 2 + ["wcxb-dev"] * 2 + ["mean"] * 2
    assert lines[3][2:6] == ["same", "1.000", "1.000", "1.000"]


def test_percentile():
    assert percentile(range(1, 101), 99) == 99
    assert percentile([3.0], 99) == 3.0


def test_numbers_stand_to_the_right():
    assert aligned([["name", "ms"], ["a", "9.5"], ["b", "10.5"]]) == ["name  ms", "a      9.5", "b     10.5"]


def test_rows_are_frozen():
    (row,) = measure([STORY], {"same": Output})
    assert isinstance(row, Row)
    with pytest.raises(AttributeError):
        row.f1 = 1.0  # type: ignore[misc]
