"""What every filter promises: documentation in four sections, an example that makes it fire, prices for its reasons."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

import declutter
from declutter.filters import READABILITY, Rule
from declutter.filters.name_words import NAME_WORDS
from declutter.segment import places
from declutter.weights import bundled_weights

SECTIONS = ("What it catches:", "Why it is noise:", "When it is wrong:", "Example:")
RULES = [rule for rule in declutter.DEFAULT.filters if isinstance(rule, Rule)]
WITH_CONSULTED = [*RULES, READABILITY]
PROSE = "The ferry will run all winter, the council said on Tuesday, and the mayor was glad of it."
ARTICLE = f"<p>{PROSE}</p><p>{PROSE}</p>"
BODY = " ".join([PROSE] * 5)
DECLARED = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{BODY}"}}</script>'
# These look at what stands around a block, so their example needs company.
AROUND = {
    "headline": f"{{}}\n\n{PROSE}\n\n{PROSE}",
    "topic": "\n\n".join(
        ["Nobody reads what the cookies are for, says the newspaper that asks for consent to them.", "{}"]
        + ["Readers give their consent to cookies in less than a second, the researchers found."] * 3
    ),
    "speech": f"{PROSE}\n\n– Good morning.\n\n– Good morning. Sit down.\n\n{{}}\n\n– The same as yesterday.\n\n{PROSE}",
    "cut-off": f"{PROSE}\n\n{{}} {PROSE} {PROSE}\n\n{PROSE}",
    "declared": f"{DECLARED}<div>{ARTICLE}</div>{{}}",
}


# Where the parts of a reason are spelt out that a filter takes from elsewhere.
TABLES = {
    "hidden": re.findall(r'"(\w+)"', inspect.getsource(places)),
    "names": NAME_WORDS.values(),
}


@pytest.mark.parametrize("rule", WITH_CONSULTED, ids=lambda rule: rule.name)
def test_documentation_has_its_sections(rule: Rule):
    doc = inspect.getdoc(rule.observe) or ""
    assert [section for section in SECTIONS if f"\n{section}\n" not in doc] == []
    places = [doc.find(f"\n{section}\n") for section in SECTIONS]
    assert places == sorted(places)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example_fires(rule: Rule):
    doc = inspect.getdoc(rule.observe) or ""
    example = re.search(r"``(.+?)``", doc[doc.index("\nExample:") :])[1]
    own = {verdict.block.text for verdict in declutter.extract(example).verdicts}
    verdicts = declutter.extract(AROUND.get(rule.name, "{}").replace("{}", example)).verdicts
    said = [row for verdict in verdicts if verdict.block.text in own for row in verdict.evidence]
    assert rule.name in {row.filter for row in said}


def _priced() -> dict[str, dict[str, object]]:
    return tomllib.loads((files("declutter") / "weights.toml").read_text("utf-8"))


def test_every_price_is_a_number_with_a_reason():
    """One number with its reason; or one reason for a table of them, where a filter builds its reasons from parts."""
    for name, row in _priced().items():
        assert row.keys() == {"log_odds", "why"}, name
        assert row["why"].endswith("."), name
        prices = row["log_odds"].values() if isinstance(row["log_odds"], dict) else [row["log_odds"]]
        assert prices, name
        assert all(isinstance(price, float) for price in prices), name


def test_every_price_is_used():
    """A price that nothing asks for is a leftover: its reason stands in no filter."""
    import declutter.filters

    root = next(iter(declutter.filters.__path__))
    source = "".join(path.read_text("utf-8") for path in Path(root).glob("*.py"))
    known = {rule.name for rule in WITH_CONSULTED}
    for reason in (reason for reason, row in _priced().items() if not isinstance(row["log_odds"], dict)):
        head, *rest = reason.split(".")
        assert head == "*" or head in known
        assert all(part in source for part in rest)


@pytest.mark.parametrize("name", [name for name, row in _priced().items() if isinstance(row["log_odds"], dict)])
def test_every_price_of_a_family_is_used(name: str):
    """Reasons that are built from parts: each part is a word that the filter, or a table that it uses, spells out."""
    assert name in {rule.name for rule in WITH_CONSULTED}
    parts = set(_spelt(import_module(f"declutter.filters.{name}"))).union(TABLES.get(name, ()))
    assert [rest for rest in _priced()[name]["log_odds"] if not parts.issuperset(rest.split("."))] == []


def _spelt(module: object) -> Iterator[str]:
    """The words in the strings of a module, apart from its documentation."""
    nodes = list(ast.walk(ast.parse(inspect.getsource(module))))
    docs = {ast.get_docstring(node, clean=False) for node in nodes if isinstance(node, ast.Module | ast.FunctionDef)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docs:
            yield from re.split(r"[.\s]+", node.value)


def test_a_reason_without_a_price_says_where_to_add_one():
    with pytest.raises(KeyError, match=r"weights\.toml"):
        bundled_weights().log_odds("nothing.known")
