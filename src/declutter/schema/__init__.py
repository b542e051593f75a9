"""The published form of results as JSON: a JSON Schema (draft 2020-12) for each version of it."""

from __future__ import annotations

from typing import Any

# What `Result.to_dict` follows. A new name is due when a field goes or changes its meaning, none when one comes.
RESULT = "https://declutter.example.org/schema/result-1.json"


def schema_text() -> str:
    """The schema that `RESULT` names, as it is written."""
    from importlib.resources import files

    return (files("declutter.schema") / RESULT.rpartition("/")[2]).read_text("utf-8")


def result_schema() -> dict[str, Any]:
    """The same as data, for a validator such as the package ``jsonschema``."""
    import json

    schema: dict[str, Any] = json.loads(schema_text())
    return schema
