"""Phrases of all packs, made for looking up: sets first, then anchored, then words inside.

A phrase is strong evidence only when it is the whole block. So a block is first tried whole; only when that
fails are its beginning, its end and its inside looked at, and what is found there is weaker, row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from declutter.model import Hit, Reading
from declutter.naming import LONGEST_NAME, closes, ends_of
from declutter.patterns import pattern
from declutter.reading import Grammar, normalise

# Longer blocks are prose whatever they begin or end with, and prose may say anything.
_LONGEST_ANCHORED = 60
_LONGEST_SEARCHED = 120
_LONGEST_COMPOUND = 24
_LONGEST_LABEL = 40
# Parts of a row of buttons are short.
_LONGEST_PART = 8
# Words give a category away only in short blocks, and only when there are enough of them.
_LONGEST_CUED = 40
_LEAST_CUED = 0.5
_WORDS_A_CUE = 10
_LABEL = pattern(rf"\s*([^:：\n]{{2,{_LONGEST_LABEL}}})[:：]\s*\S")
FREE = ("{n}", "{date}")


class Owner(NamedTuple):
    """What phrases speak for, and the language they are in."""

    category: str
    language: str


class Phrase(NamedTuple):
    """A normalised phrase.

    Attributes:
        owner: What it speaks for.
        text: Its words, with blanks between them.
        words: The same one by one when it has a free name, and so cannot be compared as a whole.
        needs: Those of them that are no free name: without them a block cannot have the phrase.
    """

    owner: Owner
    text: str
    words: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases in the places where looking up finds them. Filled once, by `declutter.packs.table`.

    Attributes:
        grammar: Function words and words for dates of all the packs together.
        whole: Phrases that are a whole block, by their text.
        labels: Phrases that stand before a colon, by their text.
        tokens: Words of which blocks are made that hold nothing else, by the word.
        whole_named: Whole-block phrases with a free name, by their first word, or the last when a name comes first.
        reach: How many words the longest whole-block phrase has that begins with a word, by the word.
        starts: Phrases that open a block, by their first two words.
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
    reach: dict[str, int] = field(default_factory=dict)
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
        words = set(tokens)
        said = " ".join(tokens)
        if len(tokens) > _LONGEST_ANCHORED:
            return self._inside(block, said, words)
        return (
            self._as_a_whole(block, text, reading, said, words)
            or (
                *self._at_start(block, reading, said, words),
                *self._at_end(block, reading, said, words),
                *self._inside(block, said, words),
            )
            or self._cued(block, tokens)
        )

    def spoken_of(self, reading: Reading) -> frozenset[str]:
        """The categories that a text speaks of: an article about cookie banners says "cookies" and "consent"."""
        words = self.topics.keys() & set(reading.tokens)
        return frozenset(category for word in words for category in self.topics[word])

    def _as_a_whole(self, block: int, text: str, reading: Reading, said: str, words: Set[str]) -> tuple[Hit, ...]:
        tokens = reading.tokens
        if len(tokens) == 1 and reading.ends == "sentence":
            return ()  # "Yes." and "Maybe." are answers, buttons have no full stop
        if said not in self.whole and (tokens[0] in FREE or tokens[-1] in FREE):
            said = " ".join(without_numbers(tokens))
        if said in self.whole:
            return (_hit(block, "whole", self.whole[said], said),)
        for word in {tokens[0]: None, tokens[-1]: None}:
            for phrase in self.whole_named.get(word, ()):
                if phrase.needs <= words and len(tokens) in ends_of(phrase.words, reading, 0):
                    return (_hit(block, "whole", phrase.owner, phrase.text),)
        return self._label(block, text) or self._compound(block, tokens)

    def _label(self, block: int, text: str) -> tuple[Hit, ...]:
        """A known phrase before a colon: ``Read more: …``."""
        match = _LABEL.match(text) if ":" in text or "：" in text else None
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
        categories: list[str] = []
        i = 0
        while i < len(tokens):
            if tokens[i] in FREE:
                i += 1
                continue
            part, owner = self._longest_part(tokens, i)
            if owner is None:
                return ()
            parts.append(part)
            categories.append(owner.category)
            i += part.count(" ") + 1
        if len(parts) < 2:
            return ()
        how = "compound" if any(" " in part for part in parts) else "tokens"
        return (Hit(block, Counter(categories).most_common(1)[0][0], how, " | ".join(parts), ""),)

    def _longest_part(self, tokens: tuple[str, ...], start: int) -> tuple[str, Owner | None]:
        word = tokens[start]
        for size in range(min(_LONGEST_PART, self.reach.get(word, 0), len(tokens) - start), 1, -1):
            part = " ".join(tokens[start : start + size])
            if part in self.whole:
                return part, self.whole[part]
        return word, self.tokens.get(word) or self.whole.get(word)

    def _at_start(self, block: int, reading: Reading, said: str, words: Set[str]) -> Iterable[Hit]:
        tokens = reading.tokens
        near = self.starts.get(" ".join(tokens[:2])) or self.starts.get(tokens[0]) or []
        fitting = [phrase for phrase in near if f"{said} ".startswith(f"{phrase.text} ")]
        opening = tokens[: LONGEST_NAME + 4]
        if not self.starts_named.keys().isdisjoint(opening):
            named = [phrase for word in dict.fromkeys(opening) for phrase in self.starts_named.get(word, ())]
            fitting += [phrase for phrase in named if phrase.needs <= words and ends_of(phrase.words, reading, 0)]
        return [_hit(block, "start", phrase.owner, phrase.text) for phrase in _longest_each(fitting)]

    def _at_end(self, block: int, reading: Reading, said: str, words: Set[str]) -> Iterable[Hit]:
        near = self.ends.get(reading.tokens[-1])
        if not near:
            return ()
        fitting = [
            phrase
            for phrase in near
            if f" {said}".endswith(f" {phrase.text}")
            or (phrase.words and phrase.needs <= words and closes(phrase.words, reading))
        ]
        return [_hit(block, "end", phrase.owner, phrase.text) for phrase in _longest_each(fitting)]

    def _cued(self, block: int, tokens: tuple[str, ...]) -> tuple[Hit, ...]:
        """The category that the words of a block give away, when no phrase does."""
        if len(tokens) > _LONGEST_CUED or self.cues.keys().isdisjoint(tokens):
            return ()
        words: dict[str, list[str]] = {}
        sums: dict[str, float] = {}
        for word in dict.fromkeys(filter(self.cues.__contains__, tokens)):
            for category, share in self.cues[word].items():
                words.setdefault(category, []).append(word)
                sums[category] = sums.get(category, 0.0) + share
        category = max(sums, key=sums.__getitem__, default="")
        if sums.get(category, 0.0) < _LEAST_CUED * (1 + len(tokens) // _WORDS_A_CUE):
            return ()
        return (Hit(block, category, "cues", " + ".join(words[category]), ""),)

    def _inside(self, block: int, said: str, words: Set[str]) -> tuple[Hit, ...]:
        cues = self.inside.keys() & words
        if not cues:
            return ()
        text = f" {said} "
        near = [phrase for cue in sorted(cues) for phrase in self.inside[cue]]
        return tuple(
            [_hit(block, "contains", phrase.owner, phrase.text) for phrase in near if f" {phrase.text} " in text]
        )


def _hit(block: int, how: str, owner: Owner, phrase: str) -> Hit:
    return Hit(block, owner.category, how, phrase, owner.language)


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
