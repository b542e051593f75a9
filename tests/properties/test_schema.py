"""Whatever the page, its result is what the published schema says."""

from __future__ import annotations

from hypothesis import given

import declutter
from tests.schema import problems

from .strategies import focuses, pages


@given(pages, focuses)
def test_results_hold_to_the_schema(page: str, focus: str) -> None:
    assert problems(declutter.extract(page, focus=focus).to_dict()) == []
