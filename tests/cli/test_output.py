"""Where and how the command writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .command import PAGE, PROSE, TEXT, TITLE, one_line, spawn, start


def test_output_to_a_file(run, page, tmp_path):
    out = tmp_path / "out.txt"
    assert run(page, "-o", out) == (0, "", "")
    assert out.read_text("utf-8") == TEXT


def test_output_may_be_the_input(run, page):
    assert run(page, "-o", page).status == 0
    assert page.read_text("utf-8") == TEXT


@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError("boom")], ids=["interrupted", "crashed"])
def test_output_file_stays_when_the_run_stops(run, page, tmp_path, monkeypatch, fault):
    def stop(*_args, **_options):
        raise fault

    out = tmp_path / "out.txt"
    out.write_text("old")
    monkeypatch.setattr("declutter.cli.job.extract", stop)
    try:
        run(page, "-o", out)
    except RuntimeError:
        assert fault is not KeyboardInterrupt
    assert out.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [out, page]


def test_output_file_stays_when_no_input_could_be_read(run, tmp_path):
    out = tmp_path / "out.txt"
    out.write_text("old")
    assert run(tmp_path / "missing.txt", "-o", out).status == 1
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("place", ["missing/out.txt", "."], ids=["no such folder", "a folder"])
def test_output_that_cannot_be_written(run, page, tmp_path, place):
    status, out, err = run(page, "-o", tmp_path / place)
    assert (status, out) == (1, "")
    assert one_line(err)
    assert "cannot write" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk(page):
    with open("/dev/full", "wb") as full:
        status, _, err = spawn(page, stdout=full)
    assert status == 1
    assert one_line(err)


def test_text_ends_with_one_line_feed(run):
    assert run(stdin=(PAGE + "\n\n\n").encode()).out == TEXT


def test_json_for_one_file_is_an_object(run, page):
    status, out, err = run(page, "--to", "json")
    record = json.loads(out)
    assert (status, err) == (0, "")
    assert record["file"] == str(page)
    assert record["text"] == TEXT.rstrip("\n")
    assert record["title"] == TITLE
    assert "blocks" not in record


def test_json_for_several_files_is_a_list(run, page):
    records = json.loads(run(page, "-", page, "--to", "json", stdin=PAGE.encode()).out)
    assert [record["file"] for record in records] == [str(page), "standard input", str(page)]


def test_jsonl_has_a_line_for_each_file(run, page):
    lines = run(page, "-", "--to", "jsonl", stdin=PAGE.encode()).out.splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["file"] for record in records] == [str(page), "standard input"]
    assert {record["text"] for record in records} == {TEXT.rstrip("\n")}


def test_jsonl_lines_hold_whatever_breaks_lines(run):
    page = "\u2028".join(PROSE) + "\r\n" + "\x85".join(PROSE)
    out = run("--to", "jsonl", "--explain", stdin=page.encode()).out
    assert out.count("\n") == 1
    assert json.loads(out)["blocks"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_output_is_utf8_whatever_the_locale(page, form):
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    status, out, err = spawn(page, "--to", form, "--explain", env=env)
    assert status == 0
    assert "“We have heard" in out
    assert form != "text" or "“We have heard" in err


def test_closed_pipe_ends_quietly(tmp_path):
    big = tmp_path / "big.txt"
    big.write_text("\n\n".join(f"{i}. {PROSE[i % 4]}" for i in range(3_000)), "utf-8")
    with start(big) as process:
        first = process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        status = process.wait(timeout=60)
    assert first.decode().startswith("0. ")
    assert (status, err) == (0, b"")
