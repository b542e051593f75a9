"""The report in light and dark, on a phone, from right to left, on paper, and with 5,000 blocks."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

import declutter
from declutter import Block, Document, Evidence, Result, Verdict

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHOP = (FIXTURES / "blind/kitshop-stoves.html").read_text("utf-8")

# The colours as they come to the screen, whatever they are written in; those behind a text are laid over one another.
CONTRASTS = """
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
function painted(...colours) {
  canvas.clearRect(0, 0, 1, 1);
  for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
function light(rgb) {
  const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const found = {};
for (const element of document.body.querySelectorAll('*')) {
  const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!words || !element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
  const behind = [];
  for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
  const back = painted('white', ...behind);
  const front = painted('white', ...behind, getComputedStyle(element).color);
  const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
  const name = `${element.tagName}.${element.className}: ${element.textContent.slice(0, 30)}`;
  found[name] = (a + 0.05) / (b + 0.05);
}
return found;
"""


def made(blocks: int) -> Result:
    """A result with as many blocks and rows as a large page has, of every category and score."""
    ids = [category.id for category in declutter.CATEGORIES]
    verdicts = []
    for i in range(blocks):
        block = Block(
            i, f"The ferry number {i} will run all winter, the council said. " * (1 + i % 4), "", span=(i, i + 1)
        )
        score = (i * 7919 % 1201) / 100 - 6
        category = ids[i % len(ids)]
        rows = [Evidence(i, "context", f"context.{n}", 0.25, "", f"{i} words, {n}") for n in range(14)]
        rows.append(Evidence(i, category, f"{category}.whole", score - 3.5, category, "ferry"))
        verdicts.append(Verdict(block, tuple(rows), score, category, score <= 0.05))
    return Result(Document("", "text", tuple(v.block for v in verdicts)), tuple(verdicts), 0.05)


def wide(page) -> int:
    return page.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_everything_can_be_read_in_light_and_dark(look, dark):
    page = look(made(60).report("ferry.txt"), dark=dark)
    page.slide(1)
    page.click("#blocks .dropped")
    contrasts = page.run(CONTRASTS)
    assert len(contrasts) > 150
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


def test_the_theme_follows_the_system_until_it_is_switched(look):
    html = declutter.extract(SHOP).report()

    def is_dark(page) -> bool:
        return page.run("return getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"

    assert not is_dark(look(html))
    page = look(html, dark=True)
    assert is_dark(page)
    page.click("#theme")
    assert "light" in page.text("#theme")
    assert not is_dark(page)
    assert not is_dark(look(html, dark=True)), "the choice is remembered"
    page.click("#theme")
    assert is_dark(look(html))
    page.click("#theme")
    assert not is_dark(look(html))


@pytest.mark.parametrize("result", [declutter.extract(SHOP), declutter.extract("x" * 3000 + "\n\n" + "https://" * 90)])
def test_a_phone_never_scrolls_sideways(look, result):
    page = look(result.report("a-very-long-file-name-without-any-place-to-break-it-" * 3), phone=True)
    assert wide(page) == 0
    page.run("document.getElementById('legend').open = true; document.querySelector('#blocks li').click()")
    page.settle()
    assert wide(page) == 0
    page.click("#receipt caption button")
    assert wide(page) == 0
    (panel,) = page.boxes("#receipt")
    assert (panel["left"], panel["right"]) == (0, 360)
    page.slide(-5)
    page.run("document.getElementById('help').showModal()")
    assert wide(page) == 0


def test_on_a_phone_a_block_is_seen_above_its_receipt(look):
    page = look(declutter.extract(SHOP).report(), phone=True)
    for index in (0, 20, 40):
        page.run("document.querySelector(`[data-index='${arguments[0]}']`).click()", index)
        page.settle()
        block, panel, bar = page.boxes(".open", "#receipt", ".bar")
        assert bar["bottom"] - 1 <= block["top"], index
        assert block["top"] < panel["top"]


def test_a_desk_has_room_for_legend_blocks_and_receipt_side_by_side(look):
    page = look(declutter.extract(SHOP).report())
    page.click("#blocks li")
    assert wide(page) == 0
    side, main, receipt = page.boxes(".side", "main", "#receipt")
    assert side["right"] <= main["left"]
    assert main["right"] <= receipt["left"]
    assert main["width"] > 500
    assert receipt["bottom"] <= 900


def test_text_from_right_to_left_is_shown_so(look):
    source = (FIXTURES / "blind-lang/ar-news.txt").read_text("utf-8")
    page = look(declutter.extract(source).report())
    directions = page.run(
        "return [...document.querySelectorAll('.text')].map((text) => getComputedStyle(text).direction)"
    )
    assert directions.count("rtl") > len(directions) * 0.9
    assert page.run("return getComputedStyle(document.body).direction") == "ltr"
    assert page.run("return document.getElementById('blocks').lang") == "ar"


def test_on_paper_there_are_the_blocks_and_nothing_to_press(look):
    page = look(made(200).report())
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not page.run(
        "return ['.side', '.bar', '.tools'].some((one) => document.querySelector(one).checkVisibility())"
    )
    pdf = page.driver.execute_cdp_cmd("Page.printToPDF", {})["data"]
    assert base64.b64decode(pdf).count(b"/Type /Page\n") + base64.b64decode(pdf).count(b"/Type /Page ") > 3


def test_a_page_without_text_says_so(look):
    page = look(declutter.extract("").report())
    assert "no text" in page.text("#empty")
    page.slide(-5)
    page.press("j", "k", "c", "n")


MOVE = """
const [value, done] = arguments;
const begun = performance.now();
slider.value = value;
slider.dispatchEvent(new Event('input'));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
"""


def _seconds(page, blocks: int) -> tuple[float, float]:
    """How long a report takes from its last byte to the screen, and how long a move of the slider takes, mostly."""
    timing = page.run("return performance.timing")
    moves = [page.driver.execute_async_script(MOVE, threshold) for threshold in (-4, 4, -1, 2, 0.05, 0.5)]
    assert len(page.all("#blocks li")) == blocks
    return (timing["loadEventEnd"] - timing["responseEnd"]) / 1000, sorted(moves)[len(moves) // 2] / 1000


def test_a_large_page_stays_quick(look):
    """Four times the blocks take about four times as long; what is quick anyway need not grow so evenly."""
    small = [_seconds(look(made(1250).report()), 1250) for _ in range(3)]
    large = [_seconds(look(made(5000).report()), 5000) for _ in range(3)]
    for measure, seconds in ((0, 0.5), (1, 0.1)):
        before, after = (min(run[measure] for run in runs) for runs in (small, large))
        assert after < max(8 * before, seconds)
