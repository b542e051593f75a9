"""Metadata in front of a text."""

from __future__ import annotations

import json

import pytest

import declutter
from declutter.render.front_matter import front_matter


def stated(value: str) -> dict[str, str]:
    return {"value": value, "source": "og:title"}


HOSTILE = [
    "---",
    "a: b",
    "# no comment",
    "quoted \"twice\" and 'once'",
    "back\\slash",
    "two\nlines\r\n---\n",
    "\x1b[31m\x07\x9b",
    "\u2028\u2029\x85\ufeff\u202e",
    "{{ template }} <script>",
    "yes",
    "2024-05-03",
    "潮汐 🌊",
]


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_values_come_back(value: str) -> None:
    fence, title, authors, last = front_matter({"title": stated(value), "authors": [stated(value)] * 2}).split("\n")
    assert fence == last == "---"
    assert all(char.isprintable() for char in title + authors)
    assert json.loads(title.removeprefix("title: ")) == value
    assert json.loads(authors.removeprefix("authors: ")) == [value, value]


def test_what_json_writes_otherwise() -> None:
    assert front_matter({"title": stated("\ud83d \U000e0001")}) == '---\ntitle: "\ufffd \\U000e0001"\n---'


def test_what_is_not_known_is_left_out() -> None:
    assert front_matter({"title": None, "authors": []}) == ""
    assert front_matter({}) == ""


def test_declutter_reads_it_back() -> None:
    page = f"{front_matter({'title': stated('Winter boats')})}\n\nThe ferry will run all winter, the council said."
    assert declutter.extract(page, media="markdown").title == "Winter boats"
