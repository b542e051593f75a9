r"""What makes an output good: words in common with the gold, or segments found and not found.

Word F1 is that of the Web Content Extraction Benchmark (M. Foley, "WCXB: A Multi-Type Web Content Extraction
Benchmark", arXiv:2605.21097, and ``evaluate.py`` of github.com/Murrough-Foley/web-content-extraction-benchmark):
lower-cased ``\w+`` tokens, compared as bags. Here each Chinese or Japanese character is a token of its own, because
those scripts do not part words and ``\w+`` would make one token of a whole sentence.

Segments are counted as trafilatura's evaluation does (A. Barbaresi, ``tests/eval_common.py`` of
github.com/adbar/trafilatura): white space is normalised, case is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Han with its extensions and compatibility forms, Hiragana, Katakana.
_CHARACTER = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CHARACTER}]|[^\W{_CHARACTER}]+")


@dataclass(frozen=True, slots=True)
class Score:
    """How much of an output is right, and how much of what is right is in it. All from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Counts:
    """Segments: found (tp) or missing (fn) that must be there, found (fp) or missing (tn) that must not."""

    tp: int
    fn: int
    fp: int
    tn: int

    @property
    def score(self) -> Score:
        """Precision, recall and F1 of the counts; 1 where there is nothing to be right or wrong about."""
        return Score(
            _ratio(self.tp, self.tp + self.fp),
            _ratio(self.tp, self.tp + self.fn),
            _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn),
        )


def tokens(text: str) -> list[str]:
    """The words of a text, lower-cased; Chinese and Japanese by the character.

    >>> tokens("The ferry-boat, 渡し船")
    ['the', 'ferry', 'boat', '渡', 'し', '船']
    """
    return _TOKEN.findall(text.lower())


def word_score(output: str, gold: str) -> Score:
    """Words in common, as bags: a word counts as often as it is in both. Both empty is 1, one of them empty is 0.

    >>> word_score("the ferry runs", "the ferry ran all winter")
    Score(precision=0.6666666666666666, recall=0.4, f1=0.5)
    """
    return _overlap(tokens(output), tokens(gold))


def shingle_score(output: str, gold: str, size: int = 4) -> Score:
    """The same with runs of words, so that order counts too.

    As in the article extraction benchmark of Scrapinghub (github.com/scrapinghub/article-extraction-benchmark), whose
    shingles are four words; a text shorter than that is one shingle.
    """
    return _overlap(_shingles(tokens(output), size), _shingles(tokens(gold), size))


def segment_counts(output: str, wanted: Iterable[str], unwanted: Iterable[str]) -> Counts:
    """Which segments are in the output, white space aside.

    >>> segment_counts("The ferry  runs all winter.", ["ferry runs"], ["Subscribe"])
    Counts(tp=1, fn=0, fp=0, tn=1)
    """
    text = _spaced(output)
    right, wrong = ([_spaced(segment) in text for segment in segments] for segments in (wanted, unwanted))
    return Counts(sum(right), len(right) - sum(right), sum(wrong), len(wrong) - sum(wrong))


def _overlap(output: Sequence[object], gold: Sequence[object]) -> Score:
    if not output or not gold:
        same = float(len(output) == len(gold))
        return Score(same, same, same)
    common = (Counter(output) & Counter(gold)).total()
    return Score(common / len(output), common / len(gold), 2 * common / (len(output) + len(gold)))


def _shingles(words: list[str], size: int) -> list[tuple[str, ...]]:
    if not words:
        return []
    return [tuple(words[start : start + size]) for start in range(max(1, len(words) - size + 1))]


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _spaced(text: str) -> str:
    return " ".join(text.split())
