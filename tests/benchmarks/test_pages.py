from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from benchmarks.pages import Page, load, page_of, sample

PAGES = [Page("news", str(number), "<p>x") for number in range(50)]


def written(folder: Path, name: str, *records: dict[str, object]) -> None:
    with lzma.open(folder / f"{name}.jsonl.xz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


def test_a_sample_does_not_depend_on_the_order():
    assert sample(PAGES, 10) == sample(reversed(PAGES), 10)


def test_a_smaller_sample_is_part_of_a_larger_one():
    assert sample(PAGES, 20)[:10] == sample(PAGES, 10)


def test_the_sample_is_the_same_on_every_machine():
    assert [page.id for page in sample(PAGES, 3)] == ["39", "49", "9"]


def test_no_count_is_every_page():
    assert sample(PAGES, None) == PAGES


def test_pages_are_read_by_set(tmp_path: Path):
    written(tmp_path, "b", {"id": "1", "html": "<p>x", "main_content": "x", "with": ["x"]})
    written(tmp_path, "a", {"id": 2, "html": "<p>y", "with": ["y"], "without": ["z"], "url": None})
    assert load(tmp_path) == [
        Page("a", "2", "<p>y", wanted=("y",), unwanted=("z",)),
        Page("b", "1", "<p>x", gold="x"),
    ]
    assert [page.set for page in load(tmp_path, ["b"])] == ["b"]


def test_what_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"no \*\.jsonl\.xz in"):
        load(tmp_path)
    written(tmp_path, "a")
    with pytest.raises(FileNotFoundError, match=r"no set .b. in .*: there is a"):
        load(tmp_path, ["b"])


def test_an_empty_gold_is_a_gold():
    assert page_of("a", {"id": "1", "html": "", "main_content": ""}).gold == ""


@pytest.mark.parametrize(("name", "headlined"), [("blogs-dev", True), ("cleaneval-dev", True), ("wcxb-dev", False)])
def test_which_golds_begin_with_the_headline(name: str, headlined: bool):
    assert Page(name, "1", "").headlined is headlined
