"""Text on a terminal: what it may say there, how wide it is, and in which colours."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from declutter.patterns import pattern

# Page text must not speak to the terminal: no escapes, no bells, no marks that turn the writing direction.
_UNSAFE = pattern(r"[\p{C}\p{Zl}\p{Zp}]+")
_CODES = {"bold": "1", "dim": "2", "struck": "2;9", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_NARROWEST = 30
_USUAL = 80
# The vowels and final consonants of Korean that join the letter before them.
_JOINING_JAMO = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class Look:
    """How lines for people look.

    Attributes:
        width: The columns that there are; None for lines as long as they happen to be.
        coloured: Whether they may have colours, as ANSI escapes.
    """

    width: int | None = None
    coloured: bool = False

    def paint(self, text: str, *colours: str) -> str:
        """Text in some colours: ``bold``, ``dim``, ``struck``, ``red``, ``green``, ``yellow``, ``cyan``."""
        if not self.coloured or not colours or not text:
            return text
        return f"\x1b[{';'.join(_CODES[colour] for colour in colours)}m{text}\x1b[0m"


PLAIN = Look()


def look_of(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Look:
    """How lines on a stream should look: fitted and coloured on a terminal, plain elsewhere.

    ``NO_COLOR`` forbids colours and ``FORCE_COLOR`` asks for them on any stream, the first being the stronger; a
    terminal that says it is ``dumb`` gets none. ``COLUMNS`` overrides the width of a terminal.
    """
    terminal = stream.isatty()
    return Look(_width(stream, environment) if terminal else None, _coloured(environment, default=terminal))


def _coloured(environment: Mapping[str, str], *, default: bool) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return default and environment.get("TERM") != "dumb"


def _width(stream: TextIO, environment: Mapping[str, str]) -> int:
    # Not `shutil.get_terminal_size`, which asks standard output, while it is standard error that is written to.
    asked = environment.get("COLUMNS", "")
    if asked.isascii() and asked.isdecimal() and int(asked[:6]) > 0:
        return max(_NARROWEST, int(asked[:6]))
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        width = 0
    return max(_NARROWEST, width or _USUAL)


def printable(text: str) -> str:
    """Text that can do nothing to a terminal but show itself."""
    return _UNSAFE.sub(" ", text)


def columns(text: str) -> int:
    r"""How many columns text takes on a terminal.

    >>> columns("tide"), columns("潮汐"), columns("e\u0301")
    (4, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me") or ord(char) in _JOINING_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fitted(text: str, width: int) -> str:
    """Text cut to a width, with an ellipsis where something was cut off.

    >>> fitted("the winter ferry", 10), fitted("冬天的渡轮", 6)
    ('the winte…', '冬天…')
    """
    # No more than so much is looked at, however long the text is: marks that take no column come a few to a letter.
    start = text[: 8 * width]
    if len(start) == len(text) and columns(text) <= width:
        return text
    taken = 0
    for place, char in enumerate(start):
        taken += _columns(char)
        if taken > width - 1:
            return start[:place] + "…"
    return start + "…"


def padded(text: str, width: int) -> str:
    """Text filled up with blanks to a width."""
    return text + " " * (width - columns(text))


def in_one_line(text: str, width: int) -> str:
    """What can be shown of a block in one line of a width."""
    start = text[: 40 * width]
    line = printable(" ".join(start.split()))
    return fitted(line if len(start) == len(text) else line + " …", width)
