"""Names out of bylines and out of what is declared as the author."""

from __future__ import annotations

import pytest

import declutter
from declutter.metadata.names import declared_names, names_in

TEXT = "The ferry will run all winter, the council said on Tuesday, after a year of talks with the island's shops."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Lindqvist, Political Editor", ["Mara Lindqvist"]),
        ("BY MARA LINDQVIST", ["MARA LINDQVIST"]),
        ("Mara O'Brien-Lindqvist Jr.", ["Mara O'Brien-Lindqvist Jr."]),
        ("Mara Lindqvist & Tom Oak", ["Mara Lindqvist", "Tom Oak"]),
        ("Von Jens Holm und Anna van der Meer", ["Jens Holm", "Anna van der Meer"]),
        ("Ana de la Cruz y Luis Gómez", ["Ana de la Cruz", "Luis Gómez"]),
        ("Text: Jens Holm, Fotos: Lena Maas", ["Jens Holm"]),
        ("Political Editor Mara Lindqvist", ["Mara Lindqvist"]),
        ("Mara Lindqvist, Harbour Gazette", ["Mara Lindqvist"]),
        ("Mara Lindqvist BBC News", ["Mara Lindqvist"]),
        ("Mara Lindqvist in Kiel", ["Mara Lindqvist"]),
        ("Mara Lindqvist (mara@example.org)", ["Mara Lindqvist"]),
        ("Dr. Mara Lindqvist, PhD", ["Dr. Mara Lindqvist"]),
        ("Иван Петров, корреспондент", ["Иван Петров"]),
        ("홍길동 기자", ["홍길동"]),
        ("港报╱記者王小明／台北報導", ["王小明"]),
        ("記者王小明 李小红", ["王小明", "李小红"]),
        ("山田 太郎", ["山田 太郎"]),
        ("王小明、李小红", ["王小明", "李小红"]),
        ("托马斯·弗里德曼", ["托马斯·弗里德曼"]),
        ("Mara Lindqvist, Developer Programs Engineer", ["Mara Lindqvist"]),
        ("Mara Lindqvist Political Editor", ["Mara Lindqvist"]),
        ("港报记者 王小明", ["王小明"]),
        ("Multimedia Redaktion", []),
        ("Staff Reporter", []),
        ("admin", []),
        ("Read more", []),
        ("", []),
    ],
)
def test_lines(line: str, names: list[str]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Mara Lindqvist, Tom Oak", ["Mara Lindqvist", "Tom Oak"]),
        ("By Mara Lindqvist and Tom Oak", ["Mara Lindqvist", "Tom Oak"]),
        ("Mara Lindqvist, Reuters", ["Mara Lindqvist"]),
        ("Mara Lindqvist (Reporter)", ["Mara Lindqvist"]),
        ("mara@example.org (Mara Lindqvist)", ["Mara Lindqvist"]),
        ("Lindqvist, Mara", ["Lindqvist, Mara"]),
        ("Lindqvist, Mara J.", ["Lindqvist, Mara J."]),
        ("Mara Lindqvist | The Island Newsroom", ["Mara Lindqvist"]),
        ("The Harbour Gazette", ["The Harbour Gazette"]),
        ("jdoe", ["jdoe"]),
        ("https://example.org/mara", []),
        ("@mara", []),
        ("example.org", []),
        ("Unknown", []),
        ("12345", []),
    ],
)
def test_declared(author: str, names: list[str]) -> None:
    assert declared_names(author) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Lindqvist", ["Mara Lindqvist"]),
        ("By Mara O'Brien-Lindqvist and Tom Oak | 3 May 2024 | 4 min read", ["Mara O'Brien-Lindqvist", "Tom Oak"]),
        ("Posted by Mara Lindqvist on May 3, 2024", ["Mara Lindqvist"]),
        ("Written by Mara Lindqvist, staff reporter", ["Mara Lindqvist"]),
        ("posted by mlindqvist on May 3, 2024", ["mlindqvist"]),
        ("Author: Mara Lindqvist", ["Mara Lindqvist"]),
        ("Von Jens Holm", ["Jens Holm"]),
        ("Par Chloé Martin", ["Chloé Martin"]),
        ("Por Ana de la Cruz", ["Ana de la Cruz"]),
        ("Di Marco Rossi", ["Marco Rossi"]),
        ("Door Anna van der Meer", ["Anna van der Meer"]),
        ("Av Lena Åberg", ["Lena Åberg"]),
        ("Autor: Jan Kowalski", ["Jan Kowalski"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Γράφει ο Νίκος Παπαδάκης", ["Νίκος Παπαδάκης"]),
        ("Yazan: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
        ("بقلم أحمد علي", ["أحمد علي"]),
        ("作者：王小明", ["王小明"]),
        ("홍길동 기자", ["홍길동"]),
        ("Posted by admin", []),
        ("By our staff reporter", []),
    ],
)
def test_bylines_below_a_headline(line: str, names: list[str]) -> None:
    result = declutter.extract(f"The ferry will run all winter\n\n{line}\n\n{TEXT}\n\n{TEXT}", media="text")
    found = result.metadata.authors
    assert [author.value for author in found] == names
    assert {author.source for author in found} <= {"byline block"}
