"""The receipt for people: one line a block, with the reasons that weighed most."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.model import Result, Verdict
from declutter.patterns import pattern

_REASONS_SHOWN = 3
_TEXT_SHOWN = 72
# Page text must not speak to the terminal: no escapes, no bells, no marks that turn the writing direction.
_UNSAFE = pattern(r"[\p{C}]+")


def receipt(result: Result) -> Iterator[str]:
    """One line for each block: kept or dropped, score, category, strongest reasons, text."""
    for verdict in result.verdicts:
        yield _line(verdict)


def printable(text: str) -> str:
    """Text that can do nothing to a terminal but show itself."""
    return _UNSAFE.sub(" ", text)


def _line(verdict: Verdict) -> str:
    mark = "keep" if verdict.kept else "drop"
    category = verdict.category or "-"
    reasons = ", ".join(f"{row.reason} {row.log_odds:+.1f}" for row in verdict.evidence[:_REASONS_SHOWN])
    more = len(verdict.evidence) - _REASONS_SHOWN
    if more > 0:
        reasons += f", {more} more"
    text = printable(" ".join(verdict.block.text.split()))
    if len(text) > _TEXT_SHOWN:
        text = text[: _TEXT_SHOWN - 1] + "…"
    return f"{mark} {verdict.log_odds:+6.2f}  {category:<18} {text}\n                    └ {reasons}"
