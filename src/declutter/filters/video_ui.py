"""Controls and states of a video player."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# Two clocks with hours, or a row of speeds.
_LONGEST = 30
# Hours are there in long films only.
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
# Played and whole time, time left, a player that has not begun, speeds; a bare "4:32" may be anybody's time.
_TIMECODE = pattern(
    rf"{_CLOCK}\s?/\s?{_CLOCK}"
    rf"|[-−–]\s?{_CLOCK}"
    r"|0?0:00(?::00)?"
    r"|[0-3](?:[.,]\d{1,2})?\s?[x×](?:\s[0-3](?:[.,]\d{1,2})?\s?[x×]){0,7}"
)


def video_ui(document: Document) -> Iterator[Sign]:
    """Controls and states of a video player.

    What it catches:
        Names of controls, messages of players, and lines that are only a playing time or speed.
    Why it is noise:
        They operate a player that is not there in the text.
    When it is wrong:
        A time or a factor alone on its line that the text is about, such as a runner's or a lens's.

    Example:
        ``0:00 / 4:32``
    """
    yield from wording(document, "video-ui")
    for block in blocks_with(document, "0"):
        if len(block.visible) <= _LONGEST and block.kind == "paragraph" and _TIMECODE.fullmatch(block.visible):
            yield Sign(block.index, "video-ui.timecode", block.visible, "video-ui")
