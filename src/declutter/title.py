"""What a page declares as its title: without the name of its site, and which texts agree with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from declutter.elements import Declared
from declutter.site_name import MOST_PARTS, key, names_of_host, names_site, parts_of, told_apart, without_site, words_of

# A page may declare a hundred thousand titles: so many are looked at, and so many of one source.
_MOST_TITLES, _MOST_OF_A_SOURCE = 12, 4
# JSON-LD that gives more names than this gives those of other things too.
_MOST_ITEMS = 2
# How a title ends that was cut to a length.
_CUT_SHORT = ("...", "…")
# No headline is longer, in characters.
_LONGEST = 500
# A text that is inside a title, or has one inside, agrees with it if it has so many words, and the shorter one so much
# of the longer; so do texts with such a share of words in common.
_FEWEST_INSIDE, _LEAST_PART, _LEAST_WHOLE, _ALIKE = 3, 0.35, 0.6, 0.75
# Titles of fewer words are taken only for want of longer ones.
_FEWEST_WORDS = 2


def page_title(declared: Declared, host: str | None = None) -> str | None:
    """The page's title, where what it declares agrees; the site's name is cut off.

    Args:
        declared: What the page says of itself.
        host: The host of its URL, which often is the name of the site.

    Returns:
        The title that most others contain; the site's name if that is all; None when nothing is declared.
    """
    return Titles(declared, host).best


class Titles:
    """The titles that a page declares, made ready for asking which text agrees with them.

    Attributes:
        names: The names of the site, as `key` has them.
        best: The title that most others contain, without the site's name; None when nothing is declared.
    """

    def __init__(self, declared: Declared, host: str | None) -> None:
        titles = _first_of_each(declared.titles)
        raw = list(dict.fromkeys(title for _, title in titles))
        split = {title: parts_of(title) for title in raw}
        self.names = {name for name in (key(declared.site), *names_of_host(host)) if name}
        told, bare = told_apart(split)
        self.names |= told
        shorn = {title: title if title in bare else without_site(*split[title], self.names) for title in raw}
        self.best = self._most_contained(titles, shorn)
        short = [title for title in raw if len(title) <= _LONGEST]
        self._whole = {key(title) for title in (*short, self.best or "")} - {""}
        self._ranges = _ranges([split[title][0] for title in short])
        self._words = [words for words in map(words_of, dict.fromkeys([*short, *(shorn[t] for t in short)])) if words]
        self._vocabulary = frozenset(word for words in self._words for word in words)
        self._shortest = _LEAST_PART * min((len("".join(words)) for words in self._words), default=0)

    def agreement(self, text: str) -> float:
        """How well a text agrees with a title: 3 for the same, over 1 for a part, over 0.3 for much in common, or 0."""
        if len(text) > _LONGEST:
            return 0.0
        folded = key(text)
        agreement = 3.0 if folded in self._whole else 0.0
        if folded in self._ranges and not agreement:
            agreement = 1.0 + self._ranges[folded]
        if not agreement and len(text) >= self._shortest:
            words = words_of(text)
            if len(words) >= _FEWEST_INSIDE and not self._vocabulary.isdisjoint(words):
                agreement = max((_in_common(words, title) for title in self._words), default=0.0)
        # Asked last, because it takes longest and few texts agree.
        return 0.0 if agreement and self.names_site(text) else agreement

    def is_inside(self, text: str) -> bool:
        """Whether a text has the best title inside it and more around it, such as a date or a section."""
        whole, part = key(text), key(self.best or "")
        if whole in self._whole or whole in self._ranges:
            return False
        return len(part) >= _LEAST_WHOLE / 2 * len(whole) and part != whole and part in whole

    def names_site(self, text: str) -> bool:
        """Whether a text is the name of the site."""
        return any(names_site(part, self.names) for part in (text, parts_of(text)[0][0]))

    def _most_contained(self, titles: Sequence[tuple[str, str]], shorn: dict[str, str]) -> str | None:
        """Which title, cut, most titles contain."""
        # Of equal ones the first in this order: what is written for sharing carries no site name.
        in_order = sorted(titles, key=lambda pair: pair[0] == "title")
        keys = {shorn[title]: key(shorn[title]) for _, title in in_order}
        everything = [key(title) for _, title in titles]
        votes = {title: sum(folded in other for other in everything) for title, folded in keys.items() if folded}
        whole = [title for title in votes if not title.endswith(_CUT_SHORT)] or list(votes)
        telling = [title for title in whole if not self.names_site(title)] or whole
        wordy = [title for title in telling if len(title.split()) >= _FEWEST_WORDS or not title.isascii()] or telling
        return max(wordy, key=votes.__getitem__, default=None)


def _first_of_each(titles: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first few titles of each source.

    JSON-LD names the questions and products of a page too: of several it gives, those count that others have words of.
    """
    items = list(dict.fromkeys(title for source, title in titles if source == "json-ld"))[:_MOST_TITLES]
    if len(items) > _MOST_ITEMS:
        others = [title for source, title in titles if source != "json-ld"][:_MOST_TITLES]
        same = {title for title in items if any(_related(title, other) for other in others)} or set(items[:1])
        titles = [(source, title) for source, title in titles if source != "json-ld" or title in same]
    counts: Counter[str] = Counter()
    few: list[tuple[str, str]] = []
    for source, title in titles:
        counts[source] += bool(key(title))
        if key(title) and counts[source] <= _MOST_OF_A_SOURCE and len(few) < _MOST_TITLES:
            few.append((source, " ".join(title.split())))
    return few


def _ranges(titles: Iterable[Sequence[str]]) -> dict[str, float]:
    """The parts of titles and those side by side as keys, up to 1 for one that is long, first and in several titles."""
    found: dict[str, float] = {}
    for parts in titles:
        keys = [key(part) for part in parts[:MOST_PARTS]] or [""]
        longest, size = max(map(len, keys)), sum(map(len, keys)) or 1
        own: dict[str, float] = {}
        for i in range(len(keys)):
            for folded in accumulate(keys[i:]):
                # What is much shorter than another part is the name of a section, unless it comes first.
                if len(folded) >= longest / (6 if i == 0 else 2):
                    own[folded] = max(own.get(folded, 0.0), 0.3 * len(folded) / size + 0.2 * (i == 0))
        for folded, worth in own.items():
            found[folded] = min(1.0, max(worth, found[folded] + 0.3)) if folded in found else worth
    found.pop("", None)
    return found


def _in_common(words: Sequence[str], title: Sequence[str]) -> float:
    """How much a text and a title have in common, 0.3 to 0.9; 0 for too little."""
    if min(len(words), len(title)) < _FEWEST_INSIDE:
        return 0.0
    share = len(words) / len(title)
    if not 0.5 * _LEAST_PART <= share <= 2 / _LEAST_WHOLE:
        return 0.0
    text, whole = f" {' '.join(words)} ", f" {' '.join(title)} "
    share = len(text) / len(whole)
    if (share >= _LEAST_PART and text in whole) or (1 / share >= _LEAST_WHOLE and whole in text):
        return 0.3 + 0.6 * min(share, 1 / share)
    if not _LEAST_WHOLE <= share <= 1 / _LEAST_WHOLE:
        return 0.0
    alike = 2 * sum((Counter(words) & Counter(title)).values()) / (len(words) + len(title))
    return 0.3 + 0.6 * alike if alike >= _ALIKE else 0.0


def _related(title: str, other: str) -> bool:
    """Whether a title is in another or the other way round, or half of their words are the same."""
    one, two = set(words_of(title[:_LONGEST])), set(words_of(other[:_LONGEST]))
    a, b = key(title[:_LONGEST]), key(other[:_LONGEST])
    return a in b or b in a or 2 * len(one & two) > max(len(one), len(two))
