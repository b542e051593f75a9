"""Dates in the languages that there are packs for, and the names of months that packs know."""

from __future__ import annotations

from datetime import date

import pytest

from declutter.metadata.dates import date_in_path, dates_in, declared_date, is_future, order_of
from declutter.metadata.words import bundled_words, folded
from declutter.packs import bundled_packs

# Weekdays stand in the same list of a pack; these months are of the Islamic calendar, or signs behind a number.
NO_MONTHS = [*"محرم جمادى رجب شعبان رمضان شوال القعدة الحجة".split(), "月", "월"]
WITH_ANOTHER_WORD = "كانون تشرين".split()


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2024",
        "Friday, May 3rd, 2024 at 10:15 am",
        "Posted on 3 May, 2024",
        "Freitag, 3. Mai 2024, 10:15 Uhr",
        "3 de mayo de 2024",
        "le 3 mai 2024 à 10h15",
        "venerdì 3 maggio 2024",
        "3 de maio de 2024",
        "vrijdag 3 mei 2024",
        "piątek, 3 maja 2024 r.",
        "3 мая 2024 г. в 10:15",
        "3 травня 2024 року",
        "fredag 3 maj 2024 kl 10:15",
        "3 Mayıs 2024 Cuma",
        "Παρασκευή 3 Μαΐου 2024",
        "٣ مايو ٢٠٢٤",
        "2024年5月3日（金）10:15",
        "令和6年5月3日",
        "2024년 5월 3일",
        "2024. 5. 3.",
        "03.05.2024",
        "2024/05/03 10:15",
        "3-May-2024",
    ],
)
def test_days(text: str) -> None:
    assert dates_in(text, "") == ["2024-05-03"]


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        pytest.param("03/05/2024", "", [], id="day-or-month"),
        pytest.param("03/05/2024", "dmy", ["2024-05-03"], id="day-first"),
        pytest.param("05/03/2024", "mdy", ["2024-05-03"], id="month-first"),
        pytest.param("05/13/2024", "dmy", ["2024-05-13"], id="cannot-be-a-month"),
        pytest.param("05/05/2024", "", ["2024-05-05"], id="the-same-either-way"),
        pytest.param("03/05/24", "dmy", ["2024-05-03"], id="short-year"),
        pytest.param("13/05/24", "", [], id="short-year-may-be-a-day"),
        pytest.param("3 May", "dmy", [], id="no-year"),
        pytest.param("31 February 2024", "", [], id="no-such-day"),
        pytest.param("May 2024", "", ["2024-05"], id="month"),
        pytest.param("2024年5月", "", ["2024-05"], id="month-in-japanese"),
        pytest.param("3 كانون الثاني 2024", "", ["2024-01-03"], id="name-of-two-words"),
        pytest.param("Published 3 May 2024, updated 5 May 2024", "", ["2024-05-03", "2024-05-05"], id="two"),
        pytest.param("call 030 2024 5 or write", "", [], id="numbers"),
        pytest.param("2 hours ago", "", [], id="relative"),
    ],
)
def test_doubt(text: str, order: str, found: list[str]) -> None:
    assert dates_in(text, order) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-05-03T10:15:00.123Z", "2024-05-03T10:15:00+00:00"),
        ("2024-05-03T10:15+0200", "2024-05-03T10:15:00+02:00"),
        ("2024-05-03 10:15:30", "2024-05-03T10:15:30"),
        ("2024-05-03 99:99", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("20240503", "2024-05-03"),
        ("1714732500", "2024-05-03T10:35:00+00:00"),
        ("1714732500000", "2024-05-03T10:35:00+00:00"),
        ("Fri, 03 May 2024 10:15:00 GMT", "2024-05-03T10:15:00+00:00"),
        ("3 May 2024", "2024-05-03"),
        ("2024-13-45", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_declared(text: str, found: str | None) -> None:
    assert declared_date(text, "") == found


@pytest.mark.parametrize(
    ("language", "host", "order"),
    [
        ("en", None, ""),
        ("en-GB", None, "dmy"),
        ("en-US", None, "mdy"),
        ("en", "gazette.example.co.uk", "dmy"),
        ("de", None, "dmy"),
        ("zh-TW", None, ""),
        (None, "example.de", ""),
    ],
)
def test_order(language: str | None, host: str | None, order: str) -> None:
    assert order_of(language, host) == order


def test_paths() -> None:
    assert date_in_path("https://example.org/2024/05/03/ferry") == "2024-05-03"
    assert date_in_path("https://example.org/2024-05-03/ferry") == "2024-05-03"
    assert date_in_path("https://example.org/2024/13/03/ferry") is None
    assert date_in_path("https://example.org/1202405037/ferry") is None
    assert date_in_path(None) is None


def test_tomorrow_is_not_yet_the_future() -> None:
    today = date(2024, 5, 31)
    assert not is_future("2024-06-01T08:00:00", today)
    assert is_future("2024-06-02", today)


@pytest.mark.parametrize("pack", bundled_packs(), ids=lambda pack: pack.language)
def test_every_month_of_a_pack_has_a_number(pack: object) -> None:
    import tomllib
    from importlib.resources import files

    data = tomllib.loads((files("declutter.packs") / f"{pack.language}.toml").read_text("utf-8"))  # type: ignore[attr-defined]
    known = bundled_words().months
    missing = [month for month in data["months"] if folded(month) not in known]
    assert set(missing) <= {*NO_MONTHS, *WITH_ANOTHER_WORD}
