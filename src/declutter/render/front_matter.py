"""Metadata as the front matter of a text: YAML that every reader of it takes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from declutter.patterns import pattern
from declutter.render.data import whole

# YAML has no place for most of these, and to terminals they speak.
_UNSAFE = pattern(r"[\p{C}\p{Zl}\p{Zp}]")


def front_matter(metadata: Mapping[str, Any]) -> str:
    r"""The values of metadata between two lines of dashes, without their sources; empty when nothing is known.

    Args:
        metadata: By name: ``{"value": …, "source": …}``, a list of these, or None.

    >>> print(front_matter({"title": {"value": "Tides: a \"map\"", "source": "og:title"}, "authors": []}))
    ---
    title: "Tides: a \"map\""
    ---
    """
    entries = [f"{name}: {_written(stated)}" for name, stated in metadata.items() if stated]
    return "\n".join(["---", *entries, "---"]) if entries else ""


def _written(stated: Any) -> str:
    if isinstance(stated, Mapping):
        return _quoted(stated["value"])
    return f"[{', '.join(_quoted(one['value']) for one in stated)}]"


def _quoted(value: str) -> str:
    """A string as JSON writes it, which YAML reads."""
    return _UNSAFE.sub(_escaped, json.dumps(whole(value), ensure_ascii=False))


def _escaped(match: Any) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
