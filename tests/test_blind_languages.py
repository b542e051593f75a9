"""Pages in other languages, written without sight of the code or the packs, from sites invented for them.

The floors may be raised; lowering one is a decision to be explained in the commit that does it.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.fixtures import Fixture, load_fixtures

RIGHT = 0.96
RIGHT_IN_EACH = 0.93
BODY_LOST = 0.03
# What is aimed at. Lists in articles, sub-headings and times of a live report are what is lost beyond it.
AIM = 0.01


def pages() -> dict[str, list[Fixture]]:
    """The pages by language."""
    found: dict[str, list[Fixture]] = defaultdict(list)
    for page in load_fixtures():
        if page.category == "blind-lang":
            found[page.page.name.partition("-")[0]].append(page)
    return dict(found)


def judged(some: list[Fixture]) -> list[tuple[bool, bool]]:
    """For each block but the title, whether it should stay and whether it did."""
    return [
        (expected.label == "keep", verdict.kept)
        for page in some
        for expected, verdict in zip(page.blocks, page.result().verdicts, strict=True)
    ]


def accuracy(pairs: list[tuple[bool, bool]]) -> float:
    return sum(wanted == kept for wanted, kept in pairs) / len(pairs)


@pytest.mark.parametrize("language", sorted(pages()))
def test_lines_are_judged_right_in_each_language(language: str) -> None:
    assert accuracy(judged(pages()[language])) >= RIGHT_IN_EACH


@pytest.mark.parametrize("language", sorted(pages()))
def test_the_language_is_recognised(language: str) -> None:
    assert {page.result().language for page in pages()[language]} == {language}


def test_lines_are_judged_right_on_the_whole() -> None:
    assert accuracy([pair for some in pages().values() for pair in judged(some)]) >= RIGHT


def share_lost() -> float:
    body = [kept for some in pages().values() for wanted, kept in judged(some) if wanted]
    return sum(not kept for kept in body) / len(body)


def test_the_body_stays() -> None:
    assert share_lost() <= BODY_LOST


@pytest.mark.xfail(reason="2.8 % of body lines are lost, the aim is 1 % (issue 5)", strict=True)
def test_hardly_anything_of_the_body_is_lost() -> None:
    assert share_lost() <= AIM
