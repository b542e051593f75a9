from __future__ import annotations

import pytest

from benchmarks.metrics import Counts, Score, segment_counts, shingle_score, tokens, word_score


def test_words_are_lower_cased_runs_of_word_characters():
    assert tokens("Déjà-vu, it's 3.5 km") == ["déjà", "vu", "it", "s", "3", "5", "km"]


@pytest.mark.parametrize("text", ["渡轮整个冬天", "フェリーは冬中"])
def test_chinese_and_japanese_are_counted_by_the_character(text: str):
    assert tokens(text) == list(text)


def test_korean_and_russian_are_counted_by_the_word():
    assert tokens("페리는 겨울 Паром ходит") == ["페리는", "겨울", "паром", "ходит"]


def test_a_word_counts_as_often_as_it_is_in_both():
    assert word_score("no no no", "no no yes yes") == Score(2 / 3, 2 / 4, 4 / 7)


@pytest.mark.parametrize(
    ("output", "gold", "f1"), [("", "", 1.0), ("", "word", 0.0), ("word", "", 0.0), ("a", "b", 0.0)]
)
def test_the_ends_of_the_scale(output: str, gold: str, f1: float):
    assert word_score(output, gold).f1 == shingle_score(output, gold).f1 == f1


def test_order_counts_in_shingles_only():
    there, back = "one two three four five", "five four three two one"
    assert word_score(there, back).f1 == 1.0
    assert shingle_score(there, back).f1 == 0.0
    assert shingle_score("one two", "one two").f1 == 1.0


def test_segments_are_found_across_lines_and_with_their_case():
    counts = segment_counts("The ferry\n  runs.\n\nSubscribe", ["ferry runs", "all winter"], ["subscribe", "Subscribe"])
    assert counts == Counts(tp=1, fn=1, fp=1, tn=1)
    assert counts.score == Score(0.5, 0.5, 0.5)


def test_nothing_to_be_wrong_about_is_right():
    assert Counts(0, 0, 0, 3).score == Score(1.0, 1.0, 1.0)
