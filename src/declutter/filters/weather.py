"""Weather boxes."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# A place, a temperature, a word on the sky.
_LONGEST = 60
# Number, sign and unit are three of the words.
_MOST_WORDS = 10
# Without a unit it may be an angle ("45° bend") or a place on the globe (51° N, 51° 30′).
_DEGREES = pattern(
    r"(?<![\d.,])(\d{1,3})(?:[.,]\d)?\s?"
    r"(?:°\s?([CcFf])\b|([℃℉])|°(?![\d\s]{0,4}[′'’]|\s?\p{Ll}|\s?[NSEWO]\b))"
)
# Air is not warmer anywhere, ovens are: 60 °C, 135 °F (which a bare "°" may be).
_HOTTEST = {"C": 60, "℃": 60}
_HOTTEST_ELSE = 135


def weather(document: Document) -> Iterator[Sign]:
    """Weather boxes.

    What it catches:
        Labels of forecasts, and short lines with a temperature.
    Why it is noise:
        They tell the weather of the day the page was saved, whatever the text is about.
    When it is wrong:
        A short line of a recipe or a report with a temperature of the air's range.

    Example:
        ``Harbour Town 14°C``
    """
    yield from wording(document, "weather")
    for block in blocks_with(document, "°℃℉"):
        text = block.visible
        if len(text) > _LONGEST:
            continue
        reading = document.readings[block.index]
        if reading.words > _MOST_WORDS or reading.ends != "open" or block.kind != "paragraph":
            continue
        found = list(_DEGREES.finditer(text))
        if found and all(_is_air(match[1], match[2] or match[3] or "") for match in found):
            yield Sign(block.index, "weather.degrees", found[0][0], "weather")


def _is_air(degrees: str, unit: str) -> bool:
    return int(degrees) <= _HOTTEST.get(unit.upper(), _HOTTEST_ELSE)
