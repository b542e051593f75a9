"""What single words say of blocks, and how that is learnt."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from declutter.reading import Grammar, read
from declutter.words import UNIT, bundled_words, word_facts
from training.words import Uses, words_text, worths

WORDS = {"share": 2.0, "said": -1.0}
TEXTS = ("Share this", "The harbour master said so", "", "Share share said")


def facts() -> dict[str, list[float]]:
    return dict(word_facts([read(text, Grammar({})) for text in TEXTS], WORDS))


def test_words_of_a_block() -> None:
    found = facts()
    assert found["vocabulary"] == [1.0, -0.2, 0.0, 1.0]
    assert found["vocabulary-most"] == [2.0, -1.0, 0.0, 2.0]
    assert found["vocabulary-least"] == [2.0, -1.0, 0.0, -1.0]


def test_words_around_a_block() -> None:
    found = facts()
    assert found["vocabulary-before-1"] == [0.0, 1.0, -0.2, 0.0]
    assert found["vocabulary-behind-1"] == [-0.2, 0.0, 1.0, 0.0]
    assert found["vocabulary-behind-5"][0] == pytest.approx((-1 + 3) / 8)
    assert found["page-vocabulary"] == [pytest.approx((2 - 1 + 3) / 10)] * 4


def test_no_blocks_have_no_words() -> None:
    assert all(column == [] for _, column in word_facts([], WORDS))


def test_bundled_words_are_of_the_same_fit_as_the_forests() -> None:
    words, forests = (
        json.loads((files("declutter") / name).read_text("utf-8")) for name in ("words.json", "context.json")
    )
    assert words["made_from"] == forests["made_from"]
    assert len(bundled_words()) > 1000
    assert bundled_words()["newsletter"] > 1


def test_words_of_furniture_and_of_text_are_told_apart() -> None:
    uses = [Uses(i % 5, {"share": 0.02, "the": 0.01}, {"said": 0.02, "the": 0.01}) for i in range(8)]
    learnt = worths(uses)
    assert learnt["share"] == 3.0
    assert learnt["said"] == -3.0
    assert "the" not in learnt


def test_words_of_few_pages_are_left_out() -> None:
    assert worths([Uses(0, {"share": 0.02}, {"said": 0.02})] * 7) == {}


def test_pages_without_main_text_do_not_count_for_it() -> None:
    uses = [Uses(0, {"share": 0.02}, {}) for _ in range(8)] + [Uses(0, {}, {"share": 0.02}) for _ in range(8)]
    assert worths(uses) == {}


def test_the_file_is_a_word_a_line(tmp_path: Path) -> None:
    text = words_text({"said": -1.234, "share": 2.0}, "abc")
    assert json.loads(text) == {"made_from": "abc", "words": {"said": round(-1.234 * UNIT), "share": 200}}
    assert text.count("\n") == 5
