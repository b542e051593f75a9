"""What `docs/conftest.py` does not run, and that the pages are all there; it runs the code blocks themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GENERATED = {"api.md", "categories.md", "filters.md", "languages.md"}
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if page.name not in GENERATED]
RUN = {"python", "output", "console", "sh", "toml"}
SHOWN = {"text", "html", "markdown"}
FENCE = re.compile(r"^ *```(\S*)", re.MULTILINE)
SKIP = re.compile(r"^ *<!-- *skip.*$", re.MULTILINE)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))


@each_page
def test_every_block_is_of_a_known_kind(page: Path):
    fences = FENCE.findall(page.read_text("utf-8"))
    opened, closed = fences[::2], fences[1::2]
    assert not any(closed), "a block that is not closed, or one inside another"
    unknown = [kind for kind in opened if kind not in RUN | SHOWN and not kind.startswith("{")]
    assert not unknown, f"nobody runs blocks of {unknown}; choose from {sorted(RUN | SHOWN)}"


@each_page
def test_every_block_that_is_skipped_says_why(page: Path):
    for mark in SKIP.findall(page.read_text("utf-8")):
        assert re.fullmatch(r' *<!-- skip: next "[^"]{10,}" -->', mark), mark


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#\s]+)[^)]*\)", (ROOT / "README.md").read_text("utf-8")))
def test_every_link_of_the_readme_leads_somewhere(target: str):
    assert re.match(r"https?:", target) or Path(target).name in GENERATED or (ROOT / target).exists()
