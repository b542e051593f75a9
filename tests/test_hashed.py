"""Tables of fingerprints: what is in them is found, what is not is not, and they are the same everywhere."""

from __future__ import annotations

import sys

import pytest

from declutter.hashed import Hashed

NUMBERS = {f"phrase {i}": i for i in range(2000)} | {"渡し船": 7, "": 8, "\ud800": 9}


def test_every_text_has_its_number() -> None:
    table = Hashed.of(NUMBERS)
    assert {text: table.get(text) for text in NUMBERS} == NUMBERS
    assert all(text in table for text in NUMBERS)


def test_other_texts_have_none() -> None:
    table = Hashed.of(NUMBERS)
    assert not any(f"phrase {i}" in table for i in range(2000, 20000))
    assert Hashed.of({}).get("phrase 1") == -1


def test_the_order_of_texts_does_not_count() -> None:
    assert Hashed.of(NUMBERS) == Hashed.of(dict(reversed(NUMBERS.items())))


def test_bytes_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Hashed.of(NUMBERS)
    assert Hashed.from_bytes(table.to_bytes()) == table
    little = table.to_bytes()
    # On a machine of the other byte order numbers are turned around on their way in and out.
    monkeypatch.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")
    assert table.to_bytes() != little
    assert Hashed.from_bytes(table.to_bytes()) == table


def test_numbers_must_fit() -> None:
    with pytest.raises(OverflowError):
        Hashed.of({"a": 65536})
