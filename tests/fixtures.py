"""Fixtures: pages with the verdict on every block. Run it on a page to have a draft written.

python -m tests.fixtures fixtures/pages/ferry.txt

Without a page it marks the blocks that come out otherwise than they should as known failures, and takes marks away from
those that do not, as a fit of the forests asks for.
"""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import declutter

ROOT = Path(__file__).parent.parent / "fixtures"
KEYS = {"about", "category", "role", "media", "blocks"}
ROLES = ("fires", "spares", "mixed", "page", "blind")
MEDIA = {".txt": "text", ".md": "markdown", ".html": "html"}
# What a draft is about until somebody has read it.
DRAFT = "TO BE WRITTEN"
# How much of a block's text a draft quotes: enough to see which one it is.
_QUOTED = 60


@dataclass(frozen=True)
class Expected:
    """What one block must come out as; `known_failure` says why it does not yet."""

    label: str
    start: str
    known_failure: str | None = None


@dataclass(frozen=True)
class Fixture:
    """A page and the verdict on each of its blocks."""

    name: str
    page: Path
    about: str
    category: str
    role: str
    media: str
    blocks: tuple[Expected, ...]

    def result(self) -> declutter.Result:
        return _result(self.page, self.media)


@cache
def _result(page: Path, media: str) -> declutter.Result:
    return declutter.extract(page.read_bytes(), media=media)


@cache
def load_fixtures() -> tuple[Fixture, ...]:
    return tuple(_load(path) for path in sorted(ROOT.rglob("*.toml")))


def _load(path: Path) -> Fixture:
    data = tomllib.loads(path.read_text("utf-8"))
    assert data.keys() == KEYS, f"{path}: wants exactly the keys {', '.join(sorted(KEYS))}"
    pages = [path.with_suffix(suffix) for suffix in MEDIA if path.with_suffix(suffix).exists()]
    assert len(pages) == 1, f"{path}: wants exactly one page of the same name"
    blocks = tuple(Expected(*entry) for entry in data.pop("blocks"))
    name = path.relative_to(ROOT).with_suffix("").as_posix()
    return Fixture(name=name, page=pages[0], blocks=blocks, **data)


def label_of(verdict: declutter.Verdict) -> str:
    return "keep" if verdict.kept else verdict.category or "?"


def one_line(text: str) -> str:
    return " ".join(text.split())


def render(fixture_data: dict[str, str], blocks: list[tuple[str, ...]]) -> str:
    """The text of a fixture's TOML file."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fixture_data.items()]
    entries = [f"  {json.dumps(list(entry), ensure_ascii=False)}," for entry in blocks]
    return "\n".join([*lines, "blocks = [", *entries, "]", ""])


def start_of(text: str) -> str:
    return one_line(text)[:_QUOTED].rstrip()


def write_draft(page: Path) -> Path:
    """Write a fixture with the verdicts as they are now, to be corrected by hand."""
    media = MEDIA[page.suffix]
    verdicts = declutter.extract(page.read_bytes(), media=media).verdicts
    data = {"about": DRAFT, "category": page.parent.name, "role": "page", "media": media}
    draft = page.with_suffix(".toml")
    if draft.exists():
        raise SystemExit(f"{draft} exists: correct it by hand, or remove it first")
    blocks = [(label_of(verdict), start_of(verdict.block.text)) for verdict in verdicts]
    draft.write_text(render(data, blocks), "utf-8")
    return draft


def mark_failures() -> int:
    """Say of each block that comes out wrong what comes out instead; of blind pages nobody does."""
    known = 0
    for fixture in load_fixtures():
        if fixture.role == "blind":
            continue
        blocks: list[tuple[str, ...]] = []
        for expected, verdict in zip(fixture.blocks, fixture.result().verdicts, strict=True):
            outcome = "kept" if verdict.kept else f"dropped as {verdict.category}"
            wrong = label_of(verdict) != expected.label
            blocks.append((expected.label, expected.start, outcome) if wrong else (expected.label, expected.start))
            known += wrong
        data = {"about": fixture.about, "category": fixture.category, "role": fixture.role, "media": fixture.media}
        fixture.page.with_suffix(".toml").write_text(render(data, blocks), "utf-8")
    return known


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.stdout.write(f"{mark_failures()} known failures\n")
        raise SystemExit
    pages = [Path(argument) for argument in sys.argv[1:]]
    if not pages or any(page.suffix not in MEDIA or not page.exists() for page in pages):
        raise SystemExit("usage: python -m tests.fixtures PAGE…  (a .txt, .md or .html file)")
    for page in pages:
        sys.stdout.write(f"{write_draft(page)} written: correct it by hand\n")
