"""What the command reads."""

from __future__ import annotations

import json

import pytest

from .command import PAGE, PROSE, TEXT, spawn


@pytest.mark.parametrize("args", [(), ("-",)], ids=["nothing", "dash"])
def test_reads_standard_input(run, args):
    assert run(*args, stdin=PAGE.encode()) == (0, TEXT, "")


def test_reads_a_file(run, page):
    assert run(page) == (0, TEXT, "")


def test_runs_as_a_process(page):
    assert spawn(page) == (0, TEXT, "")
    assert spawn(stdin=PAGE.encode()) == (0, TEXT, "")


def test_several_files_each_under_its_name_in_order(run, page, tmp_path):
    other = tmp_path / "a.html"
    other.write_text(f"<p>{PROSE[1]}</p><p>{PROSE[2]}</p>", "utf-8")
    status, out, err = run(page, other, "-", stdin=PAGE.encode())
    assert (status, err) == (0, "")
    assert out == (
        f"==> {page} <==\n{TEXT}\n==> {other} <==\n{PROSE[1]}\n\n{PROSE[2]}\n\n==> standard input <==\n{TEXT}\n"
    )


@pytest.mark.parametrize("media", ["html", "text", "markdown"])
def test_from_overrides_the_guess(run, media):
    tags = f"<p>{PROSE[0]}</p>\n\n<p>{PROSE[1]}</p>".encode()
    record = json.loads(run("--from", media, "--to", "json", stdin=tags).out)
    assert record["media"] == media
    assert record["text"].startswith(PROSE[0] if media == "html" else "<p>")


def test_kind_of_input_is_guessed(run):
    tags = f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>".encode()
    assert run(stdin=tags).out == f"{PROSE[0]}\n\n{PROSE[1]}\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_bytes_are_decoded(run, encoding):
    assert run(stdin=PAGE.encode(encoding)) == (0, TEXT, "")
