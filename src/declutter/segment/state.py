"""The text of pages that carry it only as data for a script: best effort, and marked as such."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from declutter.patterns import pattern
from declutter.segment.sound import sound

if TYPE_CHECKING:
    from regex import Match

    from declutter.segment.nodes import Node

# Strings of so many words may be a paragraph; keys, class names and labels are shorter.
_FEWEST_WORDS = 12
_SHORTEST = 60
_LONGEST_ALL = 2_000_000
# Data is quoted once in JSON, and once more where a script pushes JSON as a string.
_NESTED = 3
_LONG_ATTRIBUTE = 1000
_STATEFUL = (
    "__NEXT_DATA__",
    "__NUXT__",
    "__NUXT_DATA__",
    "__next_f",
    "__INITIAL",
    "__PRELOADED",
    "__APOLLO",
    "_STATE__",
)
# A string that does not end is taken to the end of its line, lest each escaped quote in it be tried as a beginning.
_STRING = pattern(r'"((?:[^"\\\n]|\\.){60,}+)("?)')
# Escapes that scripts have and JSON has not.
_ESCAPE = pattern(r"\\(?:x([0-9a-fA-F]{2})|(.))")
_JSON_ESCAPES = frozenset('"\\/bfnrtu')
# How React's server numbers the pieces of a page that it sends.
_CHUNK = pattern(r"^\s*[0-9a-f]+:T[0-9a-f]+,")
_MARKUP = pattern(r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|section|article)\b[^<>]*>")
_ENDS = (".", "!", "?", "…", '"', "”", "。", "！", "？", ":", ">")
_CODE = pattern(r"[{};=]\s*(?:function|var|const|return|\})|=>|https?://\S+\s*https?://|\w\{[\w-]+:")


def states_of(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """The data that a page's scripts make it from: JSON and what assigns it, and long ``data-`` attributes."""
    for node in nodes:
        element = node.element
        if node.tag == "script":
            text = element.text or ""
            kind = (element.get("type") or "").lower()
            if "ld+json" not in kind and ("json" in kind or any(mark in text for mark in _STATEFUL)):
                yield node, text
        for name, value in element.items():
            if len(value) >= _LONG_ATTRIBUTE and str(name).startswith("data-"):
                yield node, str(value)


def texts_in(states: Iterable[tuple[Node, str]]) -> Iterator[tuple[Node, str]]:
    """The strings in such data that read like paragraphs, or are markup that holds some, each once."""
    seen: set[str] = set()
    left = _LONGEST_ALL
    for node, state in states:
        for text in _texts(state):
            if text not in seen and left >= len(text):
                seen.add(text)
                left -= len(text)
                yield node, text


def _texts(state: str) -> Iterator[str]:
    """An attribute may be a text; else data holds some."""
    if state.lstrip()[:1] not in "{[" and not _looks_like_data(state) and _reads_like_text(state):
        yield sound(state)
    else:
        yield from _strings(state, _NESTED)


def _strings(script: str, nested: int) -> Iterator[str]:
    for match in _STRING.finditer(script):
        if not match[2]:
            continue
        try:
            text = json.loads(f'"{_ESCAPE.sub(_as_json, match[1])}"', strict=False)
        except ValueError:
            continue
        if nested and '"' in text and text.lstrip()[:1] in "{[0123456789abcdef" and _looks_like_data(text):
            yield from _strings(text, nested - 1)
        else:
            text = _CHUNK.sub("", sound(text))
            if _reads_like_text(text):
                yield text


def _as_json(escape: Match[str]) -> str:
    if escape[1]:
        return f"\\u00{escape[1]}"
    return escape[0] if escape[2] in _JSON_ESCAPES else escape[2]


def _looks_like_data(text: str) -> bool:
    return text.count('":') + text.count('",') >= len(text) / 400


def _reads_like_text(text: str) -> bool:
    if _MARKUP.search(text):
        return True
    bare = text.strip()
    spaced = len(bare.split()) >= _FEWEST_WORDS or (not bare.isascii() and len(bare) >= _SHORTEST)
    return spaced and bare.endswith(_ENDS) and not _CODE.search(bare)


def is_markup(text: str) -> bool:
    """Whether a string is markup rather than plain text."""
    return _MARKUP.search(text) is not None
