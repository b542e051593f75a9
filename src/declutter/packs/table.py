"""The packs as one table of normalised phrases, so that starting does not cost what reading TOML costs.

``python -m declutter.packs`` writes it; a test fails when it is older than the packs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from declutter.errors import PackError
from declutter.lexicon import Lexicon, Owner, Phrase, rarest_word
from declutter.packs import Pack
from declutter.reading import Grammar, normalise

TABLE = "table.json"
# A word is a cue when so many phrases of a category have it, and that is so large a share of its use.
_FEWEST_TIMES = 3
_LEAST_SHARE = 0.5
# Rates in a category of few phrases are chance; as many are added to each before dividing.
_FEW_PHRASES = 60
_GRAMMAR_SETS = ("months", "units", "ago", "moments", "glue", "we", "you")


@cache
def bundled_lexicon() -> Lexicon:
    """The lexicon of all bundled packs. Package data does not change, so it is read once."""
    import json
    from importlib.resources import files

    return _built(json.loads((files("declutter.packs") / TABLE).read_text("utf-8")))


def compile_lexicon(packs: Iterable[Pack]) -> Lexicon:
    """Merge packs into one lexicon. Phrases of every language are then tried at the cost of one look-up."""
    return _built(table_of(packs))


def table_of(packs: Iterable[Pack]) -> dict[str, Any]:
    """Packs as plain data for JSON, normalised: the same packs give the same table."""
    packs = tuple(packs)
    for pack in packs:
        _refuse_shared(pack)
    return {
        "stop_words": {pack.language: sorted(pack.stop_words) for pack in packs},
        **{name: sorted(set().union(*(getattr(pack.grammar, name) for pack in packs))) for name in _GRAMMAR_SETS},
        "cues": _cues(packs),
        "phrases": {
            pack.language: {category: _normalised(phrases, pack.grammar) for category, phrases in pack.phrases.items()}
            for pack in packs
        },
    }


def _cues(packs: tuple[Pack, ...]) -> dict[str, dict[str, float]]:
    """Words that give a category away: for each, the categories in whose phrases it is most at home, with its share.

    They come from the phrases themselves, so a pack need not list them. Shares are of rates, not of counts: a category
    with many phrases must not own every word.
    """
    rates: dict[str, dict[str, float]] = {}
    for pack in packs:
        for category, phrases in pack.phrases.items():
            said = {how: found for how, found in phrases.items() if how != "topic"}
            texts = {text for texts in _normalised(said, pack.grammar).values() for text in texts}
            counts = Counter(word for text in texts for word in set(text.split()))
            for word, times in counts.items():
                if times >= _FEWEST_TIMES and word.isalpha() and word not in pack.stop_words:
                    rates.setdefault(word, {})[category] = times / (len(texts) + _FEW_PHRASES)
    cues: dict[str, dict[str, float]] = {}
    for word, found in sorted(rates.items()):
        shares = {category: round(rate / sum(found.values()), 2) for category, rate in sorted(found.items())}
        home = {category: share for category, share in shares.items() if share >= _LEAST_SHARE}
        if home:
            cues[word] = home
    return cues


def _refuse_shared(pack: Pack) -> None:
    """A whole block is one thing: the same phrase under two categories would be a toss-up."""
    owners: dict[str, str] = {}
    for category, phrases in pack.phrases.items():
        for text in _normalised({"whole": phrases.get("whole", ())}, pack.grammar).get("whole", ()):
            if owners.setdefault(text, category) != category:
                raise PackError(f"{pack.language}: {text!r} stands under {owners[text]} and {category}: choose one")


def _normalised(phrases: Mapping[str, Iterable[str]], grammar: Grammar) -> dict[str, list[str]]:
    """A category's phrases by the index they belong in."""
    table: dict[str, dict[str, None]] = {}
    for how, written in phrases.items():
        for phrase in written:
            tokens = normalise(phrase, grammar)[0]
            text = " ".join(tokens)
            index = "whole_named" if how == "whole" and "{name}" in tokens else how
            if text:
                table.setdefault(index, {})[text] = None
    return {index: list(texts) for index, texts in table.items()}


def _built(table: Mapping[str, Any]) -> Lexicon:
    stop_words = {language: frozenset(words) for language, words in table["stop_words"].items()}
    grammar = Grammar(stop_words, **{name: frozenset(table[name]) for name in _GRAMMAR_SETS})
    lexicon = Lexicon(grammar, cues=table["cues"])
    exact = {"whole": lexicon.whole, "label": lexicon.labels, "tokens": lexicon.tokens}
    # Where two languages share a phrase, the first says what it is.
    for language, categories in reversed(table["phrases"].items()):
        for category, lists in categories.items():
            owner = Owner(category, language)
            for how, texts in lists.items():
                if how in exact:
                    exact[how].update(dict.fromkeys(texts, owner))
                elif how == "topic":
                    for text in texts:
                        lexicon.topics.setdefault(text, []).append(category)
                else:
                    for text in texts:
                        index, key = _place(how, text)
                        getattr(lexicon, index).setdefault(key, []).append(_phrase(owner, text))
    for text in lexicon.whole:
        first, blank, _ = text.partition(" ")
        if blank and text.count(" ") >= lexicon.reach.get(first, 0):
            lexicon.reach[first] = text.count(" ") + 1
    _split_starts(lexicon.starts)
    return lexicon


def _split_starts(starts: dict[str, list[Phrase]]) -> None:
    """Look phrases up by their first two words, since a word such as "this" begins hundreds of them.

    Under one word stay the phrases of that word alone; they are listed under each pair as well, so that one look-up
    gives all, in the order of the packs.
    """
    for first, phrases in list(starts.items()):
        alone: list[Phrase] = []
        pairs: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if phrase.text == first:
                alone.append(phrase)
                for longer in pairs.values():
                    longer.append(phrase)
            else:
                pair = " ".join(phrase.text.split(" ", 2)[:2])
                pairs.setdefault(pair, alone.copy()).append(phrase)
        starts.update(pairs)
        starts[first] = alone


def _phrase(owner: Owner, text: str) -> Phrase:
    if "{name}" not in text:
        return Phrase(owner, text)
    words = tuple(text.split())
    return Phrase(owner, text, words, frozenset(words) - {"{name}"})


def _place(how: str, text: str) -> tuple[str, str]:
    """The index in which a phrase will be looked up, and the word it will be looked up by."""
    match how:
        case "whole_named":
            return "whole_named", text.rpartition(" ")[2] if text.startswith("{name} ") else text.partition(" ")[0]
        case "start" if "{name}" in text:
            return "starts_named", rarest_word(text)
        case "start":
            return "starts", text.partition(" ")[0]
        case "end":
            return "ends", text.rpartition(" ")[2]
        case _:
            return "inside", rarest_word(text)
