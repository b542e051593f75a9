"""Hard-wrapped text: finding the width it was wrapped at, and which line breaks the wrapping made.

A wrapping program breaks a line only where the next word would not have fitted. So a break after which the next word
would have fitted is a real one. That test, rather than "long lines in a row", tells a paragraph from a list or a poem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from declutter.patterns import plain_pattern
from declutter.segment.lines import Line

_NARROWEST, _WIDEST = 45, 110
# Share of breaks between long lines that must look as if wrapping made them, and how many there must be at least.
_WRAPPED_SHARE = 0.6
_FEWEST_BREAKS = 2
# Scripts without capitals do not show where a sentence goes on, so chance must be ruled out by more of them.
_FEWEST_UNCASED = 4
# So many lines may be longer than any wrapping leaves them: something that was pasted in.
_LONG_SHARE = 0.1
# So many widths are tried at most, which keeps the time linear.
_MOST_WIDTHS = 8
# After a break in the middle of a sentence, most lines begin with a lower-case letter; after a verse, few do.
_CONTINUED_SHARE = 0.4
# ``fold -s`` leaves a blank at each break it makes, and none elsewhere; so much of the breaks must show it.
_SPACED_SHARE = 0.8
# Some wrappers count a little differently (trailing space, double width): allow as much.
_SLACK = 1
# The bullet of Japanese stands right before its text.
BULLET = plain_pattern(r"(?:[-–—*•‣◦▪●○·+»›]|\(?\d{1,3}[.)]|[a-z]\))[ \t\u00a0]|・\S")
_UNSPACED = plain_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_ENDS = tuple(".!?:؟۔।…。！？：」』”")
_QUOTE = plain_pattern(r"(?:> ?)+")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How lines were wrapped.

    Attributes:
        width: The most characters that a line could have.
        spaced: Whether the wrapping left a blank at the end of each line that it broke.
    """

    width: int
    spaced: bool

    def broke(self, before: Line, after: Line) -> bool:
        """Whether wrapping made the break between two lines, so that they are one block."""
        if not before.text or not after.text or BULLET.match(after.text):
            return False
        if bool(_QUOTE.match(before.text)) != bool(_QUOTE.match(after.text)):
            return False
        if _length(before) > self.width or not (before.spaced or not self.spaced):
            return False
        return _overflows(before, after, self.width)


def find_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """How the lines of a text were wrapped; None when they were not.

    The width is that of the longest line, unless a few lines (a URL, an address) are longer than wrapping left them.
    """
    lengths = sorted((_length(line) for line in lines if " " in line.text), reverse=True)
    outliers = int(_LONG_SHARE * len(lengths))
    for width in list(dict.fromkeys(lengths[: outliers + 1]))[-_MOST_WIDTHS:]:
        if _NARROWEST <= width <= _WIDEST and (wrapping := _wrapped_at(width, lines)):
            return wrapping
    return None


def _wrapped_at(width: int, lines: Sequence[Line]) -> Wrapping | None:
    long_pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if a.text and b.text and 0.6 * width < _length(a) <= width and not BULLET.match(b.text)
    ]
    made = [(a, b) for a, b in long_pairs if _overflows(a, b, width)]
    fewest = _FEWEST_UNCASED if sum(_is_uncased(line) for _, line in made) > len(made) / 2 else _FEWEST_BREAKS
    if len(made) < fewest or len(made) < _WRAPPED_SHARE * len(long_pairs):
        return None
    continued = sum(1 for before, line in made if _continues(before, line))
    if continued < _CONTINUED_SHARE * len(made):
        return None
    return Wrapping(width, sum(1 for line, _ in made if line.spaced) >= _SPACED_SHARE * len(made))


def _overflows(before: Line, after: Line, width: int) -> bool:
    word = _QUOTE.sub("", after.text).split(None, 1)
    if not word:
        return False
    # Scripts that put no spaces between words are broken anywhere.
    size = 0 if _UNSPACED.match(word[0]) else len(word[0])
    return _length(before) + 1 + size > width - _SLACK


def _length(line: Line) -> int:
    return line.indent + len(line.text)


def _continues(before: Line, line: Line) -> bool:
    """Whether a line may begin in the middle of a sentence: no capital, no bullet, no hash sign.

    In scripts without capitals any line may, so there the line before it must leave the sentence open.
    """
    if _is_uncased(line):
        return not before.text.endswith(_SENTENCE_ENDS)
    first = _first(line)
    return first.isalnum() and not first.isupper()


def _is_uncased(line: Line) -> bool:
    """Whether a line begins with a letter of a script without capitals."""
    first = _first(line)
    return first.isalpha() and first.lower() == first.upper()


def _first(line: Line) -> str:
    return line.text.lstrip("\"'“”‘’«»([> ")[:1]
