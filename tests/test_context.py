"""The forest: what it is worth, how that is taken apart, and the facts it asks for."""

from __future__ import annotations

import json
import math
import pickle
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import declutter
from declutter.context import (
    Forest,
    balance_of,
    bundled_forests,
    code_of,
    context_of,
    family_of,
    forest_from,
)
from declutter.decide import sums_of
from declutter.facts import facts_of
from declutter.facts_text import text_facts
from declutter.model import Block, Document

FOREST = Forest(("words", "wording+1"), ((0, 8.0, 100, 300, (1, 1.5, -50, -200, 40)), 7))
SENTENCE = "The harbour master said that the ferry would run on every day of the winter, and that it would be late."
PAGE = f"<body><nav><a href='/'>Home</a></nav><main><h1>Ferry</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></main><p>Share</p>"


@pytest.mark.parametrize(
    ("facts", "worth", "shares"),
    [
        ((3, 0), 307, {"start": 107, "shape": 200}),
        ((9, 1), -193, {"start": 107, "shape": -150, "neighbours": -150}),
        ((9, 2), 47, {"start": 107, "shape": -150, "neighbours": 90}),
    ],
)
def test_worth_is_taken_apart_exactly(facts: tuple[float, ...], worth: int, shares: dict[str, int]) -> None:
    assert FOREST.shares(facts) == shares
    module: dict[str, Any] = {}
    exec(code_of(FOREST), module)
    assert module["worth"](*facts) == worth == sum(shares.values())
    assert module["FACTS"] == FOREST.facts


@pytest.mark.parametrize("media", ["html", "text"])
def test_the_code_is_that_of_the_trees(media: str) -> None:
    """``python -m training fit`` writes both."""
    code = (files("declutter") / f"context_{media}.py").read_text("utf-8")
    assert code == code_of(bundled_forests()[media])


def test_forests_are_read_from_nested_lists() -> None:
    data = {"facts": ["words", "wording+1"], "trees": [[0, 8.0, 100, 300, [1, 1.5, -50, -200, 40]], 7]}
    assert forest_from(data) == FOREST


@pytest.mark.parametrize("media", ["html", "text", "markdown"])
def test_rows_sum_to_the_score(media: declutter.Media) -> None:
    for verdict in declutter.extract(PAGE, media=media).verdicts:
        assert math.fsum(row.log_odds for row in verdict.evidence) == verdict.log_odds
        assert {"context.start", "context.shape"} <= {row.reason for row in verdict.evidence}


def test_rows_tell_the_facts_that_readers_understand() -> None:
    rows = {row.reason: row.match for row in declutter.extract(PAGE, media="html").verdicts[2].evidence}
    assert rows["context.shape"].startswith("21 words, ")
    assert "of the prose around it" in rows["context.container"]


def test_a_receipt_behaves_like_a_tuple() -> None:
    verdict = declutter.extract(PAGE).verdicts[0]
    rows = tuple(verdict.evidence)
    assert verdict.evidence == rows
    assert hash(verdict.evidence) == hash(rows)
    assert verdict.evidence[:2] == rows[:2]
    assert repr(verdict.evidence) == repr(rows)
    assert pickle.loads(pickle.dumps(verdict)) == verdict
    assert verdict.evidence != list(rows)


def test_every_fact_is_a_number_for_every_block() -> None:
    for source, media in ((PAGE, "html"), (SENTENCE, "text"), ("", "html"), ("<p>\x00", "html")):
        document = declutter.extract(source, media=media).document
        facts = facts_of(document, sums_of([[] for _ in document.blocks]), [""] * len(document.blocks), {"ferry": 1.0})
        assert {len(column) for column in facts.values()} <= {len(document.blocks)}
        assert all(math.isfinite(number) for column in facts.values() for number in column)


def test_text_without_tags_is_known_by_its_layout_and_landmarks() -> None:
    source = "Share\n\nA ferry runs.\n  Ferry times\nShare"
    document = declutter.extract(source, media="text").document
    facts = dict(text_facts(document, ["share", "", "", "share"]))
    assert facts["gap"] == [3, 2, 1, 1]
    assert facts["gap-behind"] == [2, 1, 1, 3]
    assert facts["indent"] == [0, 0, 2, 0]
    assert facts["since-share"] == [0, 1, 2, 0]
    assert facts["until-share"] == [0, 2, 1, 0]
    assert facts["since-comments"] == [99, 99, 99, 99]
    assert facts["run"] == [4, 4, 4, 4]


def test_forests_ask_for_facts_that_there_are() -> None:
    for media, source in (("html", PAGE), ("text", SENTENCE)):
        document = declutter.extract(source, media=media).document
        facts = facts_of(document, sums_of([[] for _ in document.blocks]), [""] * len(document.blocks), {"ferry": 1.0})
        assert set(bundled_forests()[media].facts) <= facts.keys()


def test_the_more_doubtful_a_page_the_more_is_kept() -> None:
    sure, unsure = balance_of([-9.0, 9.0], [100, 100]), balance_of([-0.5, 0.5], [100, 100])
    assert unsure < 0 < sure < 0.4


@pytest.mark.parametrize("sizes", [(), (0, 0), (1, 0), (10**9, 1)])
@pytest.mark.parametrize("score", [-1e300, -5.0, 0.0, 5.0, 1e300])
def test_balance_is_bounded(sizes: tuple[int, ...], score: float) -> None:
    assert -2 < balance_of([score] * len(sizes), sizes) < 0.4


@pytest.mark.parametrize(
    ("fact", "family"),
    [
        ("words", "shape"),
        ("words+2", "neighbours"),
        ("prose-before-8", "neighbours"),
        ("share.2", "container"),
        ("links", "links"),
        ("links.1", "container"),
        ("from-headline", "place"),
        ("names", "element"),
        ("wording", "wording"),
        ("wording.1", "container"),
        ("page-type", "page"),
        ("section-prose", "section"),
        ("gap-behind", "layout"),
        ("gap-1", "neighbours"),
        ("since-comments", "neighbours"),
        ("topical", "topic"),
    ],
)
def test_families_of_facts(fact: str, family: str) -> None:
    assert family_of(fact) == family


def test_documents_put_together_by_hand_have_no_context() -> None:
    document = Document("", "text", (Block(0, "Home", "Home", span=(0, 4)),))
    assert context_of(document, {"wording": [3.0]}, [""]) is None


def test_forests_are_not_older_than_their_sources() -> None:
    """Run ``python -m training fit --data DIR`` after a change of the facts or of the training."""
    from training.sources import fingerprint

    made_from = json.loads((files("declutter") / "context.json").read_text("utf-8"))["made_from"]
    assert made_from == fingerprint(Path(__file__).parents[1])
