"""The words of a block, normalised once: what phrases are compared with and what shape is measured on."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from declutter.model import Reading
from declutter.patterns import pattern

# Apostrophes join ("don’t" is one word), invisible marks separate nothing: both vanish.
_VANISH = pattern(r"['’‘ʼ＇`´\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0640]")
# Scripts that put no spaces between words: each character is a token.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = pattern(
    r"(?V1)\{(?:n|date|name)\}"
    r"|\d+(?:[.,:/-]\d+)*"
    rf"|[{_UNSPACED}]"
    rf"|[\p{{L}}\p{{M}}--[{_UNSPACED}]]+"
    r"|[*©@$€£¥₴₽%#+°]"
)
_IS_UNSPACED = pattern(rf"(?V1)[{_UNSPACED}]")
_NUMERIC_DATE = pattern(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
# About how many characters of an unspaced script make a word.
_CHARACTERS_A_WORD = 1.7
# No date has more words than this; the bound keeps a page of bare numbers linear.
_LONGEST_DATE = 14
_CLOSERS = "\"'”’»›)]}*_~”“」』）】》"
_SENTENCE_ENDS = ".!?。！？؟۔।…⋯‼⁉"
# A paragraph of prose has at least this many words, this share of function words, and whole sentences.
PROSE_WORDS = 14
PROSE_STOP_SHARE = 0.22


@dataclass(frozen=True, slots=True)
class Grammar:
    """What reading needs to know of the languages: function words and the words that dates are made of.

    Attributes:
        stop_words: The function words of each language, by language code.
        months: Names of months, and of weekdays, full and abbreviated.
        units: Units of time ("hours"), which make a date with a number and one of `ago`.
        ago: Words that turn a number and a unit into a date ("ago").
        moments: Words that are a date by themselves ("yesterday").
        glue: Words that stand inside dates ("at", "of", "pm").
        we: Words by which a writer means more than one ("we", "our").
        you: Words by which a reader is addressed ("you", "your").
    """

    stop_words: Mapping[str, frozenset[str]]
    months: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()
    we: frozenset[str] = frozenset()
    you: frozenset[str] = frozenset()


def fold(text: str) -> list[str]:
    """The words of a text as they are written, without punctuation; numbers and symbols are words, too.

    >>> fold("Don’t miss: “10 best” walks*")
    ['Dont', 'miss', '10', 'best', 'walks', '*']
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _TOKEN.findall(_VANISH.sub("", text))


def normalise(text: str, grammar: Grammar) -> tuple[list[str], list[str]]:
    """Fold case, numbers and dates, so that texts that say the same compare equal.

    Returns:
        The normalised tokens, and the tokens as they were written, one for one.

    >>> english = Grammar({}, months=frozenset({"may"}), glue=frozenset({"at"}))
    >>> normalise("Updated 3 May 2024 at 10:15", english)[0]
    ['updated', '{date}']
    >>> normalise("5 comments", english)[0]
    ['{n}', 'comments']
    """
    cased = fold(text)
    tokens = [token.casefold() for token in cased]
    dated = not grammar.months.isdisjoint(tokens) or not grammar.moments.isdisjoint(tokens)
    dated = dated or not grammar.ago.isdisjoint(tokens)
    for i, token in enumerate(tokens):
        if token[0].isdigit():
            if _NUMERIC_DATE.fullmatch(token):
                tokens[i], dated = "{date}", True
            else:
                tokens[i] = "{n}"
    return _with_dates(tokens, cased, grammar) if dated else (tokens, cased)


def _with_dates(tokens: list[str], cased: list[str], grammar: Grammar) -> tuple[list[str], list[str]]:
    """Replace each run of tokens that together name a date by one ``{date}``."""
    out: list[str] = []
    out_cased: list[str] = []
    i = 0
    while i < len(tokens):
        end = _date_end(tokens, i, grammar)
        out.append("{date}" if end > i else tokens[i])
        out_cased.append(cased[i])
        i = max(end, i + 1)
    return out, out_cased


def _date_end(tokens: list[str], start: int, grammar: Grammar) -> int:
    """Where the date that begins at `start` ends; `start` itself when there is none."""
    if not _in_date(tokens[start], grammar) or tokens[start] in grammar.glue:
        return start
    end = start
    kinds = set()
    for i in range(start, min(len(tokens), start + _LONGEST_DATE)):
        token = tokens[i]
        if token in grammar.glue:
            continue
        if not _in_date(token, grammar):
            break
        kinds.add(_date_part(token, grammar))
        end = i + 1
    while end < len(tokens) and end - start > 1 and _is_clock_mark(tokens[end], grammar):
        end += 1
    complete = "date" in kinds or "moment" in kinds or {"month", "n"} <= kinds or {"n", "unit", "ago"} <= kinds
    return end if complete else start


def _is_clock_mark(token: str, grammar: Grammar) -> bool:
    """Whether a word behind a date belongs to it ("10:51 am CET"), unlike a function word ("3 May of")."""
    if token not in grammar.glue:
        return False
    return token in ("am", "pm") or not any(token in words for words in grammar.stop_words.values())


def _in_date(token: str, grammar: Grammar) -> bool:
    return (
        token in ("{n}", "{date}")
        or token in grammar.months
        or token in grammar.glue
        or token in grammar.units
        or token in grammar.ago
        or token in grammar.moments
    )


def _date_part(token: str, grammar: Grammar) -> str:
    if token == "{date}":
        return "date"
    if token == "{n}":
        return "n"
    if token in grammar.months:
        return "month"
    if token in grammar.moments:
        return "moment"
    return "unit" if token in grammar.units else "ago"


def read(text: str, grammar: Grammar) -> Reading:
    """Take a block's words and measure them. Time is linear in the text."""
    tokens, cased = normalise(text, grammar)
    words = _count_words(tokens, text)
    stop_share = _stop_share(tokens, words, grammar)
    ends = _ending(text)
    return Reading(
        tuple(tokens),
        tuple(cased),
        words,
        stop_share,
        ends,
        address=_address(tokens, words, grammar),
        question=text.rstrip().rstrip(_CLOSERS).endswith(("?", "？", "؟")),
        prose=words >= PROSE_WORDS
        and ends in ("sentence", "colon")
        and (stop_share >= PROSE_STOP_SHARE or not grammar.stop_words),
    )


def _count_words(tokens: list[str], text: str) -> int:
    if text.isascii():
        return len(tokens)
    unspaced = sum(1 for token in tokens if len(token) == 1 and _IS_UNSPACED.match(token))
    return len(tokens) - unspaced + round(unspaced / _CHARACTERS_A_WORD)


def _stop_share(tokens: list[str], words: int, grammar: Grammar) -> float:
    if not words:
        return 0.0
    counts = (sum(map(stops.__contains__, tokens)) for stops in grammar.stop_words.values())
    return max(counts, default=0) / words


def _address(tokens: list[str], words: int, grammar: Grammar) -> float:
    we = sum(map(grammar.we.__contains__, tokens))
    you = sum(map(grammar.you.__contains__, tokens))
    return (we + you) / words if we and you else 0.0


def _ending(text: str) -> Literal["sentence", "open", "colon", "ellipsis"]:
    stripped = text.rstrip().rstrip(_CLOSERS).rstrip()
    if stripped.endswith(("...", "…", "⋯")):
        return "ellipsis"
    if stripped.endswith((":", "：")):
        return "colon"
    return "sentence" if stripped.endswith(tuple(_SENTENCE_ENDS)) else "open"
