"""What every filter promises: documentation in four sections, an example that makes it fire, prices for its reasons."""

from __future__ import annotations

import inspect
import re

import pytest

import declutter
from declutter.filters import Rule
from declutter.weights import bundled_weights

SECTIONS = ("What it catches:", "Why it is noise:", "When it is wrong:", "Example:")
RULES = [rule for rule in declutter.DEFAULT.filters if isinstance(rule, Rule)]
PROSE = "The ferry will run all winter, the council said on Tuesday, and the mayor was glad of it."
# These look at what stands around a block, so their example needs company.
AROUND = {
    "headline": f"{{}}\n\n{PROSE}\n\n{PROSE}",
    "repeats": "{}\n\n{}\n\n{}",
    "position": f"{{}}\n\nNews\n\nSport\n\n{PROSE}",
    "topic": "\n\n".join(
        ["Nobody reads what the cookies are for, says the newspaper that asks for consent to them.", "{}"]
        + ["Readers give their consent to cookies in less than a second, the researchers found."] * 3
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_documentation_has_its_sections(rule: Rule):
    doc = inspect.getdoc(rule.observe) or ""
    assert [section for section in SECTIONS if f"\n{section}\n" not in doc] == []
    places = [doc.find(f"\n{section}\n") for section in SECTIONS]
    assert places == sorted(places)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example_fires(rule: Rule):
    doc = inspect.getdoc(rule.observe) or ""
    example = re.search(r"``(.+?)``", doc[doc.index("\nExample:") :])[1]
    page = AROUND.get(rule.name, "{}").replace("{}", example)
    verdicts = declutter.extract(page).verdicts
    said = [row for verdict in verdicts if example in (verdict.block.text, page) for row in verdict.evidence]
    assert rule.name in {row.filter for row in said}


def test_every_price_is_a_number_with_a_reason():
    import tomllib
    from importlib.resources import files

    table = tomllib.loads((files("declutter") / "weights.toml").read_text("utf-8"))
    assert all(isinstance(row["log_odds"], float) and row["why"].endswith(".") for row in table.values())


def test_every_price_is_used():
    """A price that nothing asks for is a leftover: its reason stands in no filter."""
    import declutter.filters

    root = next(iter(declutter.filters.__path__))
    from pathlib import Path

    source = "".join(path.read_text("utf-8") for path in Path(root).glob("*.py"))
    known = {rule.name for rule in RULES}
    for reason in bundled_weights().table:
        head, *rest = reason.split(".")
        assert head == "*" or head in known
        assert all(part in source for part in rest)


def test_a_reason_without_a_price_says_where_to_add_one():
    with pytest.raises(KeyError, match=r"weights\.toml"):
        bundled_weights().log_odds("nothing.known")
