"""The receipt for people: an entry for each block, with the reasons that weighed most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from declutter.model import Result, Verdict
from declutter.render.terminal import PLAIN, Look, columns, fitted, in_one_line, padded, printable

__all__ = ["printable", "receipt", "score"]

_REASONS_SHOWN = 3
# Without a terminal to fit the lines to.
_TEXT_SHOWN = 72
_CATEGORY_SHOWN = 18
_INDENT = 20
# On a terminal: what stands before the category, and the least of the text that is worth a place behind it.
_MARGIN = 13
_LEAST_TEXT = 24
# A score so near to the threshold could as well have gone the other way.
_DOUBTFUL = 0.5
_LARGE = 999.99


def receipt(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """One entry of two lines or three for each block: kept or dropped, score, category, text, strongest reasons.

    Args:
        result: The cleaned page.
        look: How it looks. With a width it is a table fitted to it, under a heading and over a line that sums up.
    """
    table = _table(result, look)
    if look.width is not None:
        heading = f"{'':4} {'score':>6}  {padded('category', table.category)} {'text' if not table.stacked else ''}"
        yield look.paint(heading.rstrip(), "bold")
    for verdict in result.verdicts:
        yield "\n".join(table.entry(verdict))
    if look.width is not None:
        summary = f"{len(result.kept)} of {len(result.verdicts)} blocks kept, up to {score(result.threshold)}"
        yield look.paint(fitted(f"{summary}; confidence {result.confidence:.2f}", look.width), "bold")


def score(log_odds: float) -> str:
    """Log-odds with their sign, to two places.

    >>> score(0.534), score(-12345.6)
    ('+0.53', '-1.23e+04')
    """
    return f"{log_odds:+.2f}" if abs(log_odds) < _LARGE else f"{log_odds:+.3g}"


def _brief(log_odds: float) -> str:
    """The same in six characters at most."""
    return score(log_odds) if abs(log_odds) < _LARGE else ">+999" if log_odds > 0 else "<-999"


@dataclass(frozen=True, slots=True)
class _Table:
    """How wide the columns of a receipt are."""

    threshold: float
    look: Look
    category: int
    text: int
    indent: int
    stacked: bool

    def entry(self, verdict: Verdict) -> Iterator[str]:
        look = self.look
        mark, colour = ("keep", "green") if verdict.kept else ("drop", "red")
        doubtful = abs(verdict.log_odds - self.threshold) < _DOUBTFUL
        category = padded(fitted(printable(verdict.category or "-"), self.category), self.category)
        text = look.paint(in_one_line(verdict.block.text, self.text), *(() if verdict.kept else ("dim",)))
        odds = f"{_brief(verdict.log_odds):>6}"
        line = (
            f"{look.paint(mark, colour, 'bold')} {look.paint(odds, *['yellow'] * doubtful)}"
            f"  {look.paint(category, *['cyan'] * (verdict.category is not None))}"
        )
        yield f"{line} {text}" if not self.stacked else line.rstrip()
        if self.stacked:
            yield f"{'':{self.indent}}{text}"
        yield look.paint(f"{'':{self.indent}}└ {self.reasons(verdict)}", "dim")

    def reasons(self, verdict: Verdict) -> str:
        """The strongest reasons, as many as there is room for."""
        told = [f"{printable(row.reason)} {row.log_odds:+.1f}" for row in verdict.evidence[:_REASONS_SHOWN]]
        width = self.look.width
        while True:
            more = len(verdict.evidence) - len(told)
            line = ", ".join([*told, f"{more} more"] if more else told)
            if width is None:
                return line
            room = width - self.indent - 2
            if columns(line) <= room or len(told) <= 1:
                return fitted(line, room)
            told.pop()


def _table(result: Result, look: Look) -> _Table:
    if look.width is None:
        return _Table(result.threshold, look, _CATEGORY_SHOWN, _TEXT_SHOWN, _INDENT, stacked=False)
    longest = max((columns(verdict.category or "-") for verdict in result.verdicts), default=0)
    category = min(max(longest, len("category")), look.width - _MARGIN)
    text = look.width - _MARGIN - category - 1
    if text < _LEAST_TEXT:
        return _Table(result.threshold, look, category, look.width - 2, 2, stacked=True)
    return _Table(result.threshold, look, category, text, _MARGIN, stacked=False)
