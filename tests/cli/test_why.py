"""The whole page with --diff, and single blocks with --why."""

from __future__ import annotations

import re

import pytest

import declutter
from declutter.weights import bundled_weights

from .command import FURNITURE, PAGE, PROSE, TITLE, one_line


def test_diff_has_every_line_of_the_page(run, page):
    status, out, err = run("--diff", page)
    assert (status, err) == (0, "")
    expected = [f"{'  ' if line in PROSE else '- '}{line}" for line in PAGE.rstrip("\n").split("\n\n")]
    assert out == "\n\n".join(expected) + "\n"


def test_diff_shows_what_the_options_change(run, page):
    assert f"  {FURNITURE[2]}\n" in run("--diff", "--keep", "newsletter", page).out


def test_diff_of_several_files_is_under_their_names(run, page):
    out = run("--diff", page, "-", stdin=b"Skip to content").out
    assert out.startswith(f"==> {page} <==\n- {FURNITURE[0]}\n")
    assert out.endswith("==> standard input <==\n- Skip to content\n\n")


def test_diff_of_nothing_is_nothing(run):
    assert run("-q", "--diff") == (0, "", "")


@pytest.mark.parametrize("text", [FURNITURE[2], "newsletter", "OUR  Newsletter", "to\nour news"], ids=ascii)
def test_why_was_this_dropped(run, page, text):
    status, out, err = run("--why", text, page)
    assert (status, err) == (0, "")
    first, second, *rows, last = out.splitlines()
    assert first == "dropped as newsletter (block 8 of 8, line 15)"
    assert second.strip() == FURNITURE[2]
    assert last.endswith("rows is above the threshold of +0.05: dropped")
    (verdict,) = (own for own in declutter.extract(PAGE).verdicts if own.block.text == FURNITURE[2])
    told = [row.split()[:2] for row in rows if re.match(r" +[+-]\d+\.\d\d  \w", row)]
    assert told == [[f"{row.log_odds:+.2f}", row.reason] for row in verdict.evidence]
    assert last.split()[0] == f"{verdict.log_odds:+.2f}"
    assert bundled_weights().why("newsletter.whole")[:40] in out


def test_why_was_this_kept(run, page):
    status, out, _ = run("--why", "the mayor, who had wanted", page)
    assert status == 0
    assert out.startswith("kept (block 4 of 8, line 7)\n")
    assert out.splitlines()[-1].endswith("rows is not above the threshold of +0.05: kept")


def test_why_tells_the_threshold_of_the_focus(run, page):
    assert "threshold of +2.00" in run("--why", "newsletter", "--focus", "recall", page).out


def test_why_tells_what_an_override_did(run, page):
    out = run("--why", "newsletter", "--keep", "newsletter", page).out
    assert out.startswith("kept (it would go as newsletter) ")
    assert "override.keep" in out
    assert "This category is to be kept, whatever the score." in out


def test_why_tells_of_every_block_that_has_the_text(run, page):
    out = run("--why", "FERRY", page).out
    assert len(re.findall(r"^(?:kept|dropped)\b", out, re.M)) == sum("ferry" in line for line in [TITLE, *PROSE])


def test_why_without_the_text_names_the_closest(run, page):
    status, out, err = run("--why", "Subscribe to the newsleter", page)
    assert (status, out) == (1, "")
    assert one_line(err)
    assert "no block contains 'Subscribe to the newsleter'" in err
    assert repr(FURNITURE[2]) in err


def test_why_without_anything_like_the_text_says_so(run, page):
    status, out, err = run("--why", "qqq zzz", page)
    assert (status, out, err) == (1, "", "declutter: no block contains 'qqq zzz'\n")


def test_why_in_several_files_tells_of_those_that_have_it(run, page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(f"{PROSE[3]}\n\nDonate now", "utf-8")
    status, out, err = run("--why", "donate", page, other)
    assert (status, err) == (0, "")
    assert out.startswith(f"==> {other} <==\ndropped as donation")
    assert str(page) not in out
    status, out, err = run("--why", "donnate now", page, other)
    assert (status, out) == (1, "")
    assert f"'Donate now' (in {other})" in err


def test_why_does_not_speak_of_text_when_nothing_was_read(run, tmp_path):
    status, _, err = run("--why", "ferry", tmp_path / "missing.txt")
    assert status == 1
    assert one_line(err)
    assert "no block" not in err


def test_why_goes_to_the_output_file(run, page, tmp_path):
    out = tmp_path / "why.txt"
    assert run("--why", "newsletter", page, "-o", out) == (0, "", "")
    assert out.read_text("utf-8").startswith("dropped as newsletter")
