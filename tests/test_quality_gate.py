"""The figures on the development pages must not fall; `python -m benchmarks gate --raise` makes progress stick."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("DECLUTTER_DATA", ROOT.parent / "shared" / "data"))


@pytest.mark.skipif(not DATA.is_dir(), reason=f"{DATA} is not here: the pages are not ours to publish")
def test_no_figure_fell_below_its_floor():
    pytest.importorskip("html_text", reason="html-text, which the floors were measured with, is not installed")
    command = [sys.executable, "-m", "benchmarks", "gate", "--data", str(DATA)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
