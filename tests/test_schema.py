"""What results are as JSON, against the schema that is published for it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

import declutter
from declutter.model import MEDIA, PAGE_TYPES, Document, Evidence, Kind
from declutter.schema import RESULT, result_schema, schema_text
from tests.fixtures import Fixture, load_fixtures
from tests.schema import problems

HALF = "\ud83d"
SCHEMA = result_schema()


def test_schema_is_one_and_names_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA["properties"]["schema"]["const"] == RESULT
    assert json.loads(schema_text()) == SCHEMA


def test_schema_knows_the_names_that_the_code_has() -> None:
    block = SCHEMA["$defs"]["block"]["properties"]
    assert SCHEMA["properties"]["media"]["enum"] == list(MEDIA)
    assert SCHEMA["properties"]["page_type"]["properties"]["name"]["enum"] == list(PAGE_TYPES)
    assert block["kind"]["enum"] == list(get_args(Kind))


@pytest.mark.parametrize("fixture", load_fixtures(), ids=lambda fixture: fixture.name)
def test_fixtures_hold_to_the_schema(fixture: Fixture) -> None:
    assert problems(fixture.result().to_dict()) == []


@pytest.mark.parametrize(
    "page",
    [
        f"Share {HALF}\n\nThe boat left {HALF} at six, the council said on Tuesday.",
        f"<title>{HALF}</title><h1>{HALF}</h1><p>The boat left {HALF} at six.</p>",
        "<p>The boat left &#xd83d; at six.</p>",
        f"# {HALF}\n\n- {HALF}\n\n[{HALF}]({HALF})",
        "\0" * 20,
        "The boat\u2028left\x85at\x1bsix.",
        "",
    ],
    ids=["text", "HTML", "reference", "Markdown", "NULs", "controls", "empty"],
)
def test_hostile_pages_hold_to_the_schema(page: str) -> None:
    assert problems(declutter.extract(page).to_dict()) == []


def test_spans_stay_true_where_halves_of_characters_were() -> None:
    source = f"Share {HALF}{HALF}\n\nThe boat left at six."
    for block in declutter.extract(source, media="text").to_dict()["blocks"]:
        start, end = block["span"]
        assert end - start == len(block["text"])


class Mine:
    """A filter whose rows hold what JSON does not have."""

    name = f"mine{HALF}"

    def __init__(self, log_odds: float) -> None:
        self.log_odds = log_odds

    def __call__(self, document: Document) -> Iterable[Evidence]:
        for block in document.blocks:
            yield Evidence(block.index, self.name, f"mine.{HALF}", self.log_odds, f"own {HALF}", HALF)


@pytest.mark.parametrize("log_odds", [3, 0.1, 5e-324, -1e300, True], ids=str)
def test_rows_of_own_filters_hold_to_the_schema(log_odds: float) -> None:
    result = declutter.extract("The boat left at six.", pipeline=declutter.DEFAULT.adding(Mine(log_odds)))
    assert problems(result.to_dict()) == []


@pytest.mark.parametrize("log_odds", [math.nan, math.inf, -math.inf], ids=str)
def test_what_is_no_number_never_gets_into_a_result(log_odds: float) -> None:
    with pytest.raises(declutter.FilterError):
        declutter.extract("The boat left at six.", pipeline=declutter.DEFAULT.adding(Mine(log_odds)))


def test_problems_are_found() -> None:
    record = declutter.extract("Share\n\nThe boat left at six.").to_dict()
    assert problems({**record, "colour": "red"})
    assert problems({key: value for key, value in record.items() if key != "text"})
    record["blocks"][0]["log_odds"] += 1e-12
    assert problems(record)
