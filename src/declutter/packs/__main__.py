"""``python -m declutter.packs``: write the table from the packs."""

from __future__ import annotations

import json
from pathlib import Path

from declutter.packs import bundled_packs
from declutter.packs.table import HASHED, TABLE, table_of


def written() -> dict[str, bytes]:
    """The table's files by name, a list a line, so that a change of a pack is a small change of the table."""
    table = table_of(bundled_packs())
    text = json.dumps(table.data, ensure_ascii=False, separators=(",", ":"))
    return {TABLE: (text.replace("],", "],\n").replace("},", "},\n") + "\n").encode(), HASHED: table.hashed}


if __name__ == "__main__":
    for name, content in written().items():
        (Path(__file__).parent / name).write_bytes(content)
