"""How the command ends, and how it speaks of it."""

from __future__ import annotations

import sys

from declutter.render import printable

DONE, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def say(message: str) -> None:
    """Tell whoever runs the command something, in one line."""
    print(f"declutter: {printable(message)}", file=sys.stderr)  # noqa: T201
