"""Cutting a line at sentence ends."""

from __future__ import annotations

import pytest

from declutter.segment.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["The boat left.", "Nobody waved."], id="full-stops"),
        pytest.param(["Did it leave?", "It did!", "Nobody waved."], id="other-marks"),
        pytest.param(["It left…", "Nobody waved."], id="ellipsis"),
        pytest.param(["“It left.”", "“Nobody waved.”"], id="quoted"),
        pytest.param(["(It left.)", "[Nobody waved.]"], id="bracketed"),
        pytest.param(["It left.", "20 people waved."], id="number-begins"),
        pytest.param(["It left.", "© Harbour Times"], id="copyright-begins"),
        pytest.param(["It left.", "*Nobody* waved."], id="star-begins"),
        pytest.param(["It left.", "Élodie waved.", "Ørjan, too."], id="accented-capitals"),
        pytest.param(["Паром ушёл.", "Никто не махал."], id="cyrillic"),
        pytest.param(["नाव चली गई।", "किसी ने नहीं देखा।"], id="hindi"),
        pytest.param(["هل غادر؟", "نعم."], id="arabic"),
    ],
)
def test_cut(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["渡轮开了。", "没有人挥手！", "真的吗？"], id="chinese"),
        pytest.param(["「出た。」", "誰もいない。"], id="japanese-quoted"),
    ],
)
def test_scripts_without_spaces_are_cut_without_one(expected: list[str]) -> None:
    assert sentences("".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dr. Lind left.", id="doctor"),
        pytest.param("We met Mr. and Mrs. Olsen of St. Ives.", id="titles"),
        pytest.param("She left on 3 Nov. 2024 for good.", id="month"),
        pytest.param("See vol. 3, pp. 20 and No. 7.", id="numbers"),
        pytest.param("J. R. Olsen left.", id="initials"),
        pytest.param("The U.S. Navy and the U.K. Treasury left.", id="countries"),
        pytest.param("The boats, e.g. Gull and Tern, left.", id="for-example"),
        pytest.param("It took 1.5 hours at example.org today.", id="no-blank"),
        pytest.param("He left at 10 a.m. on foot.", id="small-letter-follows"),
        pytest.param("She asked “why?” and left.", id="quote-goes-on"),
        pytest.param("Das Boot bzw. Die Fähre.", id="german"),
        pytest.param("Nobody waved", id="no-end"),
        pytest.param("...", id="dots"),
    ],
)
def test_do_not_cut(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["", "  ", "\u200b\n"])
def test_blank(text: str) -> None:
    assert sentences(text) == []


def test_only_between_the_offsets() -> None:
    text = "One left. Two stayed. Three came. Four slept."
    start, end = text.index("Two"), text.index(" Four")
    assert list(sentence_spans(text, start, end)) == [(10, 21), (22, 33)]


def test_blanks_between_sentences_belong_to_none() -> None:
    assert sentences("\u200b  The boat left.   Nobody waved!\t\u00a0Why? \n\ufeff") == [
        "The boat left.",
        "Nobody waved!",
        "Why?",
    ]
