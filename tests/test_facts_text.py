"""What stands in for elements in text that has none."""

from __future__ import annotations

import declutter
from declutter.facts_text import text_facts

SENTENCE = "The harbour master said that the ferry would run on every day of the winter, and that it would be late."
PAGE = f"Home\nNews\nSport\n\n{SENTENCE}\n\n{SENTENCE}\n\n    Copyright 2024\n"


def facts(text: str, names: list[str] | None = None) -> dict[str, list[float]]:
    document = declutter.extract(text, media="text").document
    return dict(text_facts(document, names or [""] * len(document.blocks)))


def test_layout() -> None:
    found = facts(PAGE)
    assert found["gap"] == [3, 1, 1, 2, 2, 2]
    assert found["gap-behind"] == [1, 1, 2, 2, 2, 3]
    assert found["indent"] == [0, 0, 0, 0, 0, 4]


def test_what_stands_together() -> None:
    found = facts(PAGE)
    assert found["group-size"] == [3, 3, 3, 1, 1, 1]
    assert found["group-words"] == [1, 1, 1, 21, 21, 2]
    assert found["group-prose"] == [0, 0, 0, 1, 1, 0]
    assert found["group-place"] == [0, 1, 2, 0, 0, 0]


def test_known_furniture_before_and_behind() -> None:
    found = facts(PAGE, ["", "share", "", "", "", "copyright"])
    assert found["since-share"] == [99, 0, 1, 2, 3, 4]
    assert found["until-footer"] == [5, 4, 3, 2, 1, 0]


def test_shapes_that_come_again() -> None:
    cards = "".join(f"Harbour walk number {i}\n3 May 2024\n{SENTENCE}\n\n" for i in range(1, 5))
    found = facts(cards)
    assert max(found["alike-3"]) == 4
    assert max(facts(PAGE)["alike-3"]) == 1


def test_words_in_common() -> None:
    found = facts(f"{SENTENCE}\n\n{SENTENCE}\n\nThe ferry in winter\n\nBecome a member")
    assert found["topical"][2] == 1
    assert found["topical"][3] == 0


def test_the_share_of_the_page_that_stands_before() -> None:
    found = facts(PAGE)
    assert found["place-prose"] == [0, 0, 0, 0, 0.5, 1]
    assert found["page-longest"] == [21] * 6


def test_no_blocks_have_no_facts() -> None:
    assert all(column == [] for column in facts("").values())
