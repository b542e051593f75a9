"""The page that declutter was made for, from the folder that stands beside the checkout of its developers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import declutter

SEED = Path(__file__).parents[2] / "shared" / "seed"
PAGE = SEED / "kyiv-independent.txt"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"{SEED} is not here: the page is not ours to publish")


@pytest.fixture(scope="module")
def result() -> declutter.Result:
    return declutter.extract(PAGE.read_bytes())


def test_the_article_comes_out_to_the_byte(result: declutter.Result):
    expected = (SEED / "kyiv-independent.expected.txt").read_bytes()
    assert f"{result.text}\n".encode() == expected


def test_every_other_line_goes_under_its_category(result: declutter.Result):
    found = Counter(verdict.category for verdict in result.dropped)
    assert found.keys() <= {
        "donation", "paywall", "skip-link", "lang-edit-link", "headline", "byline", "image-credit", "audio-notice",
        "payment", "related", "newsletter", "form-hint",
    }  # fmt: skip
    assert found["donation"] >= 4
    assert found["related"] == 3
    assert found["form-hint"] >= 8
    for once in ("skip-link", "lang-edit-link", "headline", "byline", "image-credit", "audio-notice", "payment"):
        assert found[once] == 1


def test_the_title_between_form_hints_is_a_newsletters(result: declutter.Result):
    (title,) = (verdict for verdict in result.dropped if verdict.block.text.startswith("Explaining"))
    assert title.category == "newsletter"
