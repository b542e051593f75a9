"""Reading and checking language packs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from importlib.resources import files
from itertools import chain

import pytest

import declutter
from declutter.categories import CATEGORY_IDS
from declutter.errors import DeclutterError, PackError
from declutter.packs import HOWS, bundled_packs, load_pack
from declutter.packs.__main__ import written
from declutter.packs.table import bundled_lexicon, compile_lexicon
from declutter.reading import fold, is_unspaced, normalise
from tests.fixtures import load_fixtures

PACKS = pytest.mark.parametrize("pack", [pytest.param(pack, id=pack.language) for pack in bundled_packs()])
_MOST_MISSING = 3
_SHORTEST_INSIDE = 4
# The same in scripts whose characters are words.
_SHORTEST_UNSPACED = 2
# What Unicode calls the letters of a script, where that is not its name.
_SCRIPTS = {
    "Han": {"CJK"},
    "Japanese": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    "Hangul": {"HANGUL", "CJK"},
}
_ANYWHERE = {"FEMININE", "MASCULINE", "MICRO", "FULLWIDTH", "MODIFIER", "IDEOGRAPHIC"}
HEAD = 'language = "xx"\nname = "Example"\nscript = "Latin"\nstopwords = "la le lo"\n'


def test_smallest_pack() -> None:
    pack = load_pack(HEAD)
    assert (pack.language, pack.name, pack.script) == ("xx", "Example", "Latin")
    assert pack.stop_words == {"la", "le", "lo"}
    assert pack.phrases == {}


def test_full_pack() -> None:
    pack = load_pack(
        HEAD
        + 'months = ["maio"]\nweekdays = ["lundo"]\n'
        + '[time]\nunits = ["horo"]\nago = ["antau"]\nwords = ["hierau"]\nglue = ["je"]\n'
        + '[phrases.share]\nwhole = ["Dividu {n}"]\nend = ["de tiu"]\n'
    )
    assert pack.grammar.months == {"maio", "lundo"}
    assert (pack.grammar.units, pack.grammar.ago) == ({"horo"}, {"antau"})
    assert (pack.grammar.moments, pack.grammar.glue) == ({"hierau"}, {"je"})
    assert pack.phrases == {"share": {"whole": ("Dividu {n}",), "end": ("de tiu",)}}


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param("language = ", "x.toml: not valid TOML", id="no-toml"),
        pytest.param('name = "Example"', "x.toml: language: must be a string that is not empty", id="no-language"),
        pytest.param(HEAD.replace('"Example"', '" "'), "x.toml: name: must be a string", id="blank-name"),
        pytest.param(HEAD.replace('"Latin"', "3"), "x.toml: script: must be a string", id="number-for-script"),
        pytest.param(
            HEAD.replace('"la le lo"', '["la"]'), "x.toml: stopwords: must be a string", id="list-of-stop-words"
        ),
        pytest.param(HEAD + 'months = "maio"', "x.toml: months: must be a list of strings", id="string-for-list"),
        pytest.param(HEAD + "months = [5]", "x.toml: months: must be a list of strings", id="list-of-numbers"),
        pytest.param(HEAD + 'weekdays = [""]', "x.toml: weekdays: must be a list of strings", id="empty-word"),
        pytest.param(HEAD + "colour = 1", "x.toml: colour: unknown key; choose from: language", id="unknown-key"),
        pytest.param(
            HEAD + "[time]\nera = []", "x.toml: time.era: unknown key; choose from: units", id="unknown-time-key"
        ),
        pytest.param(HEAD + '[time]\nago = "ago"', "x.toml: time.ago: must be a list", id="string-in-time"),
        pytest.param(HEAD + "time = 5", "x.toml: time", id="time-is-no-table"),
        pytest.param(HEAD + "phrases = 5", "x.toml: phrases must be tables", id="phrases-are-no-table"),
        pytest.param(
            HEAD + "[phrases]\nshare = 5", "x.toml: phrases.share: must be a table with any of: whole", id="no-table"
        ),
        pytest.param(
            HEAD + "[phrases.shares]", "x.toml: phrases.shares: no such category; choose from: paywall", id="category"
        ),
        pytest.param(
            HEAD + "[phrases.share]\nhole = []", "x.toml: phrases.share.hole: unknown key; choose from: whole", id="how"
        ),
        pytest.param(
            HEAD + '[phrases.share]\nwhole = "a"', "x.toml: phrases.share.whole: must be a list", id="one-phrase"
        ),
        pytest.param(
            HEAD + '[phrases.share]\nwhole = ["a", ""]', "x.toml: phrases.share.whole: must be a list", id="empty"
        ),
        pytest.param(
            HEAD + '[phrases.byline]\nwhole = ["{name} {name} {name}"]',
            "x.toml: phrases.byline.whole: too many {name}",
            id="names",
        ),
        pytest.param(
            HEAD + '[phrases.byline]\nwhole = ["{name} for {name}"]',
            "x.toml: phrases.byline.whole: '{name} for {name}' must end with another word than {name}",
            id="names-around",
        ),
        pytest.param(
            HEAD + '[phrases.byline]\ncontains = ["by {name}"]',
            "x.toml: phrases.byline.contains: too many {name}",
            id="inside",
        ),
    ],
)
def test_errors_name_the_file_the_place_and_the_remedy(toml: str, message: str) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(toml, origin="x.toml")
    assert str(caught.value).startswith(message)


def test_error_is_in_the_tree() -> None:
    assert issubclass(PackError, DeclutterError)
    assert issubclass(PackError, ValueError)


@PACKS
def test_bundled_pack(pack) -> None:
    assert len(pack.language) == 2
    assert len(pack.stop_words) >= 50
    assert all(word == word.casefold() for word in pack.stop_words)
    assert set(pack.phrases) <= set(CATEGORY_IDS)
    assert all(phrases for lists in pack.phrases.values() for phrases in lists.values())
    assert all(how in HOWS for lists in pack.phrases.values() for how in lists)
    assert compile_lexicon([pack]).grammar.stop_words == {pack.language: pack.stop_words}


def test_bundled_packs_have_distinct_languages_and_english() -> None:
    languages = [pack.language for pack in bundled_packs()]
    assert languages == sorted(set(languages))
    assert "en" in languages


def test_words_for_dates_are_written_as_they_are_compared() -> None:
    for pack in bundled_packs():
        grammar = pack.grammar
        for word in grammar.months | grammar.units | grammar.ago | grammar.moments | grammar.glue:
            assert word == word.casefold(), (pack.language, word)


def test_table_is_as_new_as_the_packs() -> None:
    for name, content in written().items():
        assert (files("declutter.packs") / name).read_bytes() == content, "run python -m declutter.packs"


def test_bundled_lexicon_is_the_compiled_one() -> None:
    bundled, fresh = bundled_lexicon(), compile_lexicon(bundled_packs())
    assert bundled.grammar == fresh.grammar
    assert bundled.owners == fresh.owners
    assert (bundled.whole, bundled.starts, bundled.cues) == (fresh.whole, fresh.starts, fresh.cues)


@PACKS
def test_no_phrase_stands_twice_in_one_list(pack) -> None:
    for category, lists in pack.phrases.items():
        for how, phrases in lists.items():
            said = Counter(" ".join(normalise(phrase, pack.grammar)[0]) for phrase in phrases)
            assert [phrase for phrase, times in said.items() if times > 1] == [], f"{category}.{how}"


@PACKS
def test_short_phrases_have_a_word_that_is_no_function_word(pack) -> None:
    """Two function words and nothing else would fire all over prose."""
    for category, lists in pack.phrases.items():
        for phrase in (*lists.get("start", ()), *lists.get("contains", ())):
            tokens = normalise(phrase, pack.grammar)[0]
            assert len(tokens) > 2 or not pack.stop_words.issuperset(tokens), f"{category}: {phrase!r}"


@PACKS
def test_packs_have_wording_for_nearly_every_category(pack) -> None:
    """A headline has no wording of its own; of the others a language may lack what its sites do not have."""
    missing = {category.id for category in declutter.CATEGORIES} - pack.phrases.keys() - {"headline"}
    assert len(missing) <= _MOST_MISSING, f"{pack.language} lacks {', '.join(sorted(missing))}"
    assert sum(len(found) for lists in pack.phrases.values() for found in lists.values()) >= 120


@PACKS
def test_words_are_of_one_script(pack) -> None:
    """A Latin letter inside a Greek or Cyrillic word is a slip of the keyboard, and such a word matches nothing."""
    for category, lists in pack.phrases.items():
        for phrase in chain.from_iterable(lists.values()):
            for word in fold(phrase):
                scripts = {unicodedata.name(letter, "?").split()[0] for letter in word if letter.isalpha()}
                assert len(scripts & {"LATIN", "GREEK", "CYRILLIC"}) <= 1, f"{category}: {word!r} in {phrase!r}"


@PACKS
def test_phrases_are_of_the_language_or_international(pack) -> None:
    """Only Latin letters and those of the pack's own script; language switches name all languages."""
    own = _SCRIPTS.get(pack.script, {pack.script.upper()}) | {"LATIN"}
    for category in pack.phrases.keys() - {"lang-edit-link"}:
        for phrase in chain.from_iterable(pack.phrases[category].values()):
            scripts = {unicodedata.name(letter, "?").split()[0] for letter in phrase if letter.isalpha()}
            assert scripts <= own | _ANYWHERE, f"{category}: {phrase!r}"


@PACKS
def test_what_is_looked_for_anywhere_is_long_enough(pack) -> None:
    """A single word of fewer letters stands in too many texts."""
    for category, lists in pack.phrases.items():
        for phrase in lists.get("contains", ()):
            letters = "".join(fold(phrase))
            fewest = _SHORTEST_UNSPACED if any(map(is_unspaced, letters)) else _SHORTEST_INSIDE
            assert len(letters) >= fewest, f"{category}: {phrase!r}"


@PACKS
def test_no_phrase_claims_a_sentence_of_an_article(pack) -> None:
    """In the pages that must be spared and in those written for the language."""
    pages = [page for page in load_fixtures() if page.role == "spares" or page.category == f"lang-{pack.language}"]
    for page in pages:
        document = page.result().document
        hits = [hit for found in document.hits.values() for hit in found if hit.language == pack.language]
        for hit in hits:
            prose = document.readings[hit.block].prose and page.blocks[hit.block].label == "keep"
            assert not (hit.how == "whole" and prose), (page.name, hit)


@PACKS
def test_every_phrase_has_a_word_of_its_own(pack) -> None:
    """Office hours or a price may come to nothing but a date or a number, which stands anywhere."""
    for category, lists in pack.phrases.items():
        for how, phrases in lists.items():
            for phrase in phrases:
                tokens = set(normalise(phrase, pack.grammar)[0]) - {"{n}", "{date}", "{name}"}
                assert tokens, f"{category}.{how}: {phrase!r}"
