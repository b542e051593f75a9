"""Which lines stand where a page says who wrote it and when: around the headline, or right behind the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from declutter.model import Evidence, Reading, Result, Verdict
from declutter.receipt import Receipt

# A line so many blocks above the headline, or behind the last paragraph, is the page's; further off it is a teaser's.
_ABOVE, _BEHIND = 6, 8
# So many blocks below the headline the text begins at the latest, and so many may be above it all the same.
_BELOW, _STANDFIRST = 25, 3
# Longer lines are text; so are those between headline and text of more words.
_LONGEST, _MOST_WORDS = 400, 14
# "Post written by Mara Lindqvist."
_MOST_WORDS_OF_A_SENTENCE = 7
_STORIES = ("related", "read-more")
# Lines of these say nothing of this page where they stand above its headline.
_ELSEWHERE = ("related", "navigation", "read-more")


class Around:
    """The places on a page where lines about it stand.

    Attributes:
        lines: Short lines between the headline and the text that have a date or a byline's wording, whatever they were
            taken for: hardly anything else is said there.
        others: The index of the block where comments or other stories begin.
    """

    def __init__(self, result: Result) -> None:
        document = result.document
        readings = document.readings
        kept = [verdict.block.index for verdict in result.kept]
        first, self._last = document.stretch or ((kept[0], kept[-1]) if kept else (0, len(readings) - 1))
        self._head = first if document.headline is None else document.headline
        self._text = next((i for i in range(self._head, len(readings)) if readings[i].prose), len(readings))
        # A standfirst may stand between the headline and the lines about the page.
        self._end = min(max(self._text, self._head + _STANDFIRST), self._head + _BELOW)
        self.others = self._first_of_others(result)
        bylines = {hit.block for hit in document.hits.get("byline", ())}
        self.lines = [
            verdict
            for verdict in result.verdicts[max(0, self._head - 2) : self._end + 1]
            if (verdict.category not in _ELSEWHERE or verdict.block.index > self._head)
            and verdict.category != "copyright"
            and _is_line(readings[verdict.block.index], is_byline=verdict.block.index in bylines)
        ]

    def those_near(self, verdicts: Iterable[Verdict]) -> list[Verdict]:
        """Those of some verdicts whose blocks stand there, the nearest first."""
        near = [verdict for verdict in verdicts if self._is_near(verdict)]
        behind = {verdict.block.index for verdict in near if verdict.block.index > self._end and _is_post(verdict)}
        if len(behind) > 1:
            # Where several people write, what stands below the first text was not written by its author.
            near = [verdict for verdict in near if verdict.block.index not in behind]
        return sorted(near, key=self.distance)

    def is_below_headline(self, verdict: Verdict) -> bool:
        """Whether a block stands between the headline and the text."""
        return self.distance(verdict)[0] == 0

    def is_right_below(self, verdict: Verdict, most: int = 1) -> bool:
        """Whether a block is the first one below the headline, or one of some number."""
        return 0 < verdict.block.index - self._head <= most and verdict.block.index <= self._end

    def is_in_text(self, verdict: Verdict) -> bool:
        """Whether a block stands in the text, or not far from it."""
        return self._head - _ABOVE <= verdict.block.index <= self._last + 2 * _BEHIND

    def distance(self, verdict: Verdict) -> tuple[int, int]:
        """How far a block is from where such lines stand: below the headline, then above it, then behind the text."""
        i = verdict.block.index
        if self._head <= i <= self._end:
            return 0, i
        return (1, -i) if i < self._head else (2, i)

    def _is_near(self, verdict: Verdict) -> bool:
        i = verdict.block.index
        if len(verdict.block.visible) > _LONGEST or i >= self.others:
            return False
        return self._head - _ABOVE <= i <= self._head + _BELOW or self._last < i <= self._last + _BEHIND

    def _first_of_others(self, result: Result) -> int:
        """Where comments or other stories begin: at the first form, heading or link for them behind the text."""
        for verdict in result.verdicts[self._end + 1 :]:
            category, i = verdict.category, verdict.block.index
            begins = category == "comment-form" or (category in _STORIES and i > self._last)
            if begins and any(row.filter == category for row in said_of(verdict)):
                return i
        return len(result.verdicts)


def _is_line(reading: Reading, *, is_byline: bool) -> bool:
    """Whether a block is a line about the page: a short one with a date, or with a byline's wording."""
    if reading.ends != "open":
        return is_byline and reading.words <= _MOST_WORDS_OF_A_SENTENCE
    return reading.words <= _MOST_WORDS and (is_byline or "{date}" in reading.tokens)


def _is_post(verdict: Verdict) -> bool:
    return any(row.filter == "byline" for row in said_of(verdict))


def is_said(verdict: Verdict) -> bool:
    """Whether a block is what its category says: dropped as that, or kept because the caller wants such blocks."""
    return not verdict.kept or any(row.reason == "override.keep" for row in said_of(verdict))


def said_of(verdict: Verdict) -> Sequence[Evidence]:
    """The rows of a block's evidence that are filters'; taking apart what context adds would take most of the time."""
    return verdict.evidence.said if isinstance(verdict.evidence, Receipt) else verdict.evidence
