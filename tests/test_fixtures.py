"""Every block of every fixture comes out as its TOML file says."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from declutter import CATEGORIES, DEFAULT
from declutter.packs import bundled_packs
from tests.fixtures import DRAFT, MEDIA, ROLES, ROOT, Fixture, label_of, load_fixtures, one_line

ALL = load_fixtures()
# Pages that were written without sight of the code are judged as a whole, in test_blind_pages.py.
FIXTURES = [fixture for fixture in ALL if fixture.role != "blind"]
CATEGORY_IDS = {category.id for category in CATEGORIES}
# The share of blocks whose failure is known.
MOST_KNOWN = 0.07
FAMILIES = {filter.name for filter in DEFAULT.filters}


def _blocks():
    for fixture in FIXTURES:
        for i, expected in enumerate(fixture.blocks):
            marks = ()
            if expected.known_failure:
                marks = (pytest.mark.xfail(reason=expected.known_failure, strict=True),)
            yield pytest.param(fixture, i, id=f"{fixture.name}-{i}", marks=marks)


@pytest.mark.parametrize(("fixture", "i"), list(_blocks()))
def test_block(fixture: Fixture, i: int):
    expected, verdict = fixture.blocks[i], fixture.result().verdicts[i]
    rows = ", ".join(f"{row.reason} {row.log_odds:+.1f}" for row in verdict.evidence)
    assert label_of(verdict) == expected.label, f"{verdict.block.text!r}: {rows}"


@pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.name)
def test_blocks_are_those_of_the_page(fixture: Fixture):
    texts = [one_line(verdict.block.text) for verdict in fixture.result().verdicts]
    starts = [expected.start for expected in fixture.blocks]
    # The lists side by side show which block is missing or too many.
    assert [text[: len(start)] for text, start in zip_longest(texts, starts, fillvalue="")] == starts


@pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.name)
def test_media_is_detected(fixture: Fixture):
    assert declutter_media(fixture) == fixture.media


def declutter_media(fixture: Fixture) -> str:
    from declutter.decode import decode
    from declutter.segment import detect_media

    return detect_media(decode(fixture.page.read_bytes()))


@pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.name)
def test_toml_is_well_formed(fixture: Fixture):
    assert fixture.role in ROLES
    assert fixture.about != DRAFT, "correct the draft by hand"
    assert {expected.label for expected in fixture.blocks} <= CATEGORY_IDS | {"keep"}
    labels = [expected.label for expected in fixture.blocks]
    if fixture.category in CATEGORY_IDS and fixture.role in ("fires", "mixed"):
        assert fixture.category in labels
    assert "keep" in labels


@pytest.mark.parametrize("name", sorted(FAMILIES))
@pytest.mark.parametrize("role", ["fires", "spares", "mixed"])
def test_every_filter_has_its_three(name: str, role: str):
    homes = {name, f"filter-{name}"}
    assert any(fixture.category in homes and fixture.role == role for fixture in FIXTURES), (
        f"add a fixture with role = {role!r} to fixtures/{name if name in CATEGORY_IDS else 'filter-' + name}/"
    )


def test_every_page_has_its_verdicts():
    pages = {path for path in ROOT.rglob("*") if path.suffix in MEDIA}
    assert pages == {fixture.page for fixture in ALL}


def test_every_language_has_its_pages():
    for pack in bundled_packs():
        if pack.language != "en":
            assert sum(1 for fixture in ALL if fixture.category == f"lang-{pack.language}") >= 3, pack.language


def test_every_category_has_a_family():
    assert CATEGORY_IDS <= FAMILIES


@pytest.mark.parametrize(
    "fixture", [f for f in FIXTURES if f.role == "fires" and f.category in FAMILIES], ids=lambda fixture: fixture.name
)
def test_the_filter_that_must_fire_does(fixture: Fixture):
    rows = [row for verdict in fixture.result().dropped for row in verdict.evidence]
    assert any(row.filter == fixture.category and row.log_odds > 0 for row in rows)


def test_few_failures_are_known():
    """Known failures are debts: their share of all blocks may shrink, never grow past this."""
    blocks = [expected for fixture in FIXTURES for expected in fixture.blocks]
    known = sum(1 for expected in blocks if expected.known_failure)
    assert known <= MOST_KNOWN * len(blocks)
