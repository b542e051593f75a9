"""The front matter of Markdown: what it claims of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from declutter.metadata.claims import Claims
from declutter.patterns import plain_pattern

_SOURCE = "front matter"
_YAML, _TOML = "---", "+++"
_KEY = plain_pattern(r"([A-Za-z_][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_LISTED = plain_pattern(r"\s*-\s+(.*)$")
_INDENTED_KEY = plain_pattern(r"\s+-?\s*name\s*:\s*(.+)$")
# The keys that are in use, by field.
_KEYS: Mapping[str, str] = {
    key: field
    for field, keys in {
        "title": "title",
        "read_time": "read_time reading_time",
        "authors": "author authors creator by byline",
        "published": "date published publish_date published_at pubdate datepublished created published_time",
        "modified": "modified updated lastmod last_modified updated_at datemodified last_updated",
        "site": "site sitename site_name hostname publisher source_name",
        "language": "lang language locale",
        "canonical": "canonical canonical_url url link source permalink source_url",
        "description": "description summary excerpt abstract subtitle",
        "image": "image cover thumbnail featured_image og_image cover_image hero_image",
        "tags": "tags keywords tag topics categories",
        "licence": "license licence rights",
    }.items()
    for key in keys.split()
}


def add_front_matter(text: str, claims: Claims) -> None:
    """Add what a front matter in YAML or TOML claims.

    Of YAML only what front matter is made of is read: a value or a list of values behind each key.

    Args:
        text: The front matter, with the lines that mark its beginning and end.
        claims: Where to add it.
    """
    for key, value in _of_toml(text) if text.startswith(_TOML) else _of_yaml(text):
        field = _KEYS.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
        if field is not None:
            claims.add(field, value, _SOURCE)


def _of_toml(text: str) -> Iterator[tuple[str, str]]:
    import tomllib

    try:
        data = tomllib.loads(text.strip().strip("+"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for key, value in data.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                one = one.get("name", "")
            yield key, str(one)


def _of_yaml(text: str) -> Iterator[tuple[str, str]]:
    key = ""
    for line in text.splitlines()[1:-1]:
        if match := _KEY.match(line):
            key = match[1]
            yield from ((key, value) for value in _values(match[2] or ""))
        elif match := _INDENTED_KEY.match(line) or _LISTED.match(line):
            yield key, _scalar(match[1])


def _values(written: str) -> Iterator[str]:
    """A value, or those of a list in brackets."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        try:
            values = json.loads(written)
        except (ValueError, RecursionError):
            values = map(_scalar, written[1:-1].split(","))
        yield from (value for value in values if isinstance(value, str))
    elif written not in ("|", ">", "|-", ">-", "{}", "null", "~"):
        yield _scalar(written)


def _scalar(written: str) -> str:
    written = written.strip()
    if written[:1] == '"' and len(written) > 1 and written.endswith('"'):
        try:
            return str(json.loads(written))
        except ValueError:
            return written[1:-1]
    if written[:1] == "'" and len(written) > 1 and written.endswith("'"):
        return written[1:-1].replace("''", "'")
    return written.partition(" #")[0].strip()
