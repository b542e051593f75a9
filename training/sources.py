"""What the forests follow from, beside the pages and the packs."""

from __future__ import annotations

import hashlib
from pathlib import Path

SOURCES = (
    "src/declutter/facts.py",
    "src/declutter/facts_text.py",
    "src/declutter/glued.py",
    "src/declutter/weights.toml",
    "src/declutter/words.py",
    "training/examples.py",
    "training/fit.py",
    "training/folds.py",
    "training/forms.py",
    "training/labels.py",
    "training/words.py",
)


def fingerprint(root: Path) -> str:
    """What tells whether the forests are older than what they were made from.

    Args:
        root: The checkout.
    """
    return hashlib.sha256(b"".join((root / name).read_bytes() for name in SOURCES)).hexdigest()[:16]
