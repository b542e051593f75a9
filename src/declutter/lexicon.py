"""Phrases of all packs, made for looking up: sets first, then anchored, then words inside.

A phrase is strong evidence only when it is the whole block. So a block is first tried whole; only when that
fails are its beginning, its end and its inside looked at, and what is found there is weaker, row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from declutter.model import Hit, Reading
from declutter.patterns import pattern
from declutter.reading import Grammar, normalise

# Longer blocks are prose whatever they begin or end with, and prose may say anything.
_LONGEST_ANCHORED = 60
_LONGEST_SEARCHED = 120
_LONGEST_COMPOUND = 24
_LONGEST_LABEL = 40
# Parts of a row of buttons are short.
_LONGEST_PART = 8
_LONGEST_NAME = 7
# Words give a category away only in short blocks, and only when there are enough of them.
_LONGEST_CUED = 40
_LEAST_CUED = 0.5
_NO_CUES: Mapping[str, float] = {}
_WORDS_A_CUE = 10
_LABEL = pattern(rf"\s*([^:：\n]{{2,{_LONGEST_LABEL}}})[:：]\s*\S")
FREE = ("{n}", "{date}")


class Owner(NamedTuple):
    """What phrases speak for, and the language they are in."""

    category: str
    language: str


class Phrase(NamedTuple):
    """A normalised phrase that is matched word by word."""

    owner: Owner
    text: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases in the places where looking up finds them. Filled once, by `declutter.packs.table`.

    Attributes:
        grammar: Function words and words for dates of all the packs together.
        whole: Phrases that are a whole block, by their text.
        labels: Phrases that stand before a colon, by their text.
        tokens: Words of which blocks are made that hold nothing else, by the word.
        whole_named: Whole-block phrases with a free name, by their first word, or the last when a name comes first.
        starts: Phrases that open a block, by their first word.
        starts_named: Those of them that have a free name, by their rarest word.
        ends: Phrases that close a block, by their last word.
        inside: Phrases to be found anywhere, by their rarest word.
        topics: Words by which articles speak of categories, by the word.
        cues: Words that give categories away: which, and how much of the word's use in phrases is in each, 0 to 1.
    """

    grammar: Grammar
    whole: dict[str, Owner] = field(default_factory=dict)
    labels: dict[str, Owner] = field(default_factory=dict)
    tokens: dict[str, Owner] = field(default_factory=dict)
    whole_named: dict[str, list[Phrase]] = field(default_factory=dict)
    starts: dict[str, list[Phrase]] = field(default_factory=dict)
    starts_named: dict[str, list[Phrase]] = field(default_factory=dict)
    ends: dict[str, list[Phrase]] = field(default_factory=dict)
    inside: dict[str, list[Phrase]] = field(default_factory=dict)
    topics: dict[str, list[str]] = field(default_factory=dict)
    cues: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def find(self, block: int, text: str, reading: Reading) -> tuple[Hit, ...]:
        """The phrases in one block; time is linear in the block.

        Args:
            block: The block's index, which the hits carry.
            text: The block as written, for the colon after a label.
            reading: The block's words.

        Returns:
            Hits, the strong ones alone where there are any.
        """
        tokens = reading.tokens
        if not tokens or len(tokens) > _LONGEST_SEARCHED:
            return ()
        if len(tokens) > _LONGEST_ANCHORED:
            return tuple(self._inside(block, tokens))
        strong = self._as_a_whole(block, text, reading)
        if strong:
            return strong
        weak = (*self._at_start(block, reading), *self._at_end(block, reading), *self._inside(block, tokens))
        return weak or self._cued(block, tokens)

    def spoken_of(self, reading: Reading) -> frozenset[str]:
        """The categories that a text speaks of: an article about cookie banners says "cookies" and "consent"."""
        words = self.topics.keys() & set(reading.tokens)
        return frozenset(category for word in words for category in self.topics[word])

    def _as_a_whole(self, block: int, text: str, reading: Reading) -> tuple[Hit, ...]:
        tokens = reading.tokens
        if len(tokens) == 1 and reading.ends == "sentence":
            return ()  # "Yes." and "Maybe." are answers, buttons have no full stop
        for said in (" ".join(tokens), " ".join(without_numbers(tokens))):
            if said in self.whole:
                return (_hit(block, "whole", self.whole[said], said),)
        for word in dict.fromkeys((tokens[0], tokens[-1])):
            for owner, phrase in self.whole_named.get(word, ()):
                if self._fits(phrase.split(), reading, 0, len(tokens)):
                    return (_hit(block, "whole", owner, phrase),)
        return self._label(block, text) or self._compound(block, tokens)

    def _label(self, block: int, text: str) -> tuple[Hit, ...]:
        """A known phrase before a colon: ``Read more: …``."""
        match = _LABEL.match(text)
        if not match:
            return ()
        label = " ".join(normalise(match[1], self.grammar)[0])
        owner = self.labels.get(label) or self.whole.get(label)
        return (_hit(block, "label", owner, label),) if owner else ()

    def _compound(self, block: int, tokens: tuple[str, ...]) -> tuple[Hit, ...]:
        """Nothing but known words and phrases in a row, as menus and button bars are once flattened."""
        if not 2 <= len(tokens) <= _LONGEST_COMPOUND:
            return ()
        parts: list[str] = []
        votes: Counter[str] = Counter()
        i = 0
        while i < len(tokens):
            if tokens[i] in FREE:
                i += 1
                continue
            part, owner = self._longest_part(tokens, i)
            if owner is None:
                return ()
            parts.append(part)
            votes[owner.category] += 1
            i += part.count(" ") + 1
        if len(parts) < 2:
            return ()
        how = "compound" if any(" " in part for part in parts) else "tokens"
        return (Hit(block, votes.most_common(1)[0][0], how, " | ".join(parts), ""),)

    def _longest_part(self, tokens: tuple[str, ...], start: int) -> tuple[str, Owner | None]:
        for size in range(min(_LONGEST_PART, len(tokens) - start), 1, -1):
            part = " ".join(tokens[start : start + size])
            if part in self.whole:
                return part, self.whole[part]
        word = tokens[start]
        return word, self.tokens.get(word) or self.whole.get(word)

    def _at_start(self, block: int, reading: Reading) -> Iterator[Hit]:
        tokens = reading.tokens
        said = f"{' '.join(tokens)} "
        fitting = [phrase for phrase in self.starts.get(tokens[0], ()) if said.startswith(f"{phrase.text} ")]
        for word in dict.fromkeys(tokens[: _LONGEST_NAME + 4]):
            fitting += [phrase for phrase in self.starts_named.get(word, ()) if self._opens(phrase, reading)]
        return (_hit(block, "start", *phrase) for phrase in _longest_each(fitting))

    def _at_end(self, block: int, reading: Reading) -> Iterator[Hit]:
        said = f" {' '.join(reading.tokens)}"
        fitting = [
            phrase
            for phrase in self.ends.get(reading.tokens[-1], ())
            if said.endswith(f" {phrase.text}") or ("{name}" in phrase.text and self._closes(phrase, reading))
        ]
        return (_hit(block, "end", *phrase) for phrase in _longest_each(fitting))

    def _opens(self, phrase: Phrase, reading: Reading) -> bool:
        pattern = phrase.text.split()
        return any(self._fits(pattern, reading, 0, size) for size in _sizes(pattern, reading))

    def _closes(self, phrase: Phrase, reading: Reading) -> bool:
        pattern, total = phrase.text.split(), len(reading.tokens)
        return any(self._fits(pattern, reading, total - size, total) for size in _sizes(pattern, reading))

    def _cued(self, block: int, tokens: tuple[str, ...]) -> tuple[Hit, ...]:
        """The category that the words of a block give away, when no phrase does."""
        if len(tokens) > _LONGEST_CUED:
            return ()
        words: dict[str, list[str]] = {}
        sums: dict[str, float] = {}
        for word in dict.fromkeys(tokens):
            for category, share in self.cues.get(word, _NO_CUES).items():
                words.setdefault(category, []).append(word)
                sums[category] = sums.get(category, 0.0) + share
        category = max(sums, key=sums.__getitem__, default="")
        if sums.get(category, 0.0) < _LEAST_CUED * (1 + len(tokens) // _WORDS_A_CUE):
            return ()
        return (Hit(block, category, "cues", " + ".join(words[category]), ""),)

    def _inside(self, block: int, tokens: tuple[str, ...]) -> Iterator[Hit]:
        cues = sorted(self.inside.keys() & set(tokens))
        if not cues:
            return
        text = f" {' '.join(tokens)} "
        for cue in cues:
            for phrase in self.inside[cue]:
                if f" {phrase.text} " in text:
                    yield _hit(block, "contains", *phrase)

    def _fits(self, pattern: Sequence[str], reading: Reading, start: int, end: int) -> bool:
        """Whether a phrase covers the words from `start` to `end` exactly."""
        if not pattern:
            return start == end
        if pattern[0] != "{name}":
            return (
                start < end and reading.tokens[start] == pattern[0] and self._fits(pattern[1:], reading, start + 1, end)
            )
        return any(
            self._is_name(reading.cased[start:stop]) and self._fits(pattern[1:], reading, stop, end)
            for stop in range(start + 1, min(end, start + _LONGEST_NAME) + 1)
        )

    def _is_name(self, words: tuple[str, ...]) -> bool:
        """Whether words look like a name: a capital first, and on at least half of them."""
        if words[0].islower() or words[0][0].isdigit():
            return False
        return 2 * sum(map(str.islower, words)) <= len(words)


def _hit(block: int, how: str, owner: Owner, phrase: str) -> Hit:
    return Hit(block, owner.category, how, phrase, owner.language)


def _sizes(pattern: Sequence[str], reading: Reading) -> range:
    """How many words of a block a phrase can cover."""
    longest = len(pattern) + pattern.count("{name}") * (_LONGEST_NAME - 1)
    return range(len(pattern), min(len(reading.tokens), longest) + 1)


def _longest_each(phrases: Iterable[Phrase]) -> Iterable[Phrase]:
    """The longest phrase of each category: the shorter ones inside it say the same again."""
    best: dict[str, Phrase] = {}
    for phrase in phrases:
        category = phrase.owner.category
        if category not in best or len(phrase.text) > len(best[category].text):
            best[category] = phrase
    return best.values()


def rarest_word(text: str) -> str:
    """The word of a phrase that fewest texts have: the longest, as a rule."""
    return max(text.split(), key=lambda word: (word not in FREE and word != "{name}", len(word), word))


def without_numbers(tokens: Sequence[str]) -> Sequence[str]:
    """Without numbers and dates at either end: a counter after a button does not make it another button."""
    start, end = 0, len(tokens)
    while start < end and tokens[start] in FREE:
        start += 1
    while end > start and tokens[end - 1] in FREE:
        end -= 1
    return tokens[start:end]
