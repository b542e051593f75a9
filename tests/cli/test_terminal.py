"""What the command shows on a terminal, and what it does not let a page show there."""

from __future__ import annotations

import os
import re

import pytest

from declutter.render.terminal import columns

from .command import FURNITURE, PROSE, TITLE, spawn, spawn_on_terminal

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def bare(text):
    return ESCAPE.sub("", text)


def test_explain_is_a_coloured_table_on_a_terminal(page):
    shown = spawn_on_terminal("--explain", page, stream="stderr")
    heading, *_, summary = bare(shown).splitlines()
    assert heading.split() == ["score", "category", "text"]
    assert summary.startswith(f"{len(PROSE)} of {len(PROSE) + len(FURNITURE) + 1} blocks kept, up to +0.05")
    assert shown.count("\x1b[32;1mkeep\x1b[0m") == len(PROSE)
    assert shown.count("\x1b[31;1mdrop\x1b[0m") == len(FURNITURE) + 1


@pytest.mark.parametrize("width", [30, 45, 60, 80, 132, 200])
def test_explain_fits_the_terminal(page, width):
    lines = bare(spawn_on_terminal("--explain", page, stream="stderr", width=width)).splitlines()
    assert max(map(columns, lines)) <= width
    assert max(map(columns, lines)) > width - 12 or width > 100
    assert any(line.rstrip().endswith("…") for line in lines)


def test_explain_measures_wide_letters(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("渡輪整個冬天都會航行，議會週二表示，" * 8 + "。\n\n訂閱電子報\n\n" + "ｗｉｄｅ " * 40, "utf-8")
    lines = bare(spawn_on_terminal("--explain", page, stream="stderr", width=70)).splitlines()
    assert 68 <= max(map(columns, lines)) <= 70


def test_columns_overrides_the_width(page):
    shown = bare(spawn_on_terminal("--explain", page, stream="stderr", width=80, env={"COLUMNS": "50"}))
    assert 45 <= max(map(columns, shown.splitlines())) <= 50


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}], ids=str)
def test_no_colours_where_none_are_wanted(page, env):
    shown = spawn_on_terminal("--explain", page, stream="stderr", env=env)
    assert "\x1b" not in shown
    assert shown.split()[:3] == ["score", "category", "text"]


@pytest.mark.parametrize("args", [["--explain"], ["--diff"], ["--why", "ferry"]], ids=lambda args: args[0])
def test_colours_elsewhere_only_when_forced(page, args):
    plain = spawn(*args, page, env={"FORCE_COLOR": "", "NO_COLOR": ""})
    forced = spawn(*args, page, env={"FORCE_COLOR": "1", "NO_COLOR": ""})
    assert "\x1b" not in plain.out + plain.err
    assert "\x1b[" in forced.out + forced.err
    if args != ["--diff"]:
        assert (bare(forced.out), bare(forced.err)) == (plain.out, plain.err)


def test_no_colours_in_a_file(page, tmp_path):
    out = tmp_path / "out.txt"
    assert spawn("--diff", page, "-o", out, env={"FORCE_COLOR": "1"}).status == 0
    assert "\x1b" not in out.read_text("utf-8")


def test_diff_strikes_out_on_a_terminal(page):
    shown = spawn_on_terminal("--diff", page, stream="stdout")
    assert f"\x1b[2;9m{FURNITURE[0]}\x1b[0m\n" in shown
    assert f"\x1b[2;9m{TITLE}\x1b[0m\n" in shown
    assert f"\n{PROSE[0]}\n" in shown


def test_why_is_coloured_on_a_terminal(page):
    shown = spawn_on_terminal("--why", "newsletter", page, stream="stdout", width=60)
    assert "\x1b[31;1mdropped as newsletter\x1b[0m" in shown
    assert max(map(columns, bare(shown).splitlines()[2:-1])) <= 60


POISON = ["\x1b[31mred", "\x1b]0;title\x07", "\x9b2J", "\b\b\b", "\u202edesrever", "\u2066x", "a\rb", "\u2028"]


@pytest.mark.parametrize("args", [["--explain"], ["--diff"], ["--why", "to content"], ["--why", "nothing like it"]])
@pytest.mark.parametrize("poison", POISON, ids=ascii)
def test_pages_cannot_speak_to_the_terminal(run, args, poison):
    page = "\n\n".join([f"Skip {poison} to content", f"{poison} {PROSE[0]}", *PROSE[1:], f"By {poison} Ann Lee"])
    _, out, err = run(*args, stdin=page.encode())
    told = err if args == ["--explain"] else out + err
    assert told
    assert not [char for char in told if char != "\n" and not char.isprintable()]


@pytest.mark.parametrize("option", ["--explain", "--diff"])
def test_names_of_files_cannot_speak_to_the_terminal(run, page, tmp_path, option):
    odd = tmp_path / "odd\x1b[2J\nname.txt"
    odd.write_text("Skip to content", "utf-8")
    _, out, err = run(option, odd, page)
    assert "\x1b" not in out + err
    assert "odd [2J name.txt <==" in out + err


def test_closed_standard_error_is_no_failure(page):
    status, out, _ = spawn("--explain", "-v", page, stderr=None, preexec_fn=lambda: os.close(2))
    assert status == 0
    assert TITLE not in out
