"""Labels, forms and the report of the training, as far as they need no extra."""

from __future__ import annotations

import pytest

from benchmarks.pages import Page
from training.labels import labels_of
from training.phrases import Candidate, Sighting, ranked, table_of

GOLD = "The ferry will run all winter, the council said.\nCosts\nNobody knows what it will cost."


def page(**fields: object) -> Page:
    return Page(set="made", id="a", html="", **fields)


def test_blocks_of_the_gold_are_main_text() -> None:
    texts = ["Home", "The ferry will run all winter, the council said.", "Share this story with a friend"]
    assert labels_of(page(gold=GOLD), texts) == [0.0, 1.0, 0.0]


def test_short_blocks_must_be_lines_of_the_gold() -> None:
    assert labels_of(page(gold=GOLD), ["Costs", "winter", "Council"]) == [1.0, 0.0, 0.0]


def test_a_block_may_be_main_text_in_part() -> None:
    (share,) = labels_of(page(gold=GOLD), ["ADVERTISEMENT The ferry will run all winter and beyond that"])
    assert share == pytest.approx(6 / 10)


def test_runs_cross_the_borders_of_blocks() -> None:
    texts = ["Nobody knows", "what it will cost."]
    assert labels_of(page(gold=GOLD), texts) == [1.0, 1.0]


def test_segments_leave_the_rest_unknown() -> None:
    given = page(wanted=("The ferry  will run",), unwanted=("Share this",))
    assert labels_of(given, ["the ferry will run all winter", "Share this story", "Home"]) == [1.0, 0.0, None]


def test_empty_blocks_are_nothing() -> None:
    assert labels_of(page(gold=GOLD), ["", "…"]) == [0.0, 0.0]


def sighting(phrase: str, host: str, *, is_text: bool = False, known: bool = False) -> Sighting:
    return Sighting("en", phrase, host, is_text, "share", known)


def test_a_phrase_of_many_hosts_is_a_candidate() -> None:
    found = [sighting("tell a friend", host) for host in ("a.example", "b.example", "c.example", "c.example")]
    assert ranked(found, 3) == [Candidate("en", "share", "tell a friend", 3, 0)]


def test_wording_of_few_hosts_or_of_articles_or_known_is_none() -> None:
    hosts = ("a.example", "b.example", "c.example")
    found = [sighting("our own words", host) for host in hosts[:2] * 2]
    found += [sighting("the answer", host) for host in hosts] + [sighting("the answer", "d.example", is_text=True)]
    found += [sighting("share this", host, known=True) for host in hosts]
    found += [sighting("{n}", host) for host in hosts]
    assert ranked(found, 3) == []


def test_candidates_are_told_as_a_table() -> None:
    lines = list(table_of([Candidate("en", "share", "tell a friend", 3, 0)]))
    assert lines == ["language\thosts\ttexts\tcategory\tphrase", "en\t3\t0\tshare\ttell a friend"]
