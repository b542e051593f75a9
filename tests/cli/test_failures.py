"""What the command says when something is wrong."""

from __future__ import annotations

import fcntl
import gzip
import json
import os
import signal
import struct
import sys
import termios
import time

import pytest

from .command import PAGE, TEXT, one_line, spawn, start


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--keep", "newsleter"], "newsletter"),
        (["--keep", "newsleter"], "--list-categories"),
        (["--drop", "share,nonsense"], "nonsense"),
        (["--keep", "share", "--drop", "share"], "share"),
        (["--keep", "poll,share", "--drop", "share", "--drop", "legal"], "share"),
        (["--to", "pdf"], "jsonl"),
        (["--from", "pdf"], "markdown"),
        (["--focus", "sharp"], "recall"),
        (["--language", "english"], "en"),
        (["-q", "-v"], "-q"),
        (["--nonsense"], "--nonsense"),
        (["-o"], "-o"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_usage(run, args, told):
    status, out, err = run(*args, stdin=PAGE.encode())
    assert (status, out) == (2, "")
    assert one_line(err)
    assert told in err


BAD = {
    "missing": (None, "does not exist"),
    "directory": ("directory", "is a directory"),
    "gzip": (gzip.compress(PAGE.encode()), "gzip"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
    "zip": (b"PK\x03\x04" + bytes(range(200)), "zip"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + gzip.compress(PAGE.encode()), "not text"),
    "binary": (bytes(range(256)) * 20, "not text"),
}


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("form", ["text", "jsonl", "json"])
def test_bad_input_is_told_and_the_others_are_written(run, page, tmp_path, content, told, form):
    bad = tmp_path / "bad.html"
    if content == "directory":
        bad.mkdir()
    elif content is not None:
        bad.write_bytes(content)
    status, out, err = run("--to", form, bad, page)
    assert status == 1
    assert one_line(err)
    assert str(bad) in err
    assert told in err
    if form == "text":
        assert out == f"==> {page} <==\n{TEXT}\n"
    else:
        records = json.loads(out) if form == "json" else [json.loads(out)]
        assert [record["file"] for record in records] == [str(page)]


def test_program_is_no_page(run):
    status, out, err = run(sys.executable)
    assert (status, out) == (1, "")
    assert one_line(err)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read(run, page):
    page.chmod(0)
    status, out, err = run(page)
    assert (status, out) == (1, "")
    assert one_line(err)
    assert "permission" in err


def test_failure_is_a_line_and_no_traceback(tmp_path):
    status, out, err = spawn(tmp_path / "missing.txt")
    assert (status, out) == (1, "")
    assert one_line(err)


def test_closed_standard_input():
    status, out, err = spawn(stdin=None, preexec_fn=lambda: os.close(0))
    assert (status, out) == (1, "")
    assert one_line(err)


def test_interrupt_while_reading_ends_with_130():
    with start() as process:
        process.stdin.write(b"Skip to content\n")
        process.stdin.flush()
        deadline = time.monotonic() + 30
        while _unread(process.stdin) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
        status = process.wait(timeout=30)
    assert (status, err) == (130, b"")


def _unread(pipe):
    """How many bytes of a pipe nobody has read yet: none, once the command waits for more."""
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0]
