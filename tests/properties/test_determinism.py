"""Threads, processes and hash seeds: the same page gives the same result everywhere."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import declutter

from .strategies import FURNITURE, PROSE

SOURCE = str(Path(declutter.__file__).parents[1])
_LINES = [*FURNITURE[:4], *PROSE[:3], *FURNITURE[4:], *PROSE[3:], *FURNITURE[:3]]
PAGES = [
    "\n\n".join(_LINES),
    "\n".join(_LINES[::-1]),
    " ".join(_LINES),
    "# Ferry\n\n" + "\n\n".join(f"- [{line}](https://example.org/{i})" for i, line in enumerate(_LINES)),
    "<html><title>Ferry</title><nav><a href='/'>News</a></nav>" + "".join(f"<p>{line}</p>" for line in _LINES),
    "\n\n".join(_LINES).encode("utf-16"),
    "Füße, Brücken und Fähren sind im Winter oft vereist, sagt der Senator. ".encode("cp1252") * 20,
    "",
]
# In a new interpreter, as JSON.
_SCRIPT = """
import json, sys
import declutter
pages = [bytes.fromhex(page) for page in json.load(sys.stdin)]
print(json.dumps([declutter.extract(page).to_dict() for page in pages]))
"""


def test_threads_change_nothing():
    alone = [declutter.extract(page) for page in PAGES]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(declutter.extract, PAGES * 8))
    assert together == alone * 8


def test_processes_change_nothing():
    alone = [declutter.extract(page) for page in PAGES]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        together = list(pool.map(declutter.extract, PAGES))
    assert together == alone


def test_earlier_pages_change_nothing():
    forwards = [declutter.extract(page) for page in PAGES]
    backwards = [declutter.extract(page) for page in reversed(PAGES)]
    assert backwards[::-1] == forwards


def _in_new_process(seed: str) -> str:
    pages = [page if isinstance(page, bytes) else page.encode() for page in PAGES]
    env = {**os.environ, "PYTHONPATH": SOURCE, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        input=json.dumps([page.hex() for page in pages]),
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return run.stdout


def test_hash_seeds_change_nothing():
    assert _in_new_process("1") == _in_new_process("4242")
