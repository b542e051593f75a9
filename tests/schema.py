"""Results against their published schema. Run it to check every page of the development sets, or a few of each.

python -m tests.schema ../shared/data [PAGES OF EACH SET]
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import declutter
from benchmarks import pages
from declutter.schema import result_schema


def problems(record: dict[str, Any]) -> list[str]:
    """What is wrong with a record: its JSON, its form, fields that the schema does not tell of, sums."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    text.encode("utf-8")
    found = ["does not come back from JSON as it was"] if json.loads(text) != record else []
    found += [f"{error.json_path}: {error.message[:200]}" for error in _closed().iter_errors(record)]
    for place, block in enumerate(record.get("blocks", ())):
        if math.fsum(row["log_odds"] for row in block["evidence"]) != block["log_odds"]:
            found.append(f"$.blocks[{place}]: the rows do not sum to the score")
    return found


@cache
def _closed() -> Draft202012Validator:
    schema = result_schema()
    _close(schema)
    return Draft202012Validator(schema)


def _close(schema: Any) -> None:
    """Allow no field that a schema does not name: readers ignore them, but we must publish them."""
    if isinstance(schema, dict):
        if "properties" in schema:
            schema["additionalProperties"] = False
        for part in schema.values():
            _close(part)
    elif isinstance(schema, list):
        for part in schema:
            _close(part)


def check(folder: Path, per_set: int | None) -> Iterator[str]:
    """A line for each page that is wrong, and one on how many were looked at."""
    looked_at = bad = 0
    for page in pages.load(folder, (), per_set):
        looked_at += 1
        found = problems(declutter.extract(page.html, url=page.url or None).to_dict())
        if found:
            bad += 1
            yield f"{page.set} {page.id}: {'; '.join(found[:3])}"
        if looked_at % 100 == 0:
            sys.stderr.write(f"\r{looked_at} pages")
    yield f"{looked_at} pages looked at, {bad} bad"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or not Path(sys.argv[1]).is_dir():
        raise SystemExit("usage: python -m tests.schema FOLDER [PAGES OF EACH SET]  (the folder of *-dev.jsonl.xz)")
    last = ""
    for last in check(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else None):
        sys.stdout.write(f"{last}\n")
    raise SystemExit(not last.endswith(" 0 bad"))
