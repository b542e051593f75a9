"""What single words are worth: how much more often furniture has them than main text, over many hosts."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from typing import NamedTuple

from benchmarks.pages import Page
from declutter import DEFAULT
from declutter.errors import DeclutterError
from declutter.words import UNIT
from training.folds import FOLDS, fold_of, host_of
from training.labels import labels_of

# Words of fewer pages are names and topics.
_FEWEST_PAGES = 8
# Words that say next to nothing need no place, and none says more than that.
_LEAST, _MOST = 0.1, 3.0
# A text shorter than this has no frequencies to speak of.
_FEWEST_WORDS = 20
_LONGEST_BLOCK = 400
# What is added to a word's frequency on either side, so that a rare one proves little.
_PRIOR = 3e-5


@dataclass(frozen=True, slots=True)
class Uses:
    """How frequent each word is in a page's furniture and in its main text, 0 to 1; a text too short has none.

    Attributes:
        fold: Which fold the page's host belongs to.
        noise: Frequencies in what is not main text.
        content: Frequencies in main text.
    """

    fold: int
    noise: Mapping[str, float]
    content: Mapping[str, float]


def word_tables(pages: Iterable[Page]) -> list[dict[str, float]]:
    """What words are worth by the pages outside of each fold, and at the end by all pages.

    A page must not be judged by words that were weighed on itself, or a fit would trust them too much.
    """
    with Pool(2) as pool:
        uses = [one for one in pool.imap(uses_of, pages, chunksize=16) if one is not None]
    return [worths([one for one in uses if one.fold != fold]) for fold in range(FOLDS + 1)]


def uses_of(page: Page) -> Uses | None:
    """How a page uses words; None for one without a gold text."""
    if page.gold is None:
        return None
    try:
        document = DEFAULT.run(page.html, media="html").document
    except DeclutterError:
        return None
    labels = labels_of(page, [block.visible for block in document.blocks])
    counts: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for reading, label in zip(document.readings, labels, strict=True):
        if label is not None and len(reading.tokens) < _LONGEST_BLOCK:
            counts[label >= 0.5].update(reading.tokens)
    noise, content = map(_frequencies, counts)
    return Uses(fold_of(host_of(page)), noise, content)


def _frequencies(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()
    if total < _FEWEST_WORDS:
        return {}
    return {word: times / total for word, times in counts.items() if word.isalpha()}


def worths(uses: Sequence[Uses]) -> dict[str, float]:
    """Log-odds of noise by word: the logarithm of how many times as frequent it is in furniture, as in naive Bayes.

    >>> round(worths([Uses(0, {"share": 0.01}, {"said": 0.01})] * 8)["share"], 1)
    3.0
    """
    noise, content = _means([one.noise for one in uses]), _means([one.content for one in uses])
    words = {
        word: math.log((noise.get(word, _RARE).mean + _PRIOR) / (content.get(word, _RARE).mean + _PRIOR))
        for word in sorted(noise.keys() | content.keys())
        if max(noise.get(word, _RARE).pages, content.get(word, _RARE).pages) >= _FEWEST_PAGES
    }
    return {word: max(-_MOST, min(_MOST, worth)) for word, worth in words.items() if abs(worth) >= _LEAST}


class _Frequency(NamedTuple):
    """On how many pages a word is, and how frequent it is in the mean over all of them."""

    pages: int
    mean: float


_RARE = _Frequency(0, 0.0)


def _means(found: Sequence[Mapping[str, float]]) -> dict[str, _Frequency]:
    sums: dict[str, float] = defaultdict(float)
    pages = Counter(word for frequencies in found for word in frequencies)
    for frequencies in found:
        for word, frequency in frequencies.items():
            sums[word] += frequency
    telling = max(1, sum(map(bool, found)))
    return {word: _Frequency(pages[word], total / telling) for word, total in sums.items()}


def words_text(words: Mapping[str, float], made_from: str) -> str:
    """The file that is read at run time, a word a line."""
    rounded = {word: round(worth * UNIT) for word, worth in words.items()}
    body = json.dumps(rounded, ensure_ascii=False, indent=0, separators=(",", ":"))
    return f'{{"made_from": "{made_from}",\n"words": {body}}}\n'
