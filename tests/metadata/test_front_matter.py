"""Front matter: read from Markdown, written in front of text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import declutter
from declutter.metadata import Metadata, Stated
from declutter.metadata.frontmatter import front_matter

TEXT = "The ferry will run all winter, the council said on Tuesday, after a year of talks with the island's shops."


def metadata(front: str) -> Metadata:
    return declutter.extract(f"{front}\n\n# Ferry to run all winter\n\n{TEXT}\n", media="markdown").metadata


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Ferry to run all winter\nauthors:\n  - Mara Lindqvist\n  - Tom Oak\ndate: 2024-05-03\n"
        "tags: [ferry, 'harbour']\nlicense: CC BY 4.0\nlang: en\n---",
        '---\ntitle: "Ferry to run all winter"\nauthor: Mara Lindqvist, Tom Oak # both\npublished_at: 2024-05-03\n'
        'tags: ["ferry", "harbour"]\nlicence: "CC BY 4.0"\nlanguage: "en"\n---',
        "---\nauthors:\n  - name: Mara Lindqvist\n  - name: Tom Oak\ndate: 2024-05-03\ntags:\n- ferry\n- harbour\n"
        "license: CC BY 4.0\nlang: en\n---",
        '+++\ntitle = "Ferry to run all winter"\nauthors = ["Mara Lindqvist", "Tom Oak"]\ndate = 2024-05-03\n'
        'tags = ["ferry", "harbour"]\nlicense = "CC BY 4.0"\nlang = "en"\n+++',
    ],
    ids=["yaml", "quoted", "named", "toml"],
)
def test_read(front: str) -> None:
    found = metadata(front)
    assert [author.value for author in found.authors] == ["Mara Lindqvist", "Tom Oak"]
    assert found.published == Stated("2024-05-03", "front matter")
    assert [tag.value for tag in found.tags] == ["ferry", "harbour"]
    assert found.licence == Stated("CC BY 4.0", "front matter")
    assert found.language == Stated("en", "front matter")


def test_empty_metadata_has_none() -> None:
    assert front_matter(Metadata()) == ""


def test_written() -> None:
    found = Metadata(
        title=Stated("Boats", "headline block"),
        authors=(Stated("Mara Lindqvist", "json-ld"), Stated("Tom Oak", "json-ld")),
        published=Stated("2024-05-03", "json-ld"),
    )
    assert front_matter(found) == (
        '---\ntitle: "Boats"\nauthors: ["Mara Lindqvist", "Tom Oak"]\npublished: "2024-05-03"\n---\n'
    )


@pytest.mark.parametrize(
    "value",
    [
        'say "hi"',
        "---",
        "a\n---\nevil: true",
        "a\\",
        "# no comment",
        "key: value",
        "\u2028\u2029\x85\ufeff",
        "\ud800",
        "\x00\x1b[31m",
        "{{ template }}",
        "!!python/object:os.system",
        "渡船 🛳",
    ],
)
def test_no_value_gets_out(value: str) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    text = front_matter(Metadata(title=Stated(value, "x"), tags=(Stated(value, "x"),)))
    lines = text.split("\n")
    assert [line[:6] for line in lines] == ["---", "title:", "tags: ", "---", ""]
    if value.isprintable() or "\ud800" not in value:
        assert yaml.safe_load("\n".join(lines[1:3])) == {"title": value, "tags": [value]}


def test_what_is_written_is_read() -> None:
    before = declutter.extract(
        f"Ferry to run all winter\n\nBy Mara O'Brien and Tom Oak\n\n3 May 2024\n\n{TEXT}\n\n#ferry #harbour #winter"
    ).metadata
    found = metadata(front_matter(before).rstrip())
    for field in ("authors", "published", "tags", "language"):
        one, two = getattr(before, field), getattr(found, field)
        pairs = zip(one, two, strict=True) if field in ("authors", "tags") else [(one, two)]
        assert all(a.value == b.value for a, b in pairs)


def test_what_the_page_on_metadata_shows() -> None:
    page = Path(__file__).parents[2] / "docs/how-to/get-metadata.md"
    names: dict[str, Any] = {}
    for code in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.S | re.M):
        exec(code, names)
