"""Time-stamped lines of other news."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, boxed, wording
from declutter.model import Document
from declutter.patterns import pattern

# A clock and a headline.
_LONGEST = 140
# Longer lines are entries of a report.
_MOST_WORDS = 14
# Clocks of 24 hours; a one-digit hour is also the beginning of many another number.
_LONG_HOUR = r"(?:[01]\d|2[0-3])"
_HOUR = r"(?:[01]?\d|2[0-3])"
# What may stand behind a clock.
_HALF = r"(?:\s?[AaPp]\.?[Mm]\.?|\s?Uhr|\s?h)?"
# Behind the time comes a dash, a line that begins as headlines do, or nothing (but "4:32" alone is a playing time).
# With a point for a colon it may be a price or a version, so something must come.
_STAMPED = pattern(
    rf"{_HOUR}:[0-5]\d(?::[0-5]\d)?{_HALF}(?:\s?[-–—|•·]|\s+[\"“„«'‘]?[\p{{Lu}}\p{{Lo}}])"
    rf"|{_LONG_HOUR}:[0-5]\d(?::[0-5]\d)?{_HALF}$"
    rf"|{_LONG_HOUR}[.h][0-5]\d{_HALF}(?:\s[-–—|•·]|\s+[\"“„«'‘]?[\p{{Lu}}\p{{Lo}}])"
)
# Tickers are lists. No dash: it makes a clock the time left of a video.
_BULLETS = "•*· "

# "2 min ago – Ring road reopens": a time that has to be counted back is the time of a message.
_FEWEST_WORDS = 3
_AGO = pattern(r"\d{1,2}\s?\p{L}{1,8}\s\p{L}{2,8}\s?[-–—|•·:]\s?\p{Lu}")

# So many time-stamped titles over paragraphs make a report of a day, told by the clock.
_FEWEST_ENTRIES = 3
_SENTENCE_WORDS = 8


def live_ticker(document: Document) -> Iterator[Sign]:
    """Time-stamped lines of other news.

    What it catches:
        Labels of tickers, and short lines that begin with a clock time; where several such lines stand over paragraphs,
        they are the times and titles of a live report instead, which is content.
    Why it is noise:
        They announce other news, and are gone an hour later.
    When it is wrong:
        A programme or a timetable in the text, a transcript with times, a verse with its number.

    Example:
        ``12:41 Minister resigns``
    """
    yield from wording(document, "live-ticker")
    yield from boxed(document, "live-ticker")
    stamped: list[tuple[int, str]] = []
    for block in blocks_with(document, "0"):
        text = block.visible.lstrip(_BULLETS)
        tokens = document.readings[block.index].tokens
        if tokens[:1] == ("{date}",) and _FEWEST_WORDS <= len(tokens) <= _MOST_WORDS and _AGO.match(text):
            yield Sign(block.index, "live-ticker.ago", tokens[0], "live-ticker")
            continue
        if len(text) > _LONGEST or not text[:1].isdigit() or block.kind not in ("paragraph", "list-item"):
            continue
        reading = document.readings[block.index]
        if reading.words <= _MOST_WORDS and reading.ends == "open" and (match := _STAMPED.match(text)):
            stamped.append((block.index, match[0]))
    entries = [i for i, _ in stamped if _stands_over_prose(document, i)]
    for i, clock in stamped:
        # What stands among the entries is one, too: some say no more than a few words.
        if len(entries) >= _FEWEST_ENTRIES and entries[0] <= i <= entries[-1]:
            yield Sign(i, "live-ticker.entry", clock)
        else:
            yield Sign(i, "live-ticker.clock", clock, "live-ticker")


def _stands_over_prose(document: Document, i: int) -> bool:
    """Whether a line stands right above a paragraph."""
    below = document.readings[i + 1 : i + 2]
    return any(reading.ends == "sentence" and reading.words >= _SENTENCE_WORDS for reading in below)
