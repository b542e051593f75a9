"""Metadata as the front matter of a text: a block of YAML between two lines of hyphens."""

from __future__ import annotations

import json
from dataclasses import fields

from declutter.metadata.model import Metadata, Stated
from declutter.patterns import plain_pattern

# What YAML takes for a line break, does not allow, or hides, and JSON leaves as it is.
_ODD = plain_pattern("[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def front_matter(metadata: Metadata) -> str:
    r"""A front matter with the values of all fields that are known, without their sources.

    Every value is a string in double quotes, with whatever could end it or the block escaped; lists stand in brackets
    on one line. So no page can write a key of its own.

    Returns:
        The block with a newline at its end; empty when nothing is known.

    >>> print(front_matter(Metadata(title=Stated('Boats: "all" winter', "headline block"))), end="")
    ---
    title: "Boats: \"all\" winter"
    ---
    """
    lines = []
    for field in fields(metadata):
        stated = getattr(metadata, field.name)
        if isinstance(stated, Stated):
            lines.append(f"{field.name}: {_quoted(stated.value)}")
        elif stated:
            lines.append(f"{field.name}: {_quoted([one.value for one in stated])}")
    return "\n".join(["---", *lines, "---", ""]) if lines else ""


def _quoted(value: str | list[str]) -> str:
    """JSON, which is YAML as well, without the few characters that only JSON allows."""
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
