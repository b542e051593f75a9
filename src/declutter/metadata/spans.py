"""Where the name stands in a block in which a filter found a phrase such as "posted by {name} on {date}"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from declutter.model import Hit, Reading
from declutter.naming import ends_of
from declutter.patterns import pattern

_NAME = "{name}"
# Folding takes the accents off these, and the dots of Turkish: any letter may stand for them in the text.
_CHANGED = frozenset("αειουωηΑΕΙΟΥΩΗiIеЕاهيكςσ")
# What folding drops inside words, and what it takes for the end of one.
_INSIDE, _APART = r"['’‘ʼ`´\u00ad\u200b-\u200f]?", r"[^\p{L}\p{N}]{0,4}"
# Labels end with one of these.
_COLON = pattern("[:：／｜＝=】]")


def named_by(hit: Hit, reading: Reading, text: str) -> list[str]:
    """What the free names of a phrase are in the block that it was found in, as its text has them.

    Args:
        hit: The phrase.
        reading: The block's words.
        text: The block.

    Returns:
        A text for each ``{name}``, what follows the colon for a label, nothing when the phrase has no name in it.
    """
    if hit.how == "label":
        return [_COLON.split(text, 1)[-1].strip()]
    phrase = hit.phrase.split()
    if _NAME not in phrase:
        return []
    total = len(reading.tokens)
    starts = range(max(0, total - 2 * len(phrase) - 16), total) if hit.how == "end" else range(1)
    for start in starts:
        for end, spans in _readings_of(phrase, reading, start):
            if hit.how == "start" or end == total:
                return [as_written(reading.cased[first:last], text) for first, last in spans]
    return []


def _readings_of(
    phrase: Sequence[str], reading: Reading, start: int
) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    """How a phrase can be read from a word on: where it ends, and where its names stand; the longest names first.

    There are at most two free names in a phrase, so there are few ways.
    """
    if not phrase:
        yield start, ()
        return
    for end in reversed(ends_of(phrase[:1], reading, start)):
        own = ((start, end),) if phrase[0] == _NAME else ()
        for last, spans in _readings_of(phrase[1:], reading, end):
            yield last, (*own, *spans)


def as_written(words: Sequence[str], text: str) -> str:
    """Some words of a block with the hyphens, apostrophes and accents that they have in its text."""
    letters = (_INSIDE.join(r"\p{L}" if char in _CHANGED else _escaped(char) for char in word) for word in words)
    found = pattern(_APART.join(letters)).search(unicodedata.normalize("NFKC", text))
    return found[0] if found else " ".join(words)


def _escaped(char: str) -> str:
    return char if char.isalnum() else f"\\{char}"
