"""What readers wrote below an article, as a text of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from declutter.model import Document, Result, Verdict

# Filters that only tell where a block stands, or what stands around it.
_OF_PLACE = frozenset("comments names structure context hidden declared layout readability".split())
# So much from a filter that looks at wording, and a line is furniture of the section; a paragraph, if it is so much
# like what comment forms say.
_FURNITURE = 1.0
_FORM = 2.0
# Shorter lines are names, ranks and votes.
_FEWEST_WORDS = 4
_MOST_LINKED = 0.5
# A section that only its heading marks begins below so many words of prose, and ends where something else begins.
_PROSE_BEFORE = 60
_ELSEWHERE = frozenset(
    "copyright legal cookie-consent contact newsletter commerce search-ui related navigation".split()
)
# There, at least one comment in so many is signed or dated; teasers are not.
_SIGNED = frozenset(("byline", "dateline"))
_COMMENTS_PER_SIGN = 4
_GAP = "\n\n"


def reader_comments(result: Result) -> str:
    """The comments that were found and dropped, without names, dates, votes and buttons.

    They are found in elements that are named for comments; where there are none, as in text, below the heading of a
    comment section, if there are names or dates between them.

    Args:
        result: The page; what is kept of it is no comment.

    Returns:
        The comments' paragraphs in order, blank lines between them; empty when there are none.
    """
    section = [verdict for verdict in result.verdicts if _is_named(verdict)]
    if not section:
        section = list(_headed(result))
        if not _is_signed(section, result.document):
            return ""
    found = [verdict for verdict in section if _is_comment(verdict, result.document)]
    readings = result.document.readings
    counts = Counter(verdict.block.text for verdict in found)
    # A line that comes again is what somebody signs with, or what the page puts below each comment.
    kept = [v for v in found if readings[v.block.index].prose or counts[v.block.text] == 1]
    if not any(readings[verdict.block.index].prose for verdict in kept):
        return ""
    return _GAP.join(verdict.block.text for verdict in kept)


def _is_named(verdict: Verdict) -> bool:
    return any(row.reason.startswith("comments.named.") for row in verdict.evidence)


def _headed(result: Result) -> Iterator[Verdict]:
    """The verdicts below the heading of a comment section, up to where something else begins."""
    document = result.document
    prose = list(accumulate((reading.words * reading.prose for reading in document.readings), initial=0))
    claimed = (result.verdicts[hit.block].block for hit in document.hits.get("comment-form", ()) if hit.claims)
    heads = (block.index for block in claimed if block.link_density < _MOST_LINKED)
    head = min((block for block in heads if prose[block] >= _PROSE_BEFORE), default=len(result.verdicts))
    for verdict in result.verdicts[head + 1 :]:
        if not verdict.kept and verdict.category in _ELSEWHERE:
            return
        yield verdict


def _is_signed(section: Sequence[Verdict], document: Document) -> bool:
    """Whether names and dates stand among the comments of a section."""
    signs = sum(not verdict.kept and verdict.category in _SIGNED for verdict in section)
    found = sum(_is_comment(verdict, document) for verdict in section)
    return signs > 0 and found <= _COMMENTS_PER_SIGN * signs


def _is_comment(verdict: Verdict, document: Document) -> bool:
    block = verdict.block
    if verdict.kept or verdict.category != "comment-form" or block.index in document.claimed:
        return False
    if block.link_density > _MOST_LINKED:
        return False
    reading = document.readings[block.index]
    worded = [row for row in verdict.evidence if row.filter not in _OF_PLACE and row.log_odds > 0]
    if reading.prose:
        return sum(row.log_odds for row in worded if row.filter == "comment-form") < _FORM
    furniture = sum(row.log_odds for row in worded)
    return reading.words >= _FEWEST_WORDS and furniture < _FURNITURE and "{date}" not in reading.tokens
