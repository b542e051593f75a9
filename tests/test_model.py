"""The vocabulary."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from declutter import model
from declutter.model import Block, Document, Evidence, Filter, Hit, Reading, Result, Verdict


def verdict(text: str, log_odds: float = 0.0, kept: bool = True, index: int = 0) -> Verdict:
    return Verdict(Block(index, text, text, span=(0, len(text))), (), log_odds, None, kept)


def result(*verdicts: Verdict) -> Result:
    return Result(Document("", "text", tuple(v.block for v in verdicts)), verdicts)


@pytest.mark.parametrize(
    ("visible", "link_chars", "density"),
    [("", 0, 0.0), ("", 5, 0.0), ("tide", 0, 0.0), ("tide", 2, 0.5), ("tide", 4, 1.0), ("tide", 9, 1.0)],
)
def test_link_density(visible: str, link_chars: int, density: float) -> None:
    assert Block(0, visible, visible, link_chars=link_chars).link_density == density


@pytest.mark.parametrize("log_odds", [-1000.0, -3.0, 0.0, 3.0, 1000.0])
def test_probability_is_the_logistic_of_the_log_odds(log_odds: float) -> None:
    probability = verdict("", log_odds).probability
    assert probability == pytest.approx((1 + math.tanh(log_odds / 2)) / 2)
    assert probability + verdict("", -log_odds).probability == pytest.approx(1)


@pytest.mark.parametrize("log_odds", [1e300, -1e300, 710.0, -710.0, 745.0, -745.0])
def test_probability_never_overflows(log_odds: float) -> None:
    assert verdict("", log_odds).probability == pytest.approx(float(log_odds > 0))


def test_kept_and_dropped_are_all_in_order() -> None:
    verdicts = [verdict("a", kept=i % 3 > 0, index=i) for i in range(7)]
    parts = result(*verdicts)
    assert [v.block.index for v in parts.kept] == [1, 2, 4, 5]
    assert [v.block.index for v in parts.dropped] == [0, 3, 6]


def test_confidence_of_nothing_is_whole() -> None:
    assert result().confidence == 1.0


@pytest.mark.parametrize(
    ("log_odds", "confidence"), [(0.0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.75), (90.0, 1.0)]
)
def test_confidence_of_one_block(log_odds: float, confidence: float) -> None:
    assert result(verdict("tide", log_odds)).confidence == pytest.approx(confidence)


def test_confidence_is_weighted_by_length() -> None:
    assert result(verdict("x" * 30, 90.0), verdict("x" * 10, 0.0, index=1)).confidence == pytest.approx(0.875)


def test_language_is_that_of_the_document() -> None:
    assert Result(Document("", "text", (), language="de"), ()).language == "de"


@pytest.mark.parametrize("cls", [Hit, Evidence])
def test_rows_are_frozen(cls: type) -> None:
    row = cls(*range(len(cls._fields)))
    for field in cls._fields:
        with pytest.raises(AttributeError):
            setattr(row, field, None)
    with pytest.raises(AttributeError):
        row.other = None


@pytest.mark.parametrize("cls", [Block, Reading, Document, Verdict, Result])
def test_values_are_frozen(cls: type) -> None:
    assert is_dataclass(cls)
    value = object.__new__(cls)
    for field in fields(cls):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field.name, None)


def test_evidence_has_an_order() -> None:
    rows = [Evidence(1, "a", "a.x", 1.0), Evidence(0, "b", "b.x", 2.0), Evidence(0, "a", "a.x", 3.0)]
    assert [(row.block, row.filter) for row in sorted(rows)] == [(0, "a"), (0, "b"), (1, "a")]


def test_function_with_a_name_is_a_filter() -> None:
    def silent(document: Document) -> list[Evidence]:
        return []

    silent.name = "silent"
    assert isinstance(silent, Filter)
    assert not isinstance("silent", Filter)


def test_media_are_three() -> None:
    assert model.MEDIA == ("html", "text", "markdown")
