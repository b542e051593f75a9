"""Text on a terminal: its width, its colours, and what it may not say."""

from __future__ import annotations

import io

import pytest

from declutter.render.terminal import PLAIN, Look, columns, fitted, in_one_line, look_of, padded, printable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "0"}, True),
    ],
    ids=str,
)
def test_colours_on_a_terminal(environment: dict[str, str], coloured: bool) -> None:
    assert look_of(Terminal(), environment) == Look(80, coloured)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False), ({"FORCE_COLOR": ""}, False)],
    ids=str,
)
def test_colours_elsewhere(environment: dict[str, str], coloured: bool) -> None:
    assert look_of(io.StringIO(), environment) == Look(None, coloured)


@pytest.mark.parametrize(
    ("asked", "width"),
    [("120", 120), ("5", 30), ("0", 80), ("-3", 80), ("wide", 80), ("", 80), ("²", 80), ("9" * 5000, 999_999)],
)
def test_width_that_is_asked_for(asked: str, width: int) -> None:
    assert look_of(Terminal(), {"COLUMNS": asked}).width == width


def test_paint() -> None:
    assert Look(coloured=True).paint("drop", "red", "bold") == "\x1b[31;1mdrop\x1b[0m"
    assert Look(coloured=True).paint("drop") == "drop"
    assert PLAIN.paint("drop", "red") == "drop"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("tide", 4, id="Latin"),
        pytest.param("höchster", 8, id="accents"),
        pytest.param("ho\u0308her", 5, id="combining"),
        pytest.param("潮汐", 4, id="Han"),
        pytest.param("カﾅ", 3, id="halfwidth"),
        pytest.param("Ａ", 2, id="fullwidth"),
        pytest.param("한국", 4, id="Hangul"),
        pytest.param("\u1112\u1161\u11ab", 2, id="Jamo"),
        pytest.param("🌊", 2, id="emoji"),
        pytest.param("ทั้ง", 2, id="Thai"),
        pytest.param("مَدّ", 2, id="Arabic"),
        pytest.param("“…”", 3, id="ambiguous"),
    ],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
    assert padded(text, 10) == text + " " * (10 - width)
    assert fitted(text, width) == text
    assert columns(fitted(text + text, width)) <= width


@pytest.mark.parametrize("width", range(1, 12))
@pytest.mark.parametrize(
    "text", ["winter ferry", "冬天的渡輪", "a冬b天c", "e\u0301" * 12, "\u0301" * 200, "x" + "\u0301" * 200]
)
def test_fitted_is_never_wider(text: str, width: int) -> None:
    cut = fitted(text, width)
    assert columns(cut) <= width
    assert cut == text or cut.endswith("…")


def test_one_line_of_a_long_block() -> None:
    assert in_one_line("a\n\tb", 10) == "a b"
    assert in_one_line("word " * 10**6, 10) == "word word…"
    assert in_one_line("a" + " " * 10**6 + "b", 10) == "a …"


@pytest.mark.parametrize(
    "mark", ["\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2066", "\u2028", "\u2029", "\ud800", "\ufeff"]
)
def test_printable(mark: str) -> None:
    assert printable(f"the {mark}{mark}tide") == "the  tide"
