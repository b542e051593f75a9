"""The report as a file: complete, inert, and the same for the same result. tests/browser looks at it in a browser."""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import declutter
from declutter import Block, Document, Evidence, Result, Verdict
from declutter.context import bundled_forests, family_of
from declutter.decide import FOCUS
from declutter.filters import READABILITY
from declutter.render.report import report
from declutter.render.whys import why
from declutter.weights import bundled_weights
from tests.properties.test_growth import growth, repeated

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHOP = declutter.extract((FIXTURES / "blind/kitshop-stoves.html").read_text("utf-8"))


def data(html: str) -> dict:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    return json.loads(found)


def made(text: str) -> Result:
    block = Block(0, text, text, xpath=text)
    rows = (Evidence(0, text, text, 3.0, text, text),)
    return Result(Document(text, "html", (block,), title=text, url=text), (Verdict(block, rows, 3.0, text, False),))


def test_result_gives_its_report():
    assert SHOP.report("shop.html") == report(SHOP, "shop.html")
    assert "<title>shop.html · declutter</title>" in SHOP.report("shop.html")


def test_every_block_and_row_is_in_it():
    own = data(SHOP.report())
    assert len(own["blocks"]) == len(SHOP.verdicts)
    for block, verdict in zip(own["blocks"], SHOP.verdicts, strict=True):
        assert block["text"] == verdict.block.text
        assert block["kept"] == verdict.kept
        assert block["score"] == verdict.log_odds == math.fsum(row[1] for row in block["rows"])
        category = own["categories"][block["category"]]["id"] if block["category"] >= 0 else None
        assert category == verdict.category
        rows = [(*own["reasons"][reason][:2], odds, own["matches"][match]) for reason, odds, _, match in block["rows"]]
        assert rows == [(row.filter, row.reason, row.log_odds, row.match) for row in verdict.evidence]


@pytest.mark.parametrize("focus", FOCUS)
def test_the_threshold_is_that_of_the_focus(focus):
    assert data(declutter.extract("Share", focus=focus).report())["threshold"] == FOCUS[focus]


def test_the_policy_names_script_and_style_and_lets_nothing_else_run():
    html = SHOP.report()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == "'none'"
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert parts[f"{tag}-src"] == f"'sha256-{digest}'"


def test_nothing_in_it_leads_anywhere():
    html = made("ferry").report()
    assert not re.search(r"https?:|//[a-z]|\bsrc=|@import|url\(", re.sub(r"^\s*//.*$", "", html, flags=re.M))
    assert re.findall(r'href="(.*?)"', html) == ["#blocks"]


@pytest.mark.parametrize("name", sorted(path.name for path in (files("declutter.render") / "assets").iterdir()))
def test_assets_never_write_markup(name: str):
    source = (files("declutter.render") / "assets" / name).read_text("utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "style="):
        assert word not in source
    assert "\r" not in source
    assert len(source.splitlines()) < 350


@given(st.text())
def test_any_text_comes_through_and_cannot_leave_the_data(text: str):
    html = made(text).report(text)
    html.encode()
    assert html.count("<script") == 2
    assert html.count("</script") == 2
    assert data(html)["blocks"][0]["text"] == text
    assert html.count("<") == made("").report("").count("<")


@pytest.mark.parametrize(
    "text", ["</script>", "\ud800", "\0", "\u2028", "\u202e", "<!--<script>", "$data", "&lt;", "\U000e0001"]
)
def test_what_could_end_or_bend_the_file_is_escaped(text: str):
    html = made(text).report(text)
    html.encode()
    inside = html[html.index('id="data"') :]
    assert data(html)["title"] == text
    if text not in ("$data", "&lt;"):
        assert text not in inside.partition("</script>")[0]


def test_a_report_is_the_same_each_time():
    source = (FIXTURES / "blind/kitshop-stoves.html").read_text("utf-8")
    assert declutter.extract(source).report("a") == declutter.extract(source).report("a")


@pytest.mark.parametrize("unit", ["The ferry will run all winter, they said.\n\n", "<", "\ud800", "Share\n\n"])
def test_time_is_linear(unit: str):
    assert growth(lambda page: declutter.extract(page, media="text").report(), repeated(unit)) < 8


def test_whoever_asks_for_no_report_does_not_pay_for_it():
    code = "import sys, declutter; sys.exit(any(m.startswith('declutter.render.report') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_row_of_our_own_is_explained():
    rows = [row for verdict in SHOP.verdicts for row in verdict.evidence]
    assert [row for row in rows if not why(row)] == []
    for forest in bundled_forests().values():
        for family in {*map(family_of, forest.facts), "start", "balance"}:
            assert why(Evidence(0, "context", f"context.{family}", 1.0)), family
    for reason in ("override.keep", "override.drop"):
        assert why(Evidence(0, "override", reason, 1.0))
    second = declutter.extract(SHOP.document.source, pipeline=declutter.Pipeline((READABILITY,)))
    assert all(why(row) for verdict in second.verdicts for row in verdict.evidence)


def test_the_sentence_is_that_of_the_price():
    weights = bundled_weights()
    assert why(Evidence(0, "share", "share.whole", weights.log_odds("share.whole"))) == weights.whys["*.whole"]
    assert why(Evidence(0, "names", "names.ad.own", 0.45)) == weights.whys["names.*"]
    assert why(Evidence(0, "gift-guide", "gift-guide.whole", 1.7)) == ""
    assert why(Evidence(0, "gift-guide", "gift-guide.found", 1.7)) == ""


def test_every_price_has_its_sentence():
    weights = bundled_weights()
    assert {name for name in weights.table if not weights.why(name)} == set()
