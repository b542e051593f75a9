"""The packs as one table of normalised phrases, so that starting does not cost what reading TOML costs.

``python -m declutter.packs`` writes it; a test fails when it is older than the packs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from declutter.errors import PackError
from declutter.hashed import Hashed
from declutter.lexicon import MOST_WORDS, Lexicon, Owner, cue_of, rarest_word
from declutter.packs import Pack
from declutter.reading import Grammar, normalise

TABLE = "table.json"
# Fingerprints of the phrases that are compared as they are, one table after the other.
HASHED = "table.bin"
# Where two languages share a phrase, the first says what it is; English words stand on pages of all languages.
_FIRST = "en"
# A word is a cue when so many phrases of a category have it, one more for each so many phrases that there are, and that
# is so large a share of its use.
_FEWEST_TIMES = 3
_PHRASES_A_TIME = 150
_LEAST_SHARE = 0.5
# Rates in a category of few phrases are chance; as many are added to each before dividing.
_FEW_PHRASES = 60
_HASHED = ("whole", "labels", "tokens", "starts", "ends", "reach", "openers", "closers", "cues")
_LISTED = ("whole_named", "starts_named", "ends_named", "inside", "terms")
_GRAMMAR_SETS = ("months", "units", "ago", "moments", "glue", "we", "you")


class Table(NamedTuple):
    """The two files that a lexicon is read from: plain data for JSON, and bytes."""

    data: dict[str, Any]
    hashed: bytes


@cache
def bundled_lexicon() -> Lexicon:
    """The lexicon of all bundled packs. Package data does not change, so it is read once."""
    import json
    from importlib.resources import files

    folder = files("declutter.packs")
    return _read(Table(json.loads((folder / TABLE).read_text("utf-8")), (folder / HASHED).read_bytes()))


def bundled_languages() -> dict[str, tuple[str, int]]:
    """The languages that there are packs for: English name and number of phrases, by code."""
    import json
    from importlib.resources import files

    data = json.loads((files("declutter.packs") / TABLE).read_text("utf-8"))
    return {code: (name, count) for code, (name, count) in sorted(data["languages"].items())}


def compile_lexicon(packs: Iterable[Pack]) -> Lexicon:
    """Merge packs into one lexicon. Phrases of every language are then tried at the cost of one look-up."""
    return _read(table_of(packs))


def table_of(packs: Iterable[Pack]) -> Table:
    """Packs as data, normalised: the same packs give the same table."""
    packs = sorted(packs, key=lambda pack: (pack.language != _FIRST, pack.language))
    for pack in packs:
        _refuse_shared(pack)
    hashed: dict[str, dict[str, int]] = {name: {} for name in _HASHED}
    listed: dict[str, dict[str, list[Any]]] = {name: {} for name in _LISTED}
    topics: dict[str, set[str]] = {}
    owners: list[Owner] = []
    for pack in packs:
        for category, phrases in pack.phrases.items():
            owners.append(Owner(category, pack.language))
            for how, texts in _normalised(phrases, pack.grammar).items():
                for text in texts:
                    if how == "topic" and " " not in text:
                        topics.setdefault(text, set()).add(category)
                    else:
                        _place(how, text, len(owners) - 1, hashed, listed)
    hashed["cues"] = _cues(packs)
    spoken = sorted({tuple(sorted(categories)) for categories in topics.values()})
    tables = {name: Hashed.of(numbers).to_bytes() for name, numbers in hashed.items()}
    data = {
        "languages": {pack.language: (pack.name, _count(pack)) for pack in packs},
        "stop_words": {pack.language: sorted(pack.stop_words) for pack in packs},
        **{name: sorted(set().union(*(getattr(pack.grammar, name) for pack in packs))) for name in _GRAMMAR_SETS},
        "owners": owners,
        "hashed": {name: len(table) for name, table in tables.items()},
        "topics": {word: spoken.index(tuple(sorted(categories))) for word, categories in topics.items()},
        "spoken": spoken,
        **listed,
    }
    return Table(data, b"".join(tables.values()))


def _count(pack: Pack) -> int:
    return sum(len(found) for lists in pack.phrases.values() for found in lists.values())


def _cues(packs: Iterable[Pack]) -> dict[str, int]:
    """Words that give a category away: for each, the category in whose phrases it is most at home, with its share.

    They come from the phrases themselves, so a pack need not list them. Shares are of rates, not of counts: a category
    with many phrases must not own every word. What a pack of another script borrows from English is no cue in English.
    """
    packs = tuple(packs)
    stop_words = frozenset().union(*(pack.stop_words for pack in packs))
    rates: dict[str, dict[str, float]] = {}
    for pack in packs:
        for category, phrases in pack.phrases.items():
            said = {how: found for how, found in phrases.items() if how != "topic"}
            texts = {text for texts in _normalised(said, pack.grammar).values() for text in texts}
            counts = Counter(word for text in texts for word in set(text.split()))
            fewest = _FEWEST_TIMES + len(texts) // _PHRASES_A_TIME
            for word, times in counts.items():
                borrowed = word.isascii() and pack.script != "Latin"
                if times >= fewest and not borrowed and len(word) > 1 and word.isalpha() and word not in stop_words:
                    own = rates.setdefault(word, {})
                    own[category] = own.get(category, 0.0) + times / (len(texts) + _FEW_PHRASES)
    cues: dict[str, int] = {}
    for word, found in rates.items():
        category = max(found, key=lambda category: (found[category], category))
        share = found[category] / sum(found.values())
        if share >= _LEAST_SHARE:
            cues[word] = cue_of(category, share)
    return cues


def _refuse_shared(pack: Pack) -> None:
    """A whole block is one thing: the same phrase under two categories would be a toss-up."""
    owners: dict[str, str] = {}
    for category, phrases in pack.phrases.items():
        for text in _normalised({"whole": phrases.get("whole", ())}, pack.grammar).get("whole", ()):
            if owners.setdefault(text, category) != category:
                raise PackError(f"{pack.language}: {text!r} stands under {owners[text]} and {category}: choose one")


def _normalised(phrases: Mapping[str, Iterable[str]], grammar: Grammar) -> dict[str, list[str]]:
    """A category's phrases as blocks are read, by how they are looked for."""
    table: dict[str, dict[str, None]] = {}
    for how, written in phrases.items():
        for phrase in written:
            text = " ".join(normalise(phrase, grammar)[0])
            if text:
                table.setdefault(how, {})[text] = None
    return {how: list(texts) for how, texts in table.items()}


def _place(
    how: str,
    text: str,
    owner: int,
    hashed: Mapping[str, dict[str, int]],
    listed: Mapping[str, dict[str, list[Any]]],
) -> None:
    """Put a phrase where it will be looked up."""
    words = text.split()
    named = "{name}" in words
    match how:
        case "whole" if named:
            listed["whole_named"].setdefault(words[-1] if words[0] == "{name}" else words[0], []).append((owner, text))
        case "whole":
            hashed["whole"].setdefault(text, owner)
            if len(words) > 1:
                hashed["reach"][words[0]] = max(hashed["reach"].get(words[0], 0), len(words))
        case "start" | "end" if named:
            key = rarest_word(text) if how == "start" else words[-1]
            listed[f"{how}s_named"].setdefault(key, []).append((owner, text))
        case "start" | "end":
            if len(words) > MOST_WORDS:
                raise PackError(f"{text!r}: what opens or closes a block has at most {MOST_WORDS} words: shorten it")
            hashed[f"{how}s"].setdefault(text, owner)
            sizes, word = ("openers", words[0]) if how == "start" else ("closers", words[-1])
            hashed[sizes][word] = hashed[sizes].get(word, 0) | 1 << len(words) - 1
        case "label" | "tokens":
            hashed["labels" if how == "label" else "tokens"].setdefault(text, owner)
        case _:
            index = "inside" if how == "contains" else "terms"
            listed[index].setdefault(rarest_word(text), []).append((owner, text))


def _read(table: Table) -> Lexicon:
    data = table.data
    stop_words = {language: frozenset(words) for language, words in data["stop_words"].items()}
    grammar = Grammar(stop_words, **{name: frozenset(data[name]) for name in _GRAMMAR_SETS})
    hashed: dict[str, Any] = {}
    first = 0
    for name, size in data["hashed"].items():
        hashed[name] = Hashed.from_bytes(table.hashed[first : first + size])
        first += size
    owners = tuple(Owner(*owner) for owner in data["owners"])
    spoken = tuple(map(frozenset, data["spoken"]))
    listed = {name: data[name] for name in _LISTED}
    return Lexicon(grammar, owners, **hashed, **listed, topics=data["topics"], spoken=spoken)
