"""``python -m declutter.packs``: write the table from the packs."""

from __future__ import annotations

import json
from pathlib import Path

from declutter.packs import bundled_packs
from declutter.packs.table import TABLE, table_of


def table_text() -> str:
    """The table's text, a list a line, so that a change of a pack is a small change of the table."""
    text = json.dumps(table_of(bundled_packs()), ensure_ascii=False, separators=(",", ":"))
    return text.replace("],", "],\n").replace("},", "},\n") + "\n"


if __name__ == "__main__":
    (Path(__file__).parent / TABLE).write_text(table_text(), "utf-8")
