"""Lint, types, documentation, README and packages, so that one command covers everything.

Each can be run alone: ``python -m pytest tests/project -k types``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def run(*command: str, cwd: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def blocks(language: str, text: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.S | re.M)


def copy_of_checkout(place: Path) -> Path:
    skipped = shutil.ignore_patterns(
        ".git", ".venv", "*.egg-info", "__pycache__", ".*_cache", "_build", "dist", "build"
    )
    return Path(shutil.copytree(ROOT, place / "checkout", ignore=skipped))


def test_lint():
    run(sys.executable, "-m", "ruff", "check", ".")


def test_format():
    run(sys.executable, "-m", "ruff", "format", "--check", ".")


def test_types():
    run(sys.executable, "-m", "mypy")


def test_every_part_is_linted_typed_and_within_its_length():
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    assert {"src", "benchmarks", "training"} <= set(configuration["mypy"]["files"])
    assert "exclude" not in configuration["ruff"]
    for module in (*(ROOT / "benchmarks").glob("*.py"), *(ROOT / "training").glob("*.py")):
        assert len(module.read_text("utf-8").splitlines()) < 250, module


def test_docs_build_without_warnings(tmp_path: Path):
    run(sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "docs", str(tmp_path / "html"))
    assert "What it catches" in (tmp_path / "html/reference/filters.html").read_text("utf-8")
    assert (tmp_path / "html/index.html").exists()
    assert "kitshop-stoves.html · declutter" in (tmp_path / "html/report-example.html").read_text("utf-8")


def test_packages_hold_packs_and_types(tmp_path: Path):
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), cwd=copy_of_checkout(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    (sdist,) = tmp_path.glob("*.tar.gz")
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert {
        f"declutter/{name}"
        for name in (
            "packs/en.toml",
            "packs/table.json",
            "weights.toml",
            "context.json",
            "py.typed",
            "schema/result-1.json",
        )
    } <= inside
    report = {f"declutter/render/assets/{path.name}" for path in (ROOT / "src/declutter/render/assets").iterdir()}
    assert report
    assert report <= inside
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "LICENSE",
        "src/declutter/packs/en.toml",
        "src/declutter/schema/result-1.json",
        "tests/test_fixtures.py",
    } <= names
    assert {"benchmarks/__main__.py", "benchmarks/floors.toml"} <= names
    assert "training/__main__.py" in names
    assert {f"src/{name}" for name in report} <= names
    assert not any("benchmarks" in name or "training" in name for name in inside)


def test_readme_python_runs_as_written(tmp_path: Path):
    for code in blocks("python", README):
        out = run(sys.executable, "-W", "error", "-c", code, cwd=tmp_path)
        assert "The ferry will run all winter" in out
        assert "paywall Become a member" in out


def test_readme_session_looks_as_written():
    (session,) = blocks("console", README)
    command, *shown = session.splitlines()
    command = command.removeprefix("$ ").replace("declutter", f"{sys.executable} -m declutter")
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr.splitlines() + done.stdout.splitlines() == shown


def test_readme_first_command_runs_as_written(tmp_path: Path):
    (command,) = (block for block in blocks("sh", README) if "pytest" not in block)
    out = run("bash", "-euo", "pipefail", "-c", command, cwd=copy_of_checkout(tmp_path))
    assert len(out.split()) > 50
