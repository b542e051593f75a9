"""Phrases with a free name in them ("Follow {name} on"), matched word by word."""

from __future__ import annotations

from collections.abc import Sequence

from declutter.model import Reading
from declutter.reading import is_unspaced

LONGEST_NAME = 7
# Names in scripts that write no spaces have so many characters.
_CHARACTERS = range(2, 7)
# Those in scripts without capitals so many words; others would match anything.
_UNCASED = range(2, 5)


def ends_of(words: Sequence[str], reading: Reading, start: int) -> list[int]:
    """Where a phrase can end that begins at the word `start`; nowhere when it does not stand there."""
    tokens, total = reading.tokens, len(reading.tokens)
    ends = [start]
    for word in words:
        if word == "{name}":
            ends = [
                stop
                for end in ends
                for stop in range(end + 1, min(total, end + LONGEST_NAME) + 1)
                if _is_name(reading.cased[end:stop])
            ]
        else:
            ends = [end + 1 for end in ends if end < total and tokens[end] == word]
        if not ends:
            break
    return ends


def closes(words: Sequence[str], reading: Reading) -> bool:
    """Whether a block ends with a phrase that has a free name."""
    total = len(reading.tokens)
    longest = len(words) + words.count("{name}") * (LONGEST_NAME - 1)
    return any(total in ends_of(words, reading, total - size) for size in range(len(words), min(total, longest) + 1))


def _is_name(words: Sequence[str]) -> bool:
    """Whether words look like a name: a capital first, and on at least half of them; a few characters of a script."""
    first = words[0][0]
    if first.islower() or first.isdigit():
        return False
    if is_unspaced(first):
        return len(words) in _CHARACTERS
    if first.isalpha() and not first.isupper():
        return len(words) in _UNCASED
    return 2 * sum(map(str.islower, words)) <= len(words)
