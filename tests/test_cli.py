"""The command, in this process where that is enough and in one of its own where it is not."""

from __future__ import annotations

import fcntl
import gzip
import io
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

import declutter
import declutter.cli
from declutter.categories import CATEGORY_IDS
from declutter.packs.table import bundled_languages

SOURCE = str(Path(declutter.__file__).parents[1])
TITLE = "Harbour council votes to keep the winter ferry"
PROSE = [
    "The ferry between the harbour and the island will run all winter, the council said on Tuesday, after months "
    "of protest from the people who live there and from the schools that depend on it.",
    "“We have heard what the island needs, and we will pay for it,” said the mayor, who had wanted to end the "
    "service in the autumn because it costs the town more than it earns from tickets.",
    "The first boat will leave at six in the morning, and the last one will come back at ten at night, so that "
    "people who work late in the town can still reach their homes.",
    "It is not yet clear whether the boats that were sold in the spring can be bought back in time, or whether the "
    "town will have to hire one from the mainland until the new year.",
]
FURNITURE = ["Skip to content", "Share this article", "Subscribe to our newsletter"]
PAGE = "\n\n".join([FURNITURE[0], TITLE, *PROSE, *FURNITURE[1:]]) + "\n"
TEXT = "\n\n".join(PROSE) + "\n"
NOISE = "\n\n".join(FURNITURE) + "\n"


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command in this process."""

    def run(*args, stdin=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = declutter.cli.main([str(arg) for arg in args])
        except SystemExit as stop:
            status = stop.code
        return Outcome(status, *capsys.readouterr())

    return run


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def start(*args, **options):
    """Start the command in a process of its own."""
    env = {**os.environ, "PYTHONPATH": SOURCE, **options.pop("env", {})}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | options
    return subprocess.Popen([sys.executable, "-m", "declutter", *map(str, args)], env=env, **pipes)


def spawn(*args, stdin=b"", **options):
    with start(*args, **options) as process:
        out, err = process.communicate(stdin, timeout=60)
    return Outcome(process.returncode, (out or b"").decode(), (err or b"").decode())


def one_line(err):
    return err.startswith("declutter: ") and err.endswith("\n") and err.count("\n") == 1


# Input


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


# Output


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


# What is kept


def test_with_title(run, page):
    assert run(page, "--with-title").out == f"{TITLE}\n\n{TEXT}"
    assert json.loads(run(page, "--with-title", "--to", "json").out)["text"] == f"{TITLE}\n\n{TEXT}".rstrip("\n")


def test_with_title_and_kept_headline_gives_it_once(run, page):
    assert run(page, "--with-title", "--keep", "headline").out.count(TITLE) == 1


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--focus", "precision"], {"focus": "precision"}),
        (["--focus", "recall"], {"focus": "recall"}),
        ([], {"focus": "balanced", "keep": [], "drop": [], "language": None, "media": None, "url": None}),
        (["--keep", "share,newsletter", "--keep", "poll"], {"keep": ["share", "newsletter", "poll"]}),
        (["--drop", "share, newsletter", "--drop=poll"], {"drop": ["share", "newsletter", "poll"]}),
        (["--language", "DE"], {"language": "de"}),
        (["--url", "https://example.org/a"], {"url": "https://example.org/a"}),
    ],
    ids=["precision", "recall", "defaults", "keep", "drop", "language", "url"],
)
def test_options_reach_extract(run, page, monkeypatch, args, expected):
    given = {}

    def extract(data, **options):
        given.update(options)
        return declutter.extract(data, **options)

    monkeypatch.setattr("declutter.cli.job.extract", extract)
    assert run(page, *args).status == 0
    assert {name: given[name] for name in expected} == expected


def test_focus_changes_what_stays(run, page):
    sizes = [len(run(page, "--focus", focus).out) for focus in ("precision", "balanced", "recall")]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    ("args", "back"),
    [
        (["--keep", "newsletter"], [FURNITURE[2]]),
        (["--keep", "newsletter,share"], FURNITURE[1:]),
        (["--keep", "newsletter", "--keep", "share", "--keep", "skip-link"], FURNITURE),
        (["--keep", "headline"], [TITLE]),
    ],
    ids=["one", "with a comma", "repeated", "metadata"],
)
def test_keep_puts_a_category_back(run, page, args, back):
    expected = [line for line in PAGE.rstrip("\n").split("\n\n") if line in [*PROSE, *back]]
    assert run(page, *args).out.rstrip("\n").split("\n\n") == expected


def test_only_dropped_is_the_rest(run, page):
    assert run(page, "--only-dropped").out.rstrip("\n").split("\n\n") == [FURNITURE[0], TITLE, *FURNITURE[1:]]


def test_only_dropped_in_json(run, page):
    record = json.loads(run(page, "--only-dropped", "--to", "json").out)
    assert [block["text"] for block in record["blocks"]] == [FURNITURE[0], TITLE, *FURNITURE[1:]]
    assert {block["kept"] for block in record["blocks"]} == {False}


def test_language_is_in_the_record(run, page):
    assert json.loads(run(page, "--language", "de", "--to", "json").out)["language"] == "de"


# What is told


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


# What goes wrong


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
