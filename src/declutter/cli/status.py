"""How the command ends, and how it speaks of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

DONE, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def say(message: str) -> None:
    """Tell whoever runs the command something, in one line."""
    # Most runs have nothing to say, and should start soon.
    from declutter.render.terminal import printable

    tell([f"declutter: {printable(message)}"])


def tell(lines: Iterable[str]) -> None:
    """Write lines to standard error, if it is open."""
    if sys.stderr is not None:
        for line in lines:
            print(line, file=sys.stderr)  # noqa: T201
