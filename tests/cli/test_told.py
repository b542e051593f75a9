"""What the command tells beside the text."""

from __future__ import annotations

import json
import unicodedata

import pytest

import declutter
from declutter.categories import CATEGORY_IDS
from declutter.packs.table import bundled_languages

from .command import FURNITURE, NOISE, PAGE, PROSE, TEXT, TITLE, one_line


def test_explain_leaves_the_text_alone(run, page):
    status, out, err = run(page, "--explain")
    assert (status, out) == (0, TEXT)
    for line, category in zip(FURNITURE, ("skip-link", "share", "newsletter"), strict=True):
        told = next(row for row in err.splitlines() if line in row)
        assert told.startswith("drop")
        assert category in told
    assert sum(row.startswith("keep") for row in err.splitlines()) == len(PROSE)


def test_explain_several_files_under_their_names(run, page):
    err = run(page, "-", "--explain", stdin=PAGE.encode()).err
    assert err.index(f"==> {page} <==") < err.index("==> standard input <==")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_explain_goes_into_the_object(run, page, form):
    status, out, err = run(page, "--explain", "--to", form)
    blocks = json.loads(out)["blocks"]
    assert (status, err) == (0, "")
    assert [block["text"] for block in blocks] == PAGE.rstrip("\n").split("\n\n")
    assert [block["kept"] for block in blocks] == [block["text"] in PROSE for block in blocks]
    assert {row["reason"] for row in blocks[0]["evidence"]} >= {"skip-link.whole"}


@pytest.mark.parametrize(
    "poison",
    ["\x1b[31mred", "\x1b]0;title\x07", "\x9b2J", "\b\b\b", "\u202edesrever", "\u2066x", "a\rb"],
    ids=["colour", "title", "C1", "backspace", "override", "isolate", "return"],
)
def test_explain_sends_nothing_to_the_terminal_but_text(run, poison):
    page = "\n\n".join([f"Skip {poison} to content", f"{poison} {PROSE[0]}", *PROSE[1:], f"By {poison} Ann Lee"])
    err = run("--explain", "-v", stdin=page.encode()).err
    assert "Skip" in err
    assert not [char for char in err if char != "\n" and unicodedata.category(char).startswith("C")]


def test_names_of_files_cannot_break_the_one_line(run, tmp_path):
    status, _, err = run(tmp_path / "gone\x1b[2J\n.txt")
    assert status == 1
    assert one_line(err)
    assert "\x1b" not in err


@pytest.mark.parametrize(
    "page",
    [b"", b"\n \n\n", NOISE.encode(), b"<html></html>"],
    ids=["empty", "blank", "all dropped", "no text in HTML"],
)
def test_nothing_left_warns(run, page):
    status, out, err = run(stdin=page)
    assert (status, out) == (0, "")
    assert one_line(err)
    assert "standard input" in err
    assert run("-q", stdin=page) == (0, "", "")


def test_verbose_has_a_line_for_each_input(run, page):
    status, out, err = run("-v", page, page)
    assert status == 0
    assert [str(page) in line for line in err.splitlines()] == [True, True]
    assert "text" in err
    assert TITLE not in out


def test_list_languages(run):
    status, out, err = run("--list-languages")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == len(bundled_languages())
    assert any(line.startswith("en    English") and line.endswith("phrases") for line in lines)


def test_list_categories(run):
    status, out, err = run("--list-categories")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(CATEGORY_IDS)
    assert all(len(line.split()) > 1 for line in out.splitlines())


def test_list_filters(run):
    status, out, err = run("--list-filters")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [filter.name for filter in declutter.DEFAULT.filters]
    assert all(len(line.split()) > 1 for line in out.splitlines())


def test_version(run):
    assert run("--version") == (0, f"declutter {declutter.__version__}\n", "")


def test_help_names_every_option(run):
    out = run("--help").out
    options = "-o --from --to --with-title --focus --keep --drop --only-dropped --explain --language -q -v".split()
    assert [option for option in options if option not in out] == []
