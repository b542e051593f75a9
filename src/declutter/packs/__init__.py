"""Language packs: the wording of web furniture as data, one TOML file a language.

`load_pack` reads and checks one; `bundled_packs` gives those that come with declutter. What the keys mean
is told in ``docs/how-to/add-a-language.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from declutter.categories import CATEGORY_IDS
from declutter.errors import PackError
from declutter.patterns import pattern
from declutter.reading import Grammar, fold

HOWS = ("whole", "label", "tokens", "start", "end", "contains", "topic")
_STRINGS = ("language", "name", "script", "stopwords")
_LISTS = ("months", "weekdays")
_ADDRESS_LISTS = ("we", "you")
_TIME_LISTS = ("units", "ago", "words", "glue")
_PLACEHOLDER = pattern(r"\{[^}]*\}?|\}")
# Only these are matched word by word, as a free name needs.
_NAMED_HOWS = ("whole", "start", "end")
# A phrase with more free names than this says nothing, and costs time to match.
_MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Pack:
    """The wording of one language.

    Attributes:
        language: ISO 639-1 code.
        name: The language's English name.
        script: The script its words are written in, as Unicode names it.
        stop_words: Its most frequent function words.
        grammar: Its words for dates.
        phrases: Phrases as written in the file, by category and by how they are looked for.
    """

    language: str
    name: str
    script: str
    stop_words: frozenset[str]
    grammar: Grammar
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def bundled_packs() -> tuple[Pack, ...]:
    """The packs inside the package, by language code. Package data does not change, so they are read once."""
    from importlib.resources import files

    folder = files(__package__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(load_pack((folder / name).read_text("utf-8"), origin=name) for name in names)


def load_pack(toml: str, origin: str = "pack") -> Pack:
    """Read and check one language pack.

    Args:
        toml: The text of the file.
        origin: What error messages call it, such as its path.

    Raises:
        PackError: if it is not TOML, or a key is missing, unknown or of the wrong type.
    """
    import tomllib

    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{origin}: not valid TOML: {error}") from None
    phrases = data.pop("phrases", {})
    time = data.pop("time", {})
    address = data.pop("address", {})
    for name, table, keys in (("time", time, _TIME_LISTS), ("address", address, _ADDRESS_LISTS)):
        if not isinstance(table, dict):
            raise PackError(f"{origin}: {name} must be a table with any of: {', '.join(keys)}")
    texts = {key: _string(data.pop(key, None), f"{origin}: {key}") for key in _STRINGS}
    words = {key: _strings(data.pop(key, []), f"{origin}: {key}") for key in _LISTS}
    times = {key: _strings(time.pop(key, []), f"{origin}: time.{key}") for key in _TIME_LISTS}
    addresses = {key: _strings(address.pop(key, []), f"{origin}: address.{key}") for key in _ADDRESS_LISTS}
    _nothing_else(data, f"{origin}: ", (*_STRINGS, *_LISTS, "time", "address", "phrases"))
    _nothing_else(address, f"{origin}: address.", _ADDRESS_LISTS)
    _nothing_else(time, f"{origin}: time.", _TIME_LISTS)
    stop_words, glue = _folded([texts["stopwords"]]), _folded(times["glue"])
    return Pack(
        texts["language"],
        texts["name"],
        texts["script"],
        stop_words,
        Grammar(
            {texts["language"]: stop_words},
            # What stands inside dates makes none in its own language; in another one it may.
            months=_folded(words["months"] + words["weekdays"]) - glue,
            units=_folded(times["units"]) - glue,
            ago=_folded(times["ago"]) - glue,
            moments=_folded(times["words"]) - glue,
            glue=glue,
            we=_folded(addresses["we"]),
            you=_folded(addresses["you"]),
        ),
        _phrases(phrases, origin),
    )


def _phrases(table: object, origin: str) -> dict[str, dict[str, tuple[str, ...]]]:
    if not isinstance(table, dict):
        raise PackError(f"{origin}: phrases must be tables such as [phrases.paywall]")
    checked: dict[str, dict[str, tuple[str, ...]]] = {}
    for category, lists in table.items():
        where = f"{origin}: phrases.{category}"
        if category not in CATEGORY_IDS:
            raise PackError(f"{where}: no such category; choose from: {', '.join(CATEGORY_IDS)}")
        if not isinstance(lists, dict):
            raise PackError(f"{where}: must be a table with any of: {', '.join(HOWS)}")
        _nothing_else({key: None for key in lists if key not in HOWS}, f"{where}.", HOWS)
        checked[category] = {how: _strings(lists[how], f"{where}.{how}") for how in HOWS if how in lists}
        for how, found in checked[category].items():
            for phrase in found:
                if phrase.count("{name}") > (_MOST_NAMES if how in _NAMED_HOWS else 0):
                    raise PackError(f"{where}.{how}: too many {{name}} in {phrase!r}")
                unknown = set(_PLACEHOLDER.findall(phrase)) - {"{n}", "{date}", "{name}"}
                if unknown:
                    raise PackError(f"{where}.{how}: {min(unknown)} in {phrase!r}: use {{n}}, {{date}} or {{name}}")
                if phrase.endswith("{name}") and (how == "end" or phrase.startswith("{name}")):
                    raise PackError(f"{where}.{how}: {phrase!r} must end with another word than {{name}}")
    return checked


def _folded(written: Iterable[str]) -> frozenset[str]:
    """Words as blocks are read, so that a pack may write them as people do."""
    return frozenset(word.casefold() for words in written for word in fold(words))


def _string(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PackError(f"{where}: must be a string that is not empty")
    return value


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise PackError(f"{where}: must be a list of strings, none of them empty")
    return tuple(value)


def _nothing_else(rest: Mapping[str, Any], where: str, known: tuple[str, ...]) -> None:
    for key in rest:
        raise PackError(f"{where}{key}: unknown key; choose from: {', '.join(known)}")
