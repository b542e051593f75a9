"""A Sphinx extension of this project's own: the lists of categories, filters and languages, written from the code."""

from __future__ import annotations

import inspect
from itertools import groupby
from pathlib import Path
from typing import Any

import declutter
from declutter.filters import READABILITY, Rule
from declutter.packs import bundled_packs

HERE = Path(__file__).parent / "reference"
EXTRA = Path(__file__).parent / "_extra"
SHOP = Path(__file__).parents[1] / "fixtures/blind/kitshop-stoves.html"


def setup(_app: Any) -> dict[str, bool]:
    """Write the generated pages before Sphinx reads its sources."""
    HERE.mkdir(exist_ok=True)
    EXTRA.mkdir(exist_ok=True)
    shop = declutter.extract(SHOP.read_bytes(), url="https://kitshop.example.org/stoves")
    (EXTRA / "report-example.html").write_text(shop.report(SHOP.name), "utf-8")
    _write("categories.md", _categories())
    _write("filters.md", _filters())
    _write("languages.md", _languages())
    return {"parallel_read_safe": True}


def _write(name: str, text: str) -> None:
    page = HERE / name
    if not page.exists() or page.read_text("utf-8") != text:
        page.write_text(text, "utf-8")


def _categories() -> str:
    lines = ["# Categories", "", "What a block can be dropped as. The ids are stable.", ""]
    for group, members in groupby(declutter.CATEGORIES, key=lambda category: category.group):
        lines += [f"## {group[0].upper()}{group[1:]}", "", "| id | what it is |", "|---|---|"]
        lines += [f"| `{category.id}` | {category.about} |" for category in members]
        lines.append("")
    return "\n".join(lines)


def _languages() -> str:
    lines = [
        "# Languages",
        "",
        "The languages whose wording is known, on every page, whatever its own language is",
        "([how to add one](../how-to/add-a-language.md)). Function words tell which language a page is in.",
        "",
        "| code | language | script | function words | phrases |",
        "|---|---|---|---|---|",
    ]
    for pack in bundled_packs():
        phrases = sum(len(found) for lists in pack.phrases.values() for found in lists.values())
        lines.append(f"| `{pack.language}` | {pack.name} | {pack.script} | {len(pack.stop_words)} | {phrases:,} |")
    return "\n".join([*lines, ""])


def _filters() -> str:
    lines = [
        "# Filters",
        "",
        "The filters of `declutter.DEFAULT`, and `readability`, for those who ask, as they describe themselves.",
        "",
    ]
    for rule in (*declutter.DEFAULT.filters, READABILITY):
        assert isinstance(rule, Rule)
        lines += [f"## `{rule.name}`", "", "```{eval-rst}", inspect.getdoc(_plain(rule)) or "", "```", ""]
    return "\n".join(_as_definitions(line) for line in lines)


def _plain(rule: Rule) -> Any:
    return rule.observe


def _as_definitions(text: str) -> str:
    """The sections of a filter's docstring as a definition list."""
    for title in ("What it catches", "Why it is noise", "When it is wrong", "Example"):
        text = text.replace(f"\n{title}:\n", f"\n**{title}**\n")
    return text
