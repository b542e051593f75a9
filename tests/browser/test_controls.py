"""What the reader of a report can switch, search and reach by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

import declutter

FIXTURES = Path(__file__).parents[2] / "fixtures"
DOWN, UP, HOME, END, ENTER, ESCAPE = "\ue015", "\ue013", "\ue011", "\ue010", "\ue007", "\ue00c"


@pytest.fixture(scope="module")
def result() -> declutter.Result:
    return declutter.extract((FIXTURES / "blind/kitshop-stoves.html").read_text("utf-8"))


@pytest.fixture
def page(look, result):
    return look(result.report("kitshop-stoves.html"))


def box(page, name: str):
    return next(label for label in page.all("#categories label") if label.text.split("\n")[0].lower() == name)


def of(result, *categories: str) -> list[int]:
    return [v.block.index for v in result.dropped if v.category in categories]


def test_the_legend_counts_what_was_dropped_by_category(page, result):
    counts = page.run(
        "return Object.fromEntries([...document.querySelectorAll('.entry')]"
        ".map((entry) => [entry.querySelector('.id').textContent, Number(entry.querySelector('.count').textContent)]))"
    )
    assert counts.pop("main text") == len(result.kept)
    expected = {v.category: len(of(result, v.category)) for v in result.dropped}
    assert {name: count for name, count in counts.items() if count} == expected


def test_a_category_can_be_switched_off_and_on(page, result):
    everything = page.shown()
    box(page, "navigation").click()
    assert page.shown() == [i for i in everything if i not in of(result, "navigation")]
    box(page, "navigation").click()
    assert page.shown() == everything


def test_a_family_is_switched_as_a_whole(page, result):
    everything = page.shown()
    ways = {c.id for c in declutter.CATEGORIES if c.group == "ways to other places"}
    box(page, "navigation").click()
    assert page.run("return document.querySelectorAll('.family input:indeterminate').length") == 1
    box(page, "ways to other places").click()
    box(page, "ways to other places").click()
    assert page.shown() == [i for i in everything if i not in of(result, *ways)]


def test_main_text_can_be_hidden_and_everything_brought_back(page, result):
    box(page, "main text").click()
    assert page.shown() == [v.block.index for v in result.dropped]
    page.click("#none")
    assert page.shown() == []
    assert "No block to show" in page.text("#empty")
    page.click("#every")
    assert len(page.shown()) == len(result.verdicts)


def test_views_show_kept_dropped_or_changed_blocks(page, result):
    for view, expected in (("kept", result.kept), ("dropped", result.dropped), ("changed", ())):
        page.run(f"document.querySelector('[value={view}]').click()")
        assert page.shown() == [v.block.index for v in expected]
    page.slide(-5)
    assert page.shown() == page.shown(".changed") != []


def test_search_counts_and_walks_through_matches(page, result):
    wanted = [v.block.index for v in result.verdicts if "gas" in v.block.text.lower()]
    assert len(wanted) > 2
    page.press("/", *"GAS")
    assert page.text("#found") == f"{len(wanted)} blocks"
    assert page.run("return CSS.highlights.get('found').size") >= len(wanted)
    seen = []
    for _ in wanted:
        page.press(ENTER)
        seen.append(page.run("return Number(document.querySelector('.here').dataset.index)"))
    assert seen == wanted
    assert page.text("#found") == f"{len(wanted)} of {len(wanted)}"
    assert page.run("return getComputedStyle(document.querySelector('.here')).outlineStyle") == "solid"
    page.click("#next")
    assert page.text("#found") == f"1 of {len(wanted)}"
    page.click("#previous")
    assert page.text("#found") == f"{len(wanted)} of {len(wanted)}"
    assert page.run(
        "const { top } = document.querySelector('.here').getBoundingClientRect(); return top > 0 && top < innerHeight"
    )


def test_search_takes_every_character_for_itself(page):
    page.press("/", *"[.*+?^${}()|\\-/")
    assert page.text("#found") == "nothing"
    page.run("query.value = '40% off'; find()")
    assert page.text("#found") == "1 block"


def test_search_tells_what_is_hidden(page, result):
    page.run("query.value = 'equipment'; find()")
    page.run("document.querySelector('[value=kept]').click()")
    assert "hidden" in page.text("#found")


def test_keys_walk_through_the_blocks(page):
    page.press("j")
    assert page.focused() == 0
    page.press("j", DOWN, DOWN)
    assert page.focused() == 3
    page.press("k", UP)
    assert page.focused() == 1
    page.press(END)
    assert page.focused() == page.shown()[-1]
    page.press("j")
    assert page.focused() == page.shown()[-1]
    page.press(HOME)
    assert page.focused() == 0


def test_walking_passes_over_hidden_blocks(page, result):
    page.run("document.querySelector('[value=kept]').click(); document.activeElement.blur()")
    page.press("j", "j")
    assert page.focused() == result.kept[1].block.index


def test_enter_opens_a_receipt_that_follows_the_keys_and_escape_closes_it(page):
    page.press("j", "j", ENTER)
    assert page.one("#receipt").is_displayed()
    assert page.run("return document.activeElement.getAttribute('aria-expanded')") == "true"
    assert "Block 2 of" in page.text("#receipt .where")
    page.press("j")
    assert "Block 3 of" in page.text("#receipt .where")
    assert len(page.all("[aria-expanded=true]")) == 1
    page.press(ESCAPE)
    assert not page.one("#receipt").is_displayed()
    assert page.focused() == 2
    page.press(ENTER, ENTER)
    assert not page.one("#receipt").is_displayed()


def test_letters_that_are_typed_are_no_commands(page):
    page.press("/", *"jkct?n")
    assert page.run("return query.value") == "jkct?n"
    assert not page.run("return help.open")
    page.press(ESCAPE)
    assert page.run("return query.value") == ""


def test_help_opens_and_closes(page):
    page.press("?")
    assert page.run("return help.open")
    page.press(ESCAPE)
    assert not page.run("return help.open")


def test_c_goes_to_what_the_slider_changes(page):
    page.slide(-5)
    page.press("c")
    assert page.focused() == page.shown(".changed")[0]
    page.press("c", "C")
    assert page.focused() == page.shown(".changed")[0]


def test_the_focus_can_be_seen(page):
    page.press("j")
    style = page.run(
        "const s = getComputedStyle(document.activeElement.closest('li')); return [s.outlineStyle, s.outlineWidth]"
    )
    assert style == ["solid", "2px"]
    page.press("t")
    assert page.run("return getComputedStyle(slider).outlineStyle") == "solid"


def test_one_block_at_a_time_is_reached_by_tab(page):
    assert len(page.all("#blocks [tabindex='0']")) == 1
    page.press("j", "j", "j")
    assert page.run("return document.querySelector('#blocks [tabindex=\"0\"]').closest('li').dataset.index") == "2"


def test_everything_that_works_has_a_role_and_a_name(page):
    page.press("j", ENTER)
    nodes = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = {}
    for node in nodes:
        if not node["ignored"]:
            named.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", ""))
    for role in ("button", "checkbox", "radio", "slider", "searchbox", "table", "rowheader", "list", "main", "banner"):
        assert named.get(role), role
    for role in ("button", "checkbox", "radio", "slider", "searchbox", "list", "complementary"):
        assert all(named[role]), (role, named[role])
    assert any(name.startswith("commerce") for name in named["button"])
