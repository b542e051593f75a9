"""Phrases of all packs, made for looking up: sets first, then anchored, then words inside.

A phrase is strong evidence only when it is the whole block. So a block is first tried whole; only when that
fails are its beginning, its end and its inside looked at, and what is found there is weaker, row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from declutter.categories import CATEGORY_IDS
from declutter.hashed import Hashed
from declutter.labels import credit_label_of, label_of
from declutter.model import Hit, Reading
from declutter.naming import LONGEST_NAME, closes, ends_of
from declutter.reading import Grammar, normalise

# Longer blocks are prose whatever they begin or end with, and prose may say anything.
_LONGEST_ANCHORED = 60
_LONGEST_SEARCHED = 120
_LONGEST_COMPOUND = 24
# Parts of a row of buttons are short.
_LONGEST_PART = 12
# Words give a category away only in short blocks, and only when there are enough of them.
_LONGEST_CUED = 40
_LEAST_CUED = 0.5
_WORDS_A_CUE = 10
# An answer of one word has so many in scripts that count characters as parts of words.
_MOST_ANSWERED = 2
# Names of sections introduce headlines and list entries as well: "Sport: a new hall".
_NO_LABELS = frozenset(("navigation", "breadcrumb"))
FREE = ("{n}", "{date}")
# Phrases that open or close a block have no more words: there is a bit for each number of them.
MOST_WORDS = 16


class Owner(NamedTuple):
    """What phrases speak for, and the language they are in."""

    category: str
    language: str


# A phrase with a free name in it, or one to be found inside blocks: what it speaks for, by its place in the lexicon's
# list of owners, and its words with blanks between them.
Phrase: TypeAlias = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases in the places where looking up finds them. Filled by `declutter.packs.table`.

    There are well over a hundred thousand, so those that are compared as they are stand in tables of fingerprints.

    Attributes:
        grammar: Function words and words for dates of all the packs together.
        owners: What phrases speak for; the tables give places in it.
        whole: Phrases that are a whole block.
        labels: Phrases that stand before a colon.
        tokens: Words of which blocks are made that hold nothing else.
        starts: Phrases that open a block.
        ends: Phrases that close a block.
        reach: How many words the longest whole-block phrase has that begins with a word, by the word.
        openers: How many words the phrases have that open a block with a word, a bit for each number, by the word.
        closers: The same for phrases that close a block, by their last word.
        cues: Words that give a category away: the category's place in the taxonomy and how much of the word's use in
            phrases is in it, in percent (see `cue_of`).
        whole_named: Whole-block phrases with a free name, by their first word, or the last when a name comes first.
        starts_named: Phrases with a free name that open a block, by their rarest word.
        ends_named: Phrases with a free name that close a block, by their last word.
        inside: Phrases to be found anywhere, by their rarest word.
        topics: Words by which articles speak of categories: for each, which of `spoken` it speaks of.
        spoken: Sets of categories.
        terms: Terms of several words, by their rarest one.
    """

    grammar: Grammar
    owners: Sequence[Owner]
    whole: Hashed
    labels: Hashed
    tokens: Hashed
    starts: Hashed
    ends: Hashed
    reach: Hashed
    openers: Hashed
    closers: Hashed
    cues: Hashed
    whole_named: Mapping[str, Sequence[Phrase]]
    starts_named: Mapping[str, Sequence[Phrase]]
    ends_named: Mapping[str, Sequence[Phrase]]
    inside: Mapping[str, Sequence[Phrase]]
    topics: Mapping[str, int]
    spoken: Sequence[frozenset[str]]
    terms: Mapping[str, Sequence[Phrase]]

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
        if not tokens or reading.words > _LONGEST_SEARCHED:
            return ()
        words = set(tokens)
        said = " ".join(tokens)
        if reading.words > _LONGEST_ANCHORED:
            return self._inside(block, said, words)
        return (
            self._as_a_whole(block, text, reading, said, words)
            or (
                *self._at_start(block, reading, words),
                *self._at_end(block, text, reading, words),
                *self._inside(block, said, words),
            )
            or self._cued(block, tokens)
        )

    def spoken_of(self, reading: Reading) -> frozenset[str]:
        """The categories that a text speaks of: an article about cookie banners says "cookies" and "consent"."""
        words = set(reading.tokens)
        spoken = frozenset().union(*[self.spoken[self.topics[word]] for word in self.topics.keys() & words])
        near = [phrase for word in self.terms.keys() & words for phrase in self.terms[word]]
        if not near:
            return spoken
        said = f" {' '.join(reading.tokens)} "
        return spoken.union([self.owners[owner].category for owner, phrase in near if f" {phrase} " in said])

    def _as_a_whole(self, block: int, text: str, reading: Reading, said: str, words: Set[str]) -> tuple[Hit, ...]:
        tokens = reading.tokens
        if reading.ends == "sentence" and (len(tokens) == 1 or _MOST_ANSWERED >= reading.words < len(tokens)):
            return ()  # "Yes.", "Maybe." and "同意。" are answers, buttons have no full stop
        owner = self.whole.get(said)
        if owner < 0 and (tokens[0] in FREE or tokens[-1] in FREE):
            said = " ".join(without_numbers(tokens))
            owner = self.whole.get(said)
        if owner >= 0:
            return (self._hit(block, "whole", owner, said),)
        for word in {tokens[0]: None, tokens[-1]: None}:
            for owner, phrase in self.whole_named.get(word, ()):
                named = phrase.split()
                if _has(words, named) and len(tokens) in ends_of(named, reading, 0):
                    return (self._hit(block, "whole", owner, phrase),)
        return self._label(block, text) or self._compound(block, tokens)

    def _label(self, block: int, text: str) -> tuple[Hit, ...]:
        """A known phrase before a colon: ``Read more: …``."""
        written = label_of(text)
        # "A: …" is a speaker or an answer, though "A" alone may be a button for the type size.
        if not written or (len(written) == 1 and written.isascii()):
            return ()
        label = " ".join(normalise(written, self.grammar)[0])
        owner = self.labels.get(label)
        if owner < 0:
            owner = self.whole.get(label)
            if owner >= 0 and self.owners[owner].category in _NO_LABELS:
                return ()
        return (self._hit(block, "label", owner, label),) if owner >= 0 else ()

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
            if owner < 0:
                return ()
            parts.append(part)
            categories.append(self.owners[owner].category)
            i += part.count(" ") + 1
        if len(parts) < 2:
            return ()
        how = "compound" if any(" " in part for part in parts) else "tokens"
        return (Hit(block, Counter(categories).most_common(1)[0][0], how, " | ".join(parts), ""),)

    def _longest_part(self, tokens: tuple[str, ...], start: int) -> tuple[str, int]:
        word = tokens[start]
        for size in range(min(_LONGEST_PART, self.reach.get(word), len(tokens) - start), 1, -1):
            part = " ".join(tokens[start : start + size])
            owner = self.whole.get(part)
            if owner >= 0:
                return part, owner
        owner = self.tokens.get(word)
        return word, owner if owner >= 0 else self.whole.get(word)

    def _at_start(self, block: int, reading: Reading, words: Set[str]) -> Iterable[Hit]:
        tokens = reading.tokens
        fitting = [
            (owner, phrase)
            for size in sizes_of(self.openers.get(tokens[0]))
            if size <= len(tokens)
            for phrase in (" ".join(tokens[:size]),)
            if (owner := self.starts.get(phrase)) >= 0
        ]
        opening = tokens[: LONGEST_NAME + 4]
        if not self.starts_named.keys().isdisjoint(opening):
            for word in dict.fromkeys(opening):
                for owner, phrase in self.starts_named.get(word, ()):
                    named = phrase.split()
                    if _has(words, named) and ends_of(named, reading, 0):
                        fitting.append((owner, phrase))
        return self._longest_each(block, "start", fitting)

    def _at_end(self, block: int, text: str, reading: Reading, words: Set[str]) -> Iterable[Hit]:
        tokens = reading.tokens
        fitting = [
            (owner, phrase)
            for size in sizes_of(self.closers.get(tokens[-1]))
            if size <= len(tokens)
            for phrase in (" ".join(tokens[-size:]),)
            if (owner := self.ends.get(phrase)) >= 0
        ]
        for owner, phrase in self.ends_named.get(tokens[-1], ()):
            named = phrase.split()
            if _has(words, named) and closes(named, reading):
                fitting.append((owner, phrase))
        fitting += self._credit(text)
        return self._longest_each(block, "end", fitting)

    def _credit(self, text: str) -> list[Phrase]:
        """The label before the name that ends a caption: ``… leaves the harbour. Photo: Mara Lindqvist``."""
        written = credit_label_of(text)
        if not written:
            return []
        label = " ".join(normalise(written, self.grammar)[0])
        owner = self.labels.get(label)
        return [(owner, label)] if owner >= 0 and self.owners[owner].category == "image-credit" else []

    def _cued(self, block: int, tokens: tuple[str, ...]) -> tuple[Hit, ...]:
        """The category that the words of a block give away, when no phrase does."""
        if len(tokens) > _LONGEST_CUED:
            return ()
        words: dict[str, list[str]] = {}
        sums: dict[str, float] = {}
        for word in dict.fromkeys(tokens):
            cue = self.cues.get(word)
            if cue >= 0:
                category, percent = CATEGORY_IDS[cue // 128], cue % 128
                words.setdefault(category, []).append(word)
                sums[category] = sums.get(category, 0.0) + percent / 100
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
        return tuple([self._hit(block, "contains", *phrase) for phrase in near if f" {phrase[1]} " in text])

    def _longest_each(self, block: int, how: str, phrases: Iterable[Phrase]) -> Iterable[Hit]:
        """The longest phrase of each category: the shorter ones inside it say the same again."""
        best: dict[str, Phrase] = {}
        for owner, phrase in phrases:
            category = self.owners[owner].category
            if category not in best or len(phrase) > len(best[category][1]):
                best[category] = owner, phrase
        return [self._hit(block, how, *phrase) for phrase in best.values()]

    def _hit(self, block: int, how: str, owner: int, phrase: str) -> Hit:
        category, language = self.owners[owner]
        return Hit(block, category, how, phrase, language)


def _has(words: Set[str], named: Sequence[str]) -> bool:
    """Whether all words of a phrase but its free names are there: without them a block cannot have it."""
    return all(word in words or word == "{name}" for word in named)


def sizes_of(bits: int) -> list[int]:
    """The numbers of words that bits stand for, the largest first; none for -1.

    >>> sizes_of(0b101)
    [3, 1]
    """
    return [size for size in range(bits.bit_length(), 0, -1) if bits >> size - 1 & 1] if bits > 0 else []


def cue_of(category: str, share: float) -> int:
    """A category and a share of 0 to 1 as the one number that `Lexicon.cues` has for a word."""
    return CATEGORY_IDS.index(category) * 128 + round(100 * share)


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
