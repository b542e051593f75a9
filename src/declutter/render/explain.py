"""Results explained to people: the page with its dropped lines struck out, and why a block went or stayed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from declutter.model import Block, Evidence, Result, Verdict
from declutter.patterns import pattern
from declutter.render.receipt import receipt, score
from declutter.render.terminal import PLAIN, Look, fitted, in_one_line, padded, printable

__all__ = ["closest", "containing", "diff", "receipt", "why"]

_INVISIBLE = pattern(r"\p{Cf}+")
# Quotation marks and dashes are curly on pages and straight on keyboards.
_TYPED = str.maketrans("’‘‚“”„«»–—‐‑−", "''''''''-----") | {ord('"'): "'"}
_SHINGLE = 3
# Below this share of the text asked for, no block is like it.
_LEAST_ALIKE = 0.4
_LONGEST_ASKED = 1_000
_LONGEST_SEARCHED = 20_000
_SHOWN = 72
# Lines that are fitted to no terminal are as long as lines of text usually are.
_USUAL = 100
_LEAST_MATCH = 12
# What stands before the reason of a row.
_MARGIN = 12
_TAB = 4


def diff(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """The whole page, line by line, what was dropped struck out; without colours "- " stands before it.

    Control characters are left out and tabs are widened: these lines are for looking at.
    """
    before: Block | None = None
    for verdict in result.verdicts:
        if before is not None:
            yield from [""] * _blank_lines(result, before, verdict.block)
        before = verdict.block
        for line in verdict.block.text.splitlines():
            shown = printable(line.expandtabs(_TAB)).rstrip()
            if not look.coloured:
                yield f"{'  ' if verdict.kept else '- '}{shown}".rstrip()
            else:
                yield shown if verdict.kept else look.paint(shown, "struck")


def _blank_lines(result: Result, before: Block, after: Block) -> int:
    """How many blank lines there are between two blocks, one at most."""
    if before.span is not None and after.span is not None:
        return int(result.document.source.count("\n", before.span[1], after.span[0]) > 1)
    return int(before.kind != after.kind or before.kind not in ("list-item", "table-row"))


def why(result: Result, text: str, look: Look = PLAIN) -> Iterator[str]:
    """Why the blocks that contain some text were dropped or kept: all rows of each, their sum, and what it meets.

    Args:
        result: The cleaned page.
        text: What to look for; case, blanks and the shape of quotation marks and dashes do not matter.
        look: How it looks.

    Yields:
        Lines; none when no block contains the text (`closest` knows which comes near).
    """
    for number, (verdict, place) in enumerate(containing(result, text)):
        if number:
            yield ""
        yield from _account(result, verdict, place, look)


def containing(result: Result, text: str) -> Iterator[tuple[Verdict, str]]:
    """The verdicts of the blocks that contain some text, each with where its block stands on the page."""
    asked = _folded(text)
    if not asked:
        return
    for verdict, line in zip(result.verdicts, _lines(result), strict=True):
        block = verdict.block
        if asked in _folded(block.text) or (block.visible != block.text and asked in _folded(block.visible)):
            of = f"block {block.index + 1} of {len(result.verdicts)}"
            where = f"line {line}" if line else block.xpath
            yield verdict, f"{of}, {where}" if where else of


def closest(result: Result, text: str) -> tuple[float, str]:
    """How much of some text the block that is most like it has, 0 to 1, and the beginning of that block.

    The measure is the share of the text's runs of three characters; of blocks with as many the shortest is taken.
    The text of the block is empty when none is like it at all.
    """
    asked = _shingles(_folded(text[:_LONGEST_ASKED]))
    best = (0.0, 0, "")
    for verdict in result.verdicts:
        shown = verdict.block.visible
        alike = len(asked & _shingles(_folded(shown[:_LONGEST_SEARCHED]))) / len(asked) if asked else 0.0
        best = max(best, (alike, -len(shown), shown))
    return (best[0], in_one_line(best[2], _SHOWN)) if best[0] >= _LEAST_ALIKE else (0.0, "")


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_TYPED).casefold()
    return " ".join(_INVISIBLE.sub("", folded).split())


def _shingles(text: str) -> set[str]:
    return {text[place : place + _SHINGLE] for place in range(max(1, len(text) - _SHINGLE + 1))} - {""}


def _lines(result: Result) -> Iterator[int]:
    """The line that each block begins on, from 1; 0 where the source has no lines to speak of, as HTML."""
    source = result.document.source
    line, seen = 1, 0
    for verdict in result.verdicts:
        if verdict.block.span is None:
            yield 0
            continue
        start = verdict.block.span[0]
        line, seen = line + source.count("\n", seen, start), start
        yield line


def _account(result: Result, verdict: Verdict, place: str, look: Look) -> Iterator[str]:
    from declutter.render.whys import why as why_row

    width = look.width or _USUAL
    outcome = _outcome(verdict)
    yield f"{look.paint(outcome, 'green' if verdict.kept else 'red', 'bold')} ({printable(place)})"
    yield f"  {in_one_line(verdict.block.text, width - 2)}"
    longest = max((len(row.reason) for row in verdict.evidence), default=0)
    for row in verdict.evidence:
        yield from _row(row, why_row(row), min(longest, width // 2), look)
    total, *more = _wrapped(_sum(result, verdict), width - _MARGIN)
    yield look.paint(f"  {score(verdict.log_odds):>8}  {total}", "bold")
    yield from (look.paint(f"{'':{_MARGIN}}{line}", "bold") for line in more)


def _sum(result: Result, verdict: Verdict) -> str:
    """What the rows sum to, against the threshold; to more places where two are too few to tell one from the other."""
    count = len(verdict.evidence)
    rows = f"the sum of {count} rows" if count != 1 else "the only row"
    relation = "is not above" if verdict.kept else "is above"
    total, threshold = score(verdict.log_odds), score(result.threshold)
    exactly = f" ({verdict.log_odds!r} to {result.threshold!r})" if total == threshold else ""
    return f"{rows} {relation} the threshold of {threshold}{exactly}: {'kept' if verdict.kept else 'dropped'}"


def _outcome(verdict: Verdict) -> str:
    category = printable(verdict.category or "")
    if verdict.kept:
        return f"kept (it would go as {category})" if category else "kept"
    return f"dropped as {category}" if category else "dropped"


def _row(row: Evidence, words: str, reason: int, look: Look) -> Iterator[str]:
    width = look.width or _USUAL
    shown = padded(fitted(printable(row.reason), reason), reason)
    colour = "red" if row.log_odds > 0 else "green"
    line = f"  {look.paint(f'{score(row.log_odds):>8}', colour)}  {shown}"
    room = width - _MARGIN - reason - 2
    below = [look.paint(f"{'':{_MARGIN}}{part}", "dim") for part in _wrapped(words, width - _MARGIN)]
    if row.match and room < _LEAST_MATCH:
        below.insert(0, f"{'':{_MARGIN}}{in_one_line(row.match, width - _MARGIN)}")
    yield f"{line}  {in_one_line(row.match, room) if room >= _LEAST_MATCH else ''}".rstrip()
    yield from below


def _wrapped(words: str, width: int) -> list[str]:
    from textwrap import wrap

    return wrap(words, width)
