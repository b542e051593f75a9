"""From evidence to verdicts."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import pytest

from declutter.categories import CATEGORY_IDS
from declutter.decide import FOCUS, Overrides, decide
from declutter.model import Block, Document, Evidence, Verdict


def document(size: int) -> Document:
    blocks = tuple(Block(i, f"Block {i}", f"Block {i}", span=(10 * i, 10 * i + 7)) for i in range(size))
    return Document("", "text", blocks)


def row(block: int, log_odds: float, category: str = "", name: str = "test") -> Evidence:
    return Evidence(block, name, f"{name}.reason", log_odds, category)


def decided(
    size: int, rows: Sequence[Evidence], threshold: float = 0.0, keep: Sequence[str] = (), drop: Sequence[str] = ()
) -> tuple[Verdict, ...]:
    return decide(document(size), rows, threshold, Overrides(frozenset(keep), frozenset(drop)))


def random_rows(seed: int, size: int = 40) -> list[Evidence]:
    chance = random.Random(seed)
    return [
        row(chance.randrange(size), chance.uniform(-6, 6), chance.choice(["", *CATEGORY_IDS]), f"filter-{i}")
        for i in range(size * 3)
    ]


def test_no_blocks() -> None:
    assert decided(0, []) == ()


def test_block_without_evidence_is_kept() -> None:
    (verdict,) = decided(1, [])
    assert (verdict.kept, verdict.log_odds, verdict.category, verdict.evidence) == (True, 0.0, None, ())


@pytest.mark.parametrize(("log_odds", "kept"), [(-3.0, True), (0.0, True), (0.01, False), (40.0, False), (1e9, False)])
def test_sum_is_compared_with_the_threshold(log_odds: float, kept: bool) -> None:
    (verdict,) = decided(1, [row(0, log_odds, "share")])
    assert verdict.kept is kept
    assert verdict.log_odds == log_odds


def test_rows_of_a_block_are_added() -> None:
    (verdict,) = decided(1, [row(0, 2.5, "share"), row(0, -1.0), row(0, -2.0)])
    assert verdict.log_odds == -0.5
    assert verdict.kept


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("keep", "drop"), [((), ()), (("share", "legal"), ()), ((), CATEGORY_IDS), (CATEGORY_IDS, ())])
def test_rows_sum_exactly_to_the_score(seed: int, keep: tuple[str, ...], drop: tuple[str, ...]) -> None:
    for verdict in decided(40, random_rows(seed), keep=keep, drop=drop):
        assert math.fsum(row.log_odds for row in verdict.evidence) == verdict.log_odds
        assert all(row.block == verdict.block.index for row in verdict.evidence)


@pytest.mark.parametrize("seed", range(3))
def test_order_of_evidence_does_not_matter(seed: int) -> None:
    rows = random_rows(seed)
    shuffled = random.Random(seed).sample(rows, len(rows))
    assert decided(40, rows) == decided(40, shuffled) == decided(40, rows[::-1])


def test_strongest_row_comes_first() -> None:
    (verdict,) = decided(1, [row(0, 0.5), row(0, -4.0), row(0, 2.0)])
    assert [row.log_odds for row in verdict.evidence] == [-4.0, 2.0, 0.5]


@pytest.mark.parametrize("log_odds", [50.0, -50.0, 1e6, -1e6, 1e300, -1e300])
def test_extreme_evidence_stays_finite(log_odds: float) -> None:
    verdicts = decided(5, [row(i, log_odds, "share") for i in range(5)])
    assert all(math.isfinite(verdict.log_odds) for verdict in verdicts)
    assert {verdict.kept for verdict in verdicts} == {log_odds < 0}


def test_category_is_the_one_most_spoken_for() -> None:
    (verdict,) = decided(1, [row(0, 2.0, "share"), row(0, 1.5, "follow"), row(0, 1.0, "follow"), row(0, 9.0)])
    assert verdict.category == "follow"


def test_rows_for_content_name_nothing() -> None:
    (verdict,) = decided(1, [row(0, -3.0, "share"), row(0, 4.0, "follow")])
    assert verdict.category == "follow"


@pytest.mark.parametrize("names", [("share", "paywall"), ("paywall", "share")])
def test_order_of_the_taxonomy_settles_ties(names: tuple[str, str]) -> None:
    (verdict,) = decided(1, [row(0, 2.0, name) for name in names])
    assert verdict.category == "paywall"


def test_kept_block_tells_what_it_would_be_dropped_as() -> None:
    (verdict,) = decided(1, [row(0, 1.0, "share"), row(0, -3.0)])
    assert verdict.kept
    assert verdict.category == "share"


def test_nameless_block_inherits_the_category_around_it() -> None:
    verdicts = decided(3, [row(0, 5.0, "login"), row(1, 1.0), row(2, 5.0, "login")])
    assert [verdict.category for verdict in verdicts] == ["login"] * 3


def test_nearer_name_is_inherited() -> None:
    verdicts = decided(4, [row(0, 5.0, "login"), row(1, 2.0), row(2, 2.0), row(3, 5.0, "share")])
    assert [verdict.category for verdict in verdicts[:2]] == ["login", "login"]


def test_nearer_of_two_names_on_one_side_is_inherited() -> None:
    verdicts = decided(3, [row(0, 5.0, "login"), row(1, 5.0, "share"), row(2, 2.0)])
    assert verdicts[2].category == "share"


def test_names_are_not_inherited_across_main_text() -> None:
    verdicts = decided(3, [row(0, 6.0, "login"), row(1, -12.0), row(2, 9.0)])
    assert [verdict.category for verdict in verdicts] == ["login", None, "navigation"]


def test_dropped_block_without_any_name_is_navigation() -> None:
    (verdict,) = decided(1, [row(0, 3.0)])
    assert (verdict.kept, verdict.category) == (False, "navigation")


def test_kept_block_inherits_nothing() -> None:
    verdicts = decided(3, [row(0, 5.0, "login"), row(1, -9.0), row(2, 5.0, "login")])
    assert (verdicts[1].kept, verdicts[1].category) == (True, None)


def overrides(verdict: Verdict) -> list[str]:
    return [row.reason for row in verdict.evidence if row.filter == "override"]


def test_keep_override_keeps_with_a_row() -> None:
    (verdict,) = decided(1, [row(0, 6.0, "share")], keep=["share"])
    assert verdict.kept
    assert overrides(verdict) == ["override.keep"]
    assert verdict.category == "share"


def test_drop_override_drops_on_weak_evidence() -> None:
    (verdict,) = decided(1, [row(0, 0.7, "share"), row(0, -4.0)], drop=["share"])
    assert not verdict.kept
    assert overrides(verdict) == ["override.drop"]


def test_drop_override_needs_evidence() -> None:
    (verdict,) = decided(1, [row(0, -0.5, "share")], drop=["share"])
    assert verdict.kept
    assert overrides(verdict) == []


def test_drop_override_spares_text_between_dropped_blocks() -> None:
    verdicts = decided(3, [row(0, 6.0, "share"), row(1, -6.0), row(2, 6.0, "share")], drop=["share"])
    assert [verdict.kept for verdict in verdicts] == [False, True, False]


@pytest.mark.parametrize(("keep", "drop"), [(["login"], []), ([], ["login"])])
def test_overrides_leave_other_categories_alone(keep: list[str], drop: list[str]) -> None:
    rows = [row(0, 6.0, "share"), row(1, 1.0, "legal"), row(1, -3.0)]
    assert decided(2, rows, keep=keep, drop=drop) == decided(2, rows)


def test_override_without_need_adds_no_row() -> None:
    kept = decided(1, [row(0, 1.0, "share"), row(0, -3.0)], keep=["share"])
    dropped = decided(1, [row(0, 6.0, "share")], drop=["share"])
    assert overrides(kept[0]) == overrides(dropped[0]) == []


@pytest.mark.parametrize("focus", FOCUS)
@pytest.mark.parametrize("log_odds", [-5.0, -0.5, 0.5, 5.0, 1e9])
def test_overrides_hold_for_every_focus(focus: str, log_odds: float) -> None:
    rows = [row(0, log_odds + 20, "share"), row(0, -20.0)]
    assert decided(1, rows, FOCUS[focus], keep=["share"])[0].kept
    assert not decided(1, rows, FOCUS[focus], drop=["share"])[0].kept


def test_thresholds_rise_from_precision_to_recall() -> None:
    assert FOCUS["precision"] < 0 <= FOCUS["balanced"] < FOCUS["recall"]
    assert len(FOCUS) == 3


@pytest.mark.parametrize("seed", range(5))
def test_what_precision_keeps_recall_keeps(seed: int) -> None:
    kept = {
        focus: {verdict.block.index for verdict in decided(40, random_rows(seed), threshold) if verdict.kept}
        for focus, threshold in FOCUS.items()
    }
    assert kept["precision"] <= kept["balanced"] <= kept["recall"]
    assert kept["precision"] < kept["recall"]
