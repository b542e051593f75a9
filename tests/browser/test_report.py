"""The report as people use it: looked at, clicked, slid, searched and walked through by keyboard."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import declutter

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHOP = (FIXTURES / "blind/kitshop-stoves.html").read_text("utf-8")
SHOP_URL = "https://kitshop.example.org/stoves"
PAPER = (FIXTURES / "blind/harbour-gazette-library.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def shop() -> declutter.Result:
    return declutter.extract(SHOP, url=SHOP_URL)


def indexes(verdicts) -> list[int]:
    return [verdict.block.index for verdict in verdicts]


def test_it_says_what_page_it_is_and_what_became_of_it(look, shop):
    page = look(shop.report("kitshop-stoves.html"))
    assert page.text("h1") == "kitshop-stoves.html"
    assert page.text("#title") == shop.title
    facts = dict(
        page.run(
            "return [...document.querySelectorAll('#facts div')].map((f) => [...f.children].map((c) => c.textContent))"
        )
    )
    assert facts["Address"] == SHOP_URL
    assert facts["Language"] == "English"
    assert facts["Kind of page"].startswith(shop.page_type.name)
    assert facts["Blocks"] == f"{len(shop.kept)} kept, {len(shop.dropped)} dropped"
    size = sum(len(verdict.block.text) for verdict in shop.verdicts)
    assert facts["Text kept"] == f"{sum(len(v.block.text) for v in shop.kept) / size:.0%}".replace("%", " %")
    assert facts["Confidence"] == f"{shop.confidence:.0%}".replace("%", " %")


def test_every_block_is_there_in_order_with_its_verdict(look, shop):
    page = look(shop.report())
    assert page.shown() == indexes(shop.verdicts)
    assert page.shown(".kept") == indexes(shop.kept)
    assert page.shown(".dropped") == indexes(shop.dropped)
    texts = page.run("return [...document.querySelectorAll('#blocks .text')].map((text) => text.textContent)")
    assert texts == [verdict.block.text for verdict in shop.verdicts]
    tags = page.run("return [...document.querySelectorAll('#blocks .dropped .tag')].map((tag) => tag.textContent)")
    assert tags == [verdict.category for verdict in shop.dropped]


def test_nothing_is_asked_of_the_network(look, shop):
    page = look(shop.report())
    page.click("#blocks li:nth-child(3)")
    page.slide(-3)
    assert [url.partition(":")[0] for url in page.requests()] == ["file"]


def test_a_click_shows_the_receipt_and_its_rows_sum_to_the_score(look, shop):
    page = look(shop.report())
    for verdict in (shop.kept[0], *shop.dropped[:4]):
        page.click(f"[data-index='{verdict.block.index}'] .text")
        rows = page.run(
            "return [...document.querySelectorAll('#receipt tbody tr:not(.note)')]"
            ".map((row) => [row.querySelector('code').textContent, Number(row.querySelector('.number').dataset.value)])"
        )
        assert rows == [[row.reason, row.log_odds] for row in verdict.evidence]
        total = page.run("return Number(document.querySelector('#receipt tfoot .number').dataset.value)")
        assert math.fsum(value for _, value in rows) == total == verdict.log_odds
        assert ("kept" if verdict.kept else f"dropped as {verdict.category}") in page.text("#verdict").lower()


def test_bars_lie_on_the_side_of_their_sign_and_are_as_long_as_they_weigh(look, shop):
    page = look(shop.report())
    page.click("#blocks .dropped")
    bars = page.run(
        "return [...document.querySelectorAll('#receipt tr:not(.note)')].map((row) => {"
        "const zero = row.querySelector('.zero').getBoundingClientRect();"
        "const bar = row.querySelector('.noise, .content').getBoundingClientRect();"
        "return [Number(row.querySelector('.number').dataset.value), bar.left - zero.left, bar.right - zero.left]})"
    )
    unit = max(abs(left) + abs(right) for _, left, right in bars) / max(abs(value) for value, _, _ in bars)
    for value, left, right in bars:
        assert (left, right) == pytest.approx((min(0, value) * unit, max(0, value) * unit), abs=1.6)


def test_rows_are_explained_and_can_be_shown_to_the_last_digit(look, shop):
    page = look(shop.report())
    page.click("#blocks .dropped")
    assert "whole block is known wording" in page.text("#receipt") or "Where every block" in page.text("#receipt")
    page.click("#receipt caption button")
    (first, *_) = shop.dropped[0].evidence
    assert page.text("#receipt tbody .number") == f"+{first.log_odds}"
    assert page.run("return document.activeElement.textContent") == "Exact numbers"


@pytest.mark.parametrize("source", [SHOP, PAPER], ids=["html", "text"])
@pytest.mark.parametrize("focus", ["precision", "recall"])
def test_the_slider_shows_what_another_focus_would_give(look, source, focus):
    before, after = declutter.extract(source), declutter.extract(source, focus=focus)
    page = look(before.report())
    page.run(f"[...document.querySelectorAll('#ticks button')].find((tick) => tick.textContent === '{focus}').click()")
    page.settle()
    assert page.shown(".kept") == indexes(after.kept)
    changed = [a.block.index for a, b in zip(before.verdicts, after.verdicts, strict=True) if a.kept != b.kept]
    assert page.shown(".changed") == changed
    assert page.text("#blocks-fact").startswith(f"{len(after.kept)} kept")
    assert focus in page.text("#value")
    told = page.text("#changes")
    assert told.startswith(f"{len(changed)} more block" if changed else "Nothing would change")
    page.run("document.getElementById('reset').click()")
    assert page.shown(".kept") == indexes(before.kept)
    assert page.shown(".changed") == []


def test_the_slider_there_and_back_leaves_everything_as_it_was(look):
    result = declutter.extract(PAPER)
    page = look(result.report())
    for threshold in (5, -5, 1.35, -0.4, 0.05):
        page.slide(threshold)
        odds = {v.block.index: v.log_odds for v in result.verdicts}
        assert page.shown(".kept") == [index for index, score in odds.items() if score <= threshold]
    assert page.shown(".changed") == []
    assert page.text("#changes") == "As the page was cleaned."


def test_the_slider_moves_by_keyboard(look):
    page = look(declutter.extract(PAPER).report())
    page.press("t", *["\ue012"] * 3)  # to the slider, three times left
    assert page.run("return slider.getAttribute('aria-valuetext')") == "−0.1"
    assert not page.one("#reset").get_attribute("hidden")


def test_the_receipt_follows_the_slider(look):
    result = declutter.extract(PAPER)
    page = look(result.report())
    page.click("#blocks .kept")
    page.slide(-5)
    assert page.text("#verdict").startswith("Would be dropped")
    assert "above the threshold of −5" in page.text("#receipt tfoot")


def test_the_threshold_of_the_result_is_where_the_slider_starts(look):
    page = look(declutter.extract(PAPER, focus="recall").report())
    assert page.run("return Number(slider.value)") == 2
    assert page.run("return document.querySelector('#ticks [aria-pressed=true]').textContent") == "recall"


def test_what_keep_and_drop_did_holds_at_any_threshold(look):
    result = declutter.extract(PAPER, keep=["newsletter", "headline"])
    held = [v.block.index for v in result.kept if any(row.filter == "override" for row in v.evidence)]
    assert held
    page = look(result.report())
    assert len(page.all("#held .held")) == len(held)
    page.slide(-5)
    assert set(held) <= set(page.shown(".kept"))
    assert "held by keep or drop" in page.text("#changes")
