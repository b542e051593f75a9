"""Dates as pages write them, to ISO 8601, where they can be read without guessing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from declutter.metadata.words import Words, bundled_words
from declutter.patterns import plain_pattern
from declutter.reading import fold

# Longer texts are no dates, and longer lines hold none that is the page's.
_LONGEST_DATE, _LONGEST_LINE = 120, 1000
_ISO = plain_pattern(
    r"\s*([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2})(?!\d))?"
    r"(?:(?:T|\s+)([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)?\s*(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_COMPACT = plain_pattern(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{4,6}Z?)?\s*")
_SECONDS = plain_pattern(r"\s*([0-9]{10})(?:[0-9]{3})?\s*")
_MAIL = plain_pattern(r"\s*[A-Za-z]{3},?\s[0-9]{1,2}\s")
_NUMBERS = plain_pattern(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_IN_PATH = plain_pattern(r"/(20\d\d|199\d)([/-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_DAYS, _MONTHS, _YEARS = range(1, 32), range(1, 13), range(1600, 2200)
# A year of two digits is one of this century.
_CENTURY = 2000
# So many words such as "of" may stand between two parts of a date.
_MOST_GLUE = 2
# The years before the first of an era of Japan.
_ERAS = {"令 和": 2018, "平 成": 1988, "昭 和": 1925}
_YEAR_SIGNS, _MONTH_SIGNS, _DAY_SIGNS = "年년", "月월", "日일号號"
# Regions where the month comes first, and those with English where it does not; elsewhere the day does.
_MONTH_FIRST = frozenset(("US", "PH"))
_DAY_FIRST_ENGLISH = frozenset("GB UK AU NZ IE ZA IN SG MT KE NG GH HK PK LK".split())
_YEAR_FIRST = frozenset(("zh", "ja", "ko"))


def order_of(language: str | None, host: str | None) -> str:
    """Which comes first in a date such as 03/05/2024: ``dmy``, ``mdy``, or empty where people differ.

    >>> order_of("de", None), order_of("en-US", None), order_of("en", "example.co.uk"), order_of("en", None)
    ('dmy', 'mdy', 'dmy', '')
    """
    code, _, region = (language or "").replace("_", "-").partition("-")
    region = region.upper()[-2:] or (host or "").rpartition(".")[2].upper()
    if code.lower() in _YEAR_FIRST or not code:
        return ""
    if region in _MONTH_FIRST or (code.lower() == "en" and region in ("GOV", "MIL")):
        return "mdy"
    return "dmy" if code.lower() != "en" or region in _DAY_FIRST_ENGLISH else ""


def declared_date(text: str, order: str) -> str | None:
    """A date that a page declares, as ISO 8601: with the time and its zone where they are given.

    Args:
        text: ISO 8601 in any of its spellings, as in mail, seconds since 1970, or what readers would see.
        order: See `order_of`.

    Returns:
        None when it is no date, cannot be told without guessing, or is what programs write for "not set".

    >>> declared_date("2024-5-3 10:15+0200", ""), declared_date("1970-01-01T00:00:00Z", "")
    ('2024-05-03T10:15:00+02:00', None)
    """
    text = text[:_LONGEST_DATE]
    found = _machine_date(text) or next(iter(dates_in(text, order)), None)
    return None if found is None or found.startswith(("1970-01-01", "1969-12-31")) else found


def date_in_path(url: str | None) -> str | None:
    """The day in an address such as ``https://example.org/2024/05/03/ferry``.

    >>> date_in_path("https://example.org/news/2024/5/3/ferry"), date_in_path("https://example.org/2024/05")
    ('2024-05-03', None)
    """
    match = _IN_PATH.search((url or "")[:_LONGEST_LINE])
    return _iso(int(match[1]), int(match[3]), int(match[4])) if match else None


def dates_in(text: str, order: str) -> list[str]:
    """The dates in a text that need no guessing, in order, as ISO 8601: days, or months where no day is given.

    >>> dates_in("Veröffentlicht am 3. Mai 2024, zuletzt geändert 21/11/2024", "dmy")
    ['2024-05-03', '2024-11-21']
    >>> dates_in("03/05/2024", ""), dates_in("2024年5月3日 (金)", ""), dates_in("May 2024", "")
    ([], ['2024-05-03'], ['2024-05'])
    """
    return list(dict.fromkeys(value for value, _ in dates_with_words(text, order)))


def dates_with_words(text: str, order: str) -> list[tuple[str, list[str]]]:
    """The same dates, each with the folded words between the one before and the end of it: what it is the date of.

    >>> dates_with_words("Updated 2024-05-03", "")
    [('2024-05-03', ['updated', '2024-05-03'])]
    """
    words = bundled_words()
    folded = [token.casefold() for token in fold(text[:_LONGEST_LINE])]
    found: list[tuple[str, list[str]]] = []
    done = 0
    for i, token in enumerate(folded):
        if i < done:
            continue
        value, end = (_numeric(folded, i, order) if token[0].isdigit() else _named(folded, i, words)) or (None, i)
        if value is not None:
            found.append((value, folded[done:end]))
            done = end
    return found


def is_future(value: str, today: date) -> bool:
    """Whether an ISO 8601 date lies after tomorrow, which somewhere is today already."""
    return value[:10] > (today + timedelta(days=1)).isoformat()


def _machine_date(text: str) -> str | None:
    if match := _ISO.match(text):
        day = _iso(int(match[1]), int(match[2]), int(match[3] or 1))
        if day is None or not match[3]:
            return day and day[:7]
        return day + _time(match[4], match[5])
    if match := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC).isoformat()
    if match := _COMPACT.fullmatch(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if _MAIL.match(text):
        from email.utils import parsedate_to_datetime

        with suppress(ValueError, OverflowError):
            return parsedate_to_datetime(text).isoformat()
    return None


def _time(clock: str | None, zone: str | None) -> str:
    """The time of day of a date, as ISO 8601 appends it; empty for none that can be."""
    hour, _, rest = (clock or "").partition(":")
    zone = "" if zone is None else "+00:00" if zone[0] in "ZUG" else f"{zone[:3]}:{zone[-2:]}"
    written = f"T{hour:0>2}:{rest}{'' if ':' in rest else ':00'}{zone}"
    with suppress(ValueError):
        datetime.fromisoformat("2000-01-01" + written)
        return written
    return ""


def _iso(year: int, month: int, day: int) -> str | None:
    with suppress(ValueError):
        return date(year, month, day).isoformat() if year in _YEARS else None
    return None


def _numeric(tokens: Sequence[str], i: int, order: str) -> tuple[str | None, int] | None:
    """The date that begins with a number and needs no name of a month."""
    if match := _NUMBERS.fullmatch(tokens[i]):
        value = _from_numbers(match[1], int(match[3]), match[4], match[2], order)
        return (value, i + 1) if value else None
    if i + 2 < len(tokens) and tokens[i + 1] in _YEAR_SIGNS:
        era = " ".join(tokens[max(0, i - 2) : i])
        year = _number(tokens[i], range(1, 100)) if era in _ERAS else _number(tokens[i], _YEARS)
        month = _number(tokens[i + 2], _MONTHS)
        if year is None or month is None or tokens[i + 3 : i + 4] not in (["月"], ["월"]):
            return None
        year += _ERAS.get(era, 0)
        signed = tokens[i + 5 : i + 6]
        day = _number(tokens[i + 4], _DAYS) if signed and signed[0] in _DAY_SIGNS else None
        return (f"{year:04}-{month:02}", i + 4) if day is None else (_iso(year, month, day), i + 6)
    # As Korean writes it: 2024. 5. 3.
    year, month, day = (_number(token, kind) for token, kind in zip(_three(tokens, i), _PARTS, strict=True))
    return None if year is None or month is None or day is None else (_iso(year, month, day), i + 3)


_PARTS = (range(1990, 2100), _MONTHS, _DAYS)


def _three(tokens: Sequence[str], i: int) -> Sequence[str]:
    return [*tokens[i : i + 3], "", ""][:3]


def _from_numbers(first: str, middle: int, last: str, sign: str, order: str) -> str | None:
    if len(first) == 4:
        return _iso(int(first), middle, int(last)) if len(last) <= 2 else None
    if len(first) > 2 or len(last) not in (2, 4):
        return None
    one, year = int(first), int(last) + (_CENTURY if len(last) == 2 else 0)
    if len(last) == 2 and not order:
        return None
    day_first, month_first = _iso(year, middle, one), _iso(year, one, middle)
    if day_first is None or month_first is None or one == middle:
        return day_first or month_first
    return month_first if order == "mdy" and sign != "." else day_first if order == "dmy" or sign == "." else None


def _named(tokens: Sequence[str], i: int, words: Words) -> tuple[str | None, int] | None:
    """The date around the name of a month: with the day before or behind it, and the year behind or before."""
    pair = " ".join(tokens[i : i + 2])
    size = 2 if pair in words.months else 1
    month = words.months.get(pair if size == 2 else tokens[i])
    if month is None:
        return None
    before, _ = _next(tokens, range(i - 1, -1, -1), words)
    behind, end = _next(tokens, range(i + size, len(tokens)), words)
    further, last = _next(tokens, range(end, len(tokens)), words)
    day = _number(before, _DAYS)
    year = _number(behind, _YEARS)
    if year is not None:
        return (f"{year:04}-{month:02}" if day is None else _iso(year, month, day)), end
    if (day_behind := _number(behind, _DAYS)) is not None:
        if (year := _number(further, _YEARS)) is not None:
            return _iso(year, month, day_behind), last
        if (year := _number(before, _YEARS)) is not None:
            return _iso(year, month, day_behind), end
    return None


def _next(tokens: Sequence[str], places: range, words: Words) -> tuple[str, int]:
    """The first of some words that is no glue, if it comes soon, and the place behind it."""
    for place in islice(places, _MOST_GLUE + 1):
        if tokens[place] not in words.glue:
            return tokens[place], place + 1
    return "", len(tokens)


def _number(token: str, allowed: range) -> int | None:
    """A word as a number, if it is one of those that are allowed."""
    return int(token) if token.isdecimal() and len(token) <= 4 and int(token) in allowed else None
