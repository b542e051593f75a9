"""The commands as they are typed, on pages written here."""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("html_text", reason="the bench extra is not installed")

ROOT = Path(__file__).parents[2]
STORY = "The ferry will run all winter, the council said on Tuesday."
HTML = f"<html><head><title>Ferry</title></head><body><p>{STORY}</p><footer>Imprint</footer></body></html>"


def benchmarks(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "benchmarks", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with lzma.open(tmp_path / "tiny.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "1", "html": HTML, "main_content": STORY}) + "\n")
    return tmp_path


@pytest.mark.parametrize("flatten", [(), ("--flatten", "html_text")])
def test_quality_and_compare(data: Path, flatten: tuple[str, ...]):
    out = data / "rows.jsonl"
    assert "declutter" in benchmarks("quality", "--data", data, "--out", out, *flatten)
    assert STORY not in out.read_text("utf-8")
    assert "tiny" in benchmarks("compare", out, out)


def test_table_for_the_documentation(data: Path):
    table = data / "table.md"
    benchmarks("quality", "--data", data, "--system", "all text", "declutter", "--table", table)
    header, _, first, second, _, *told = table.read_text("utf-8").splitlines()
    assert header == "| system | tiny | mean of sets | × parsing | errors |"
    assert first.startswith("| declutter | 1.000 | 1.000 |")
    assert second.startswith("| all text | 0.")
    assert f"F1 of 1 pages (tiny 1), measured on {date.today().isoformat()} by" in told
    assert f"--table {table}" in told[1]
    assert "html-text 0." in told[1]


def test_speed(data: Path):
    header, line = benchmarks("speed", "--data", data, "--system", "declutter").splitlines()
    assert "MB peak" in header
    assert line.split()[:3] == ["declutter", "1", "0"]
