"""Quality on pages that were written without sight of the code, from sites invented for them.

The floors may be raised; lowering one is a decision to be explained in the commit that does it.
"""

from __future__ import annotations

from itertools import chain

import pytest

import declutter
from tests.fixtures import Expected, label_of, load_fixtures

NOISE_DROPPED = 0.94
OF_THEM_UNDER_THE_RIGHT_CATEGORY = 0.78
BODY_LOST = 0.04


def judged() -> list[tuple[Expected, declutter.Verdict]]:
    pages = [fixture for fixture in load_fixtures() if fixture.category == "blind"]
    return list(chain.from_iterable(zip(page.blocks, page.result().verdicts, strict=True) for page in pages))


def test_noise_goes():
    noise = [verdict for expected, verdict in judged() if expected.label != "keep"]
    assert sum(1 for verdict in noise if not verdict.kept) >= NOISE_DROPPED * len(noise)


def test_noise_goes_under_the_right_category():
    dropped = [(e, verdict) for e, verdict in judged() if e.label != "keep" and not verdict.kept]
    right = sum(1 for expected, verdict in dropped if label_of(verdict) == expected.label)
    assert right >= OF_THEM_UNDER_THE_RIGHT_CATEGORY * len(dropped)


def test_the_body_stays():
    body = [verdict for expected, verdict in judged() if expected.label == "keep"]
    assert sum(1 for verdict in body if not verdict.kept) <= BODY_LOST * len(body)


@pytest.mark.parametrize(
    "name", ["blind/mediadesk-cookies-explainer", "blind/about-cookies-newsletters", "blind/media-habits-essay"]
)
def test_nothing_of_an_article_on_cookies_and_newsletters_is_lost(name: str):
    (page,) = (fixture for fixture in load_fixtures() if fixture.name == name)
    pairs = zip(page.blocks, page.result().verdicts, strict=True)
    assert [v.block.text for expected, v in pairs if expected.label == "keep" and not v.kept] == []
