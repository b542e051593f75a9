"""The words of a block, normalised once: what phrases are compared with and what shape is measured on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from declutter.model import Reading
from declutter.patterns import pattern, plain_pattern

# Apostrophes join ("don’t" is one word), invisible marks separate nothing; the dot above that "İ" leaves when its case
# is folded, the stretching of Arabic words and their vowel signs are mostly left out in writing: all vanish.
_VANISH = plain_pattern(r"['’‘ʼ＇`´\u00ad\u0307\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# Letters that some writers and some cases keep apart and others do not: the accents that Greek capitals lack, the dots
# of Turkish, Russian "ё", the seats of the Arabic hamza, and Persian letter shapes.
_VARIANTS = str.maketrans(
    "άέήίϊΐόύϋΰώΆΈΉΊΪΌΎΫΏıİёЁأإآٱىةیک",
    "αεηιιιουυυωΑΕΗΙΙΟΥΥΩiIеЕاااايهيك",
)
_VARIANT = plain_pattern(f"[{''.join(map(chr, _VARIANTS))}]")
# Scripts that put no spaces between words, or (Korean) none that writers agree on: each character is a token.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー"
_TOKEN = pattern(
    r"(?V1)\{(?:n|date|name)\}"
    r"|\d+(?:[.,:/-]\d+)*"
    rf"|[{_UNSPACED}]"
    rf"|[\p{{L}}\p{{M}}--[{_UNSPACED}]]+"
    r"|[*©@$€£¥₴₽₺₩₹%#+°]"
)
_IS_UNSPACED = pattern(rf"(?V1)[{_UNSPACED}]")
# The same for texts of nothing but Latin script, punctuation, arrows and drawings, as most are.
_LATIN_TOKEN = plain_pattern(
    r"\{(?:n|date|name)\}"
    r"|[0-9]+(?:[.,:/-][0-9]+)*"
    r"|[A-Za-zªµºÀ-ÖØ-öø-\u024f]+"
    r"|[*©@$€£¥#%+°]"
)
_NOT_LATIN = plain_pattern(r"[^\x00-\u024f\u2010-\u205e€\u2190-\u27bf]")
_DIGIT = plain_pattern(r"\d")
# Three digits in front are a telephone number.
_NUMERIC_DATE = plain_pattern(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2}")
# About how many characters of an unspaced script make a word.
_CHARACTERS_A_WORD = 1.7
# No date has more words than this; the bound keeps a page of bare numbers linear.
_LONGEST_DATE = 20
_CLOSERS = "\"'”’»›)]}*_~”“」』）】》"
_SENTENCE_ENDS = tuple(".!?。！？؟۔।…⋯‼⁉")
_QUESTIONS = ("?", "？", "؟")
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
        parts: What each word or number of a date but the glue is in it: a month, a unit, and so on.
        languages: The languages that each function word belongs to, by the word.
    """

    stop_words: Mapping[str, frozenset[str]]
    months: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()
    we: frozenset[str] = frozenset()
    you: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(init=False, repr=False, compare=False)
    languages: Mapping[str, Sequence[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = {"{date}": "date", "{n}": "n"}
        for words, part in (
            (self.months, "month"),
            (self.moments, "moment"),
            (self.units, "unit"),
            (self.ago, "ago"),
        ):
            for word in words:
                parts.setdefault(word, part)
        object.__setattr__(self, "parts", parts)
        languages: dict[str, list[str]] = {}
        for language, stops in self.stop_words.items():
            for word in stops:
                languages.setdefault(word, []).append(language)
        object.__setattr__(self, "languages", languages)

    def spoken(self, tokens: Iterable[str]) -> dict[str, int]:
        """How many of some words are function words of each language; nothing of those that have none of them."""
        counts: dict[str, int] = {}
        languages = self.languages
        for word in filter(languages.__contains__, tokens):
            for language in languages[word]:
                counts[language] = counts.get(language, 0) + 1
        return counts


def fold(text: str) -> list[str]:
    """The words of a text as they are written, without punctuation; numbers and symbols are words, too.

    >>> fold("Don’t miss: “10 best” walks*")
    ['Dont', 'miss', '10', 'best', 'walks', '*']
    >>> fold("İLGİLİ, ΔΙΑΒΆΣΤΕ, ещё, 더보기")
    ['ILGILI', 'ΔΙΑΒΑΣΤΕ', 'еще', '더', '보', '기']
    """
    if text.isascii():
        return _LATIN_TOKEN.findall(text.replace("'", "").replace("`", ""))
    # Unfolded, the sign for a number would become the word "No".
    text = _VANISH.sub("", unicodedata.normalize("NFKC", text.replace("№", "#")))
    if _VARIANT.search(text):
        text = text.translate(_VARIANTS)
    return (_TOKEN if _NOT_LATIN.search(text) else _LATIN_TOKEN).findall(text)


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
    folded = " ".join(cased).casefold()
    tokens = folded.split()
    dated = not (
        grammar.months.isdisjoint(tokens) and grammar.moments.isdisjoint(tokens) and grammar.ago.isdisjoint(tokens)
    )
    if _DIGIT.search(folded):
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
    done = 0
    for start in [i for i, token in enumerate(tokens) if token in grammar.parts]:
        end = _date_end(tokens, start, grammar) if start >= done else start
        if end > start:
            out += (*tokens[done:start], "{date}")
            out_cased += cased[done : start + 1]
            done = end
    return out + tokens[done:], out_cased + cased[done:]


def _date_end(tokens: list[str], start: int, grammar: Grammar) -> int:
    """Where the date that begins at `start` ends; `start` itself when there is none."""
    end = start
    kinds = set()
    for i in range(start, min(len(tokens), start + _LONGEST_DATE)):
        token = tokens[i]
        if token in grammar.parts:
            kinds.add(grammar.parts[token])
            end = i + 1
        elif token not in grammar.glue:
            break
    while end < len(tokens) and end - start > 1 and _is_clock_mark(tokens[end], grammar):
        end += 1
    complete = "date" in kinds or "moment" in kinds or {"month", "n"} <= kinds or {"n", "unit", "ago"} <= kinds
    return end if complete else start


def _is_clock_mark(token: str, grammar: Grammar) -> bool:
    """Whether a word behind a date belongs to it ("10:51 am CET"), unlike a function word ("3 May of")."""
    if token not in grammar.glue:
        return False
    return token in ("am", "pm") or not any(token in words for words in grammar.stop_words.values())


def read(text: str, grammar: Grammar) -> Reading:
    """Take a block's words and measure them. Time is linear in the text."""
    tokens, cased = normalise(text, grammar)
    words = _count_words(tokens, text)
    stop_share = _stop_share(tokens, words, grammar)
    ends, question = _ending(text)
    return Reading(
        tuple(tokens),
        tuple(cased),
        words,
        stop_share,
        ends,
        _address(tokens, words, grammar),
        question,
        prose=words >= PROSE_WORDS
        and ends in ("sentence", "colon")
        and (stop_share is None or stop_share >= PROSE_STOP_SHARE),
    )


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that puts no spaces between words.

    >>> is_unspaced("渡"), is_unspaced("d")
    (True, False)
    """
    return not character.isascii() and bool(_IS_UNSPACED.match(character))


def _count_words(tokens: list[str], text: str) -> int:
    if text.isascii() or not _NOT_LATIN.search(text):
        return len(tokens)
    unspaced = sum(1 for token in tokens if len(token) == 1 and _IS_UNSPACED.match(token))
    return len(tokens) - unspaced + round(unspaced / _CHARACTERS_A_WORD)


def in_unknown_language(reading: Reading) -> Reading:
    """The same reading when the language turns out to be one whose function words are not known."""
    prose = reading.words >= PROSE_WORDS and reading.ends in ("sentence", "colon")
    return replace(reading, stop_share=None, prose=prose)


def _stop_share(tokens: list[str], words: int, grammar: Grammar) -> float | None:
    if not grammar.stop_words:
        return None
    if not words:
        return 0.0
    return max(grammar.spoken(tokens).values(), default=0) / words


def _address(tokens: list[str], words: int, grammar: Grammar) -> float:
    if grammar.we.isdisjoint(tokens) or grammar.you.isdisjoint(tokens):
        return 0.0
    return sum(sum(map(own.__contains__, tokens)) for own in (grammar.we, grammar.you)) / words


def _ending(text: str) -> tuple[Literal["sentence", "open", "colon", "ellipsis"], bool]:
    """How a text ends, and whether its end mark is a question mark."""
    if text[-1:].isalnum():
        return "open", False
    closed = text.rstrip().rstrip(_CLOSERS)
    question = closed.endswith(_QUESTIONS)
    stripped = closed.rstrip()
    if stripped.endswith(("...", "…", "⋯")):
        return "ellipsis", question
    if stripped.endswith((":", "：")):
        return "colon", question
    return "sentence" if stripped.endswith(_SENTENCE_ENDS) else "open", question
