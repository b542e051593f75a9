"""Single words: in which of them the furniture of pages abounds, and in which main text does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from declutter.model import Reading

FILE = "words.json"
# Worths in the file are whole numbers of this many to a unit of log-odds.
UNIT = 100
# So many words of a block tell.
_MOST = 200
_REACHES = (1, 5, 15)


@cache
def bundled_words() -> Mapping[str, float]:
    """What words are worth in log-odds of noise. Package data does not change, so it is read once."""
    import json
    from importlib.resources import files

    data = json.loads((files("declutter") / FILE).read_text("utf-8"))
    return {word: worth / UNIT for word, worth in data["words"].items()}


def word_facts(readings: Sequence[Reading], words: Mapping[str, float]) -> Iterator[tuple[str, list[float]]]:
    """What its words say of each block, and those of the blocks around it: facts by name, a number for every block.

    Args:
        readings: The blocks' words.
        words: What each word is worth, in log-odds of noise; other words are worth nothing.
    """
    sums: list[float] = []
    sizes: list[int] = []
    most: list[float] = []
    least: list[float] = []
    for reading in readings:
        tokens = reading.tokens[:_MOST]
        found = [words[token] for token in tokens if token in words]
        sums.append(sum(found))
        sizes.append(len(tokens))
        most.append(max(found, default=0.0))
        least.append(min(found, default=0.0))
    yield "vocabulary", [own / max(1, size) for own, size in zip(sums, sizes, strict=True)]
    yield "vocabulary-most", most
    yield "vocabulary-least", least
    count = len(readings)
    worths = list(accumulate(sums, initial=0.0))
    words_so_far = list(accumulate(sizes, initial=0))

    def mean(first: int, end: int) -> float:
        return (worths[end] - worths[first]) / max(1, words_so_far[end] - words_so_far[first])

    for reach in _REACHES:
        yield f"vocabulary-before-{reach}", [mean(max(0, i - reach), i) for i in range(count)]
        yield f"vocabulary-behind-{reach}", [mean(i + 1, min(count, i + 1 + reach)) for i in range(count)]
    yield "page-vocabulary", [mean(0, count)] * count
