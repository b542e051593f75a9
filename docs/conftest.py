"""The code blocks of the documentation as tests: ``python -m pytest docs``.

The blocks of a page run in order, the Python ones in one namespace, in an empty folder with links to ``docs``,
``fixtures`` and ``src``, as if one stood in a clone.

* ``python`` is run, with warnings as errors. When it begins with ``# name.py``, it is saved under that name instead,
  for a later block to run.
* ``output`` is what the ``python`` block before it prints.
* ``console`` has commands behind ``$``, continued behind ``>``, and what each of them shows on both streams.
* ``sh`` has commands alone, none of which may fail.
* ``toml`` must be TOML.
* ``text``, ``html`` and ``markdown`` are shown, not run.

In what is shown, ``...`` stands for anything, and scores may be others: each fit of the numbers moves them. What
cannot run has a comment above it that says why: ``<!-- skip: next "it downloads" -->``.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import tomllib
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest import SkipTest

from sybil import Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.myst import CodeBlockParser, SkipParser

ROOT = Path(__file__).parents[1]
collect_ignore = ["conf.py"]

_FILE = re.compile(r"# ([\w-]+\.py)\n")
_PROMPT = re.compile(r"^\$ ", re.MULTILINE)
_SCORE = re.compile(r" *[+-]\d+\.\d+")
_MORE = re.compile(r"\b\d+ (more|rows)\b")
# A line of dots stands for any number of lines, none included.
_LEFT_OUT = re.compile(r"^\.\.\.\n", re.MULTILINE)
_MOST_SECONDS = 30


def _python(example: Example) -> None:
    named = _FILE.match(example.parsed)
    if named:
        Path(named[1]).write_text(example.parsed, "utf-8")
        return
    with redirect_stdout(io.StringIO()) as printed:
        PythonEvaluator()(example)
    example.namespace["_printed"] = printed.getvalue()


def _output(example: Example) -> str | None:
    if "_printed" not in example.namespace:
        raise SkipTest("the block before it did not run")
    return _difference(example.parsed, example.namespace.pop("_printed"))


def _console(example: Example) -> str | None:
    for session in _PROMPT.split(example.parsed)[1:]:
        command, *shown = session.splitlines(keepends=True)
        while shown and shown[0].startswith("> "):
            command += shown.pop(0)[2:]
        difference = _difference("".join(shown), _run(command)[1])
        if difference:
            return f"$ {command}{difference}"
    return None


def _sh(example: Example) -> str | None:
    status, shown = _run(f"set -euo pipefail\n{example.parsed}")
    return f"exit status {status}\n{shown}" if status else None


def _run(command: str) -> tuple[int, str]:
    """The exit status of a command, and what it shows on both streams together."""
    started = subprocess.Popen(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"},
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        shown, _ = started.communicate(timeout=_MOST_SECONDS)
    except subprocess.TimeoutExpired:
        # What the shell has started would go on without it.
        os.killpg(started.pid, signal.SIGKILL)
        started.communicate()
        raise
    return started.returncode, shown


def _difference(shown: str, found: str) -> str | None:
    """What to say when a page shows something else than comes out; None when it shows that."""
    checker, flags = doctest.OutputChecker(), doctest.ELLIPSIS | doctest.REPORT_NDIFF
    shown, found = _without_figures(shown), _without_figures(found)
    if checker.check_output(_LEFT_OUT.sub("...", shown), found, flags):
        return None
    return checker.output_difference(doctest.Example("", shown), found, flags)


def _without_figures(text: str) -> str:
    return _MORE.sub(r"N \1", _SCORE.sub(" ±", text.rstrip("\n") + "\n"))


def _toml(example: Example) -> None:
    tomllib.loads(example.parsed)


def _enter(namespace: dict[str, Any]) -> None:
    folder = tempfile.TemporaryDirectory()
    for name in ("docs", "fixtures", "src"):
        Path(folder.name, name).symlink_to(ROOT / name)
    namespace.update(_folder=folder, _left=Path.cwd(), __name__="__main__")
    os.chdir(folder.name)


def _leave(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_left"])
    namespace["_folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[
        SkipParser(),
        CodeBlockParser("python", _python),
        CodeBlockParser("output", _output),
        CodeBlockParser("console", _console),
        CodeBlockParser("sh", _sh),
        CodeBlockParser("toml", _toml),
    ],
    pattern="*.md",
    setup=_enter,
    teardown=_leave,
).pytest()
