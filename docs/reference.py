"""A Sphinx extension of this project's own: the API, categories, filters and languages, written from the code."""

from __future__ import annotations

import inspect
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import declutter
from declutter.filters import READABILITY, Rule
from declutter.packs import bundled_packs

HERE = Path(__file__).parent / "reference"
EXTRA = Path(__file__).parent / "_extra"
SHOP = Path(__file__).parents[1] / "fixtures/blind/kitshop-stoves.html"

# What the API page tells, by section; a class or function by its full name.
_API = {
    "Cleaning pages": (
        "Two functions; the first gives what is asked for most of the second.",
        "declutter.clean declutter.extract declutter.page_input.PageInput",
    ),
    "Results": (
        "What comes out: a verdict on every block, and all that follows from them "
        "([how to read one](../how-to/read-a-receipt.md)).",
        "declutter.Result declutter.Verdict declutter.Evidence declutter.PageType declutter.Category"
        " declutter.CATEGORIES",
    ),
    "Metadata": (
        "What a page says of itself ([how to](../how-to/get-metadata.md)).",
        "declutter.metadata.Metadata declutter.metadata.Stated",
    ),
    "Pipelines and filters": (
        "Frozen values: no call changes one ([how to write a filter](../how-to/write-a-filter.md)).",
        "declutter.DEFAULT declutter.Pipeline declutter.Filter declutter.filters.READABILITY declutter.filters.Sign"
        " declutter.filters.Rule",
    ),
    "Documents": (
        "What filters look at.",
        "declutter.Document declutter.Block declutter.model.Reading declutter.model.Hit declutter.elements.Element"
        " declutter.elements.Holding declutter.elements.Declared declutter.Media",
    ),
    "Packs": (
        "The wording of a language ([how to add one](../how-to/add-a-language.md)).",
        "declutter.packs.Pack declutter.packs.load_pack",
    ),
    "Errors": (
        "All in one tree, but for arguments of a wrong type, which raise ``TypeError``.",
        "declutter.DeclutterError declutter.UnknownNameError declutter.ConflictError declutter.FilterError"
        " declutter.PackError declutter.MissingExtraError",
    ),
}

# What values are: autodoc would tell what their types are.
_VALUES = {
    "declutter.CATEGORIES": "All categories, in the order of the taxonomy: a tuple of :class:`declutter.Category`.",
    "declutter.DEFAULT": "The :class:`declutter.Pipeline` that is used when no other is given, with all filters.",
    "declutter.filters.READABILITY": "A second opinion by readability-lxml, for :meth:`declutter.Pipeline.consulting`.",
}


def setup(_app: Any) -> dict[str, bool]:
    """Write the generated pages before Sphinx reads its sources."""
    HERE.mkdir(exist_ok=True)
    EXTRA.mkdir(exist_ok=True)
    shop = declutter.extract(SHOP.read_bytes(), url="https://kitshop.example.org/stoves")
    (EXTRA / "report-example.html").write_text(shop.report(SHOP.name), "utf-8")
    _write("api.md", _api())
    _write("categories.md", _categories())
    _write("filters.md", _filters())
    _write("languages.md", _languages())
    return {"parallel_read_safe": True}


def _write(name: str, text: str) -> None:
    page = HERE / name
    if not page.exists() or page.read_text("utf-8") != text:
        page.write_text(text, "utf-8")


def _api() -> str:
    told = {name.rpartition(".")[2] for _, names in _API.values() for name in names.split()}
    untold = {*declutter.__all__} - {"__version__"} - told
    assert not untold, f"put these public names on the API page, in docs/reference.py: {sorted(untold)}"
    lines = ["# API", "", "Everything that most callers need is in the package `declutter` itself.", ""]
    for title, (about, names) in _API.items():
        directives = [line for name in names.split() for line in _directive(name)]
        lines += [f"## {title}", "", about, "", "```{eval-rst}", *directives, "```", ""]
    return "\n".join(lines)


def _directive(name: str) -> list[str]:
    if name in _VALUES:
        return [f".. py:data:: {name}", "", f"   {_VALUES[name]}", ""]
    module, _, attribute = name.rpartition(".")
    found = getattr(import_module(module), attribute)
    if inspect.isfunction(found):
        return [f".. autofunction:: {name}"]
    if not inspect.isclass(found):
        return [f".. autodata:: {name}"]
    if issubclass(found, Exception):
        return [f".. autoexception:: {name}", "   :show-inheritance:"]
    # The fields of dataclasses and named tuples stand in their docstrings.
    own = [member for member, value in vars(found).items() if member[0] != "_" and _is_method(value)]
    members = ", ".join([*own, *(["__call__"] if name == "declutter.Filter" else [])])
    return [f".. autoclass:: {name}", *([f"   :members: {members}"] if members else [])]


def _is_method(value: object) -> bool:
    return inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod)


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
