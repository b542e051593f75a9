"""JSON-LD scripts: every object in one, whatever somebody wrote there, and what it says it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from declutter.patterns import pattern

_LONGEST_JSON = 2_000_000
_VOCABULARY = pattern(r"^.*[/:#]")
# Comments and CDATA once hid scripts from programs that did not know them.
_WRAPPED = pattern(r"(?:\s|\ufeff|<!--|//|/\*|\*/|<!\[CDATA\[)*+(?=[\[{])")


def items_of(text: str) -> Iterator[dict[str, Any]]:
    """Every object in a JSON-LD script, in order; none when it is broken."""
    wrapped = _WRAPPED.match(text)
    if len(text) > _LONGEST_JSON or wrapped is None:
        return
    try:
        # What stands behind the value, such as the end of a comment, is nothing to us.
        value, _ = json.JSONDecoder(strict=False).raw_decode(text, wrapped.end())
    except (ValueError, RecursionError):
        return
    stack: list[Any] = [value]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            stack.extend(reversed(value.values()))
        elif isinstance(value, list):
            stack.extend(reversed(value))


def types_of(item: dict[str, Any]) -> Iterator[str]:
    """The types of an object, lower-case, without the address of their vocabulary."""
    kinds = item.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str):
            yield _VOCABULARY.sub("", kind).lower()
