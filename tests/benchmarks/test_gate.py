from __future__ import annotations

from pathlib import Path

from benchmarks.gate import FLOORS, fallen, floor_of, lowered, raised, read_floors, write_floors

NEWS, BLOGS = ("html", "news"), ("html_text", "blogs")


def test_what_holds_its_floor_has_not_fallen():
    assert fallen({NEWS: 0.8}, {NEWS: 0.8}) == []


def test_what_fell_is_named():
    assert fallen({NEWS: 0.79}, {NEWS: 0.8}) == ["news (html): 0.7900 is below the floor of 0.800"]


def test_a_figure_without_floor_and_a_floor_without_figure_are_named():
    (missing_floor, missing_figure) = fallen({NEWS: 0.8}, {BLOGS: 0.7})
    assert "news (html)" in missing_floor
    assert "blogs (html_text): not measured" in missing_figure


def test_raising_never_lowers():
    assert raised({NEWS: 0.9, BLOGS: 0.5}, {NEWS: 0.8, BLOGS: 0.7}) == {NEWS: 0.898, BLOGS: 0.7}


def test_lowering_never_raises():
    assert lowered({NEWS: 0.9, BLOGS: 0.5}, {NEWS: 0.8, BLOGS: 0.7}) == {NEWS: 0.8, BLOGS: 0.498}


def test_lowering_keeps_the_floor_of_what_was_not_measured():
    assert lowered({}, {NEWS: 0.8}) == {NEWS: 0.8}


def test_a_floor_is_never_above_its_figure():
    assert floor_of(0.8) == 0.798
    assert floor_of(0.0) == 0.0


def test_floors_survive_being_written(tmp_path: Path):
    floors = {NEWS: 0.812, ("html", "blogs"): 0.7, BLOGS: 0.1}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors
    assert read_floors(tmp_path / "none.toml") == {}


def test_there_are_floors_for_both_kinds_of_input():
    floors = read_floors(FLOORS)
    assert {given for given, _ in floors} == {"html", "html_text"}
    assert len(floors) == 10
