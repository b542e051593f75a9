"""Cutting a line that holds a whole page where its sentences end."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.patterns import pattern
from declutter.segment.lines import BLANK

# An end mark, its closing quotes, and then white space before something that can begin a sentence; scripts
# without spaces need none.
_END = pattern(
    r"""(?P<word>\S{0,24}?)[.!?…؟।]["'”’»)\]]{0,3}\s+(?=["'“‘«(\[*]{0,3}[\p{Lu}\p{Lt}\p{Lo}\p{N}*©])"""
    r"""|[。！？]["'”’」』）]{0,3}\s*""",
)
# A full stop behind one of these, or behind a single capital, ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr vs no nos vol pp gen col lt sgt capt rev hon gov sen rep "
    "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp approx est e.g i.e cf al "
    "u.s u.k u.n d.c bzw ca dipl nr str usw z.b bsp sog mme mlle av sra ul tel tzn np".split()
)


def sentence_spans(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two offsets; their spans cover every character that is not blank.

    Args:
        source: The text.
        start: Where to begin.
        end: Where to stop.
    """
    begun = start
    for match in _END.finditer(source, start, end):
        if _is_abbreviation(match["word"]):
            continue
        yield from _trimmed(source, begun, match.end())
        begun = match.end()
    yield from _trimmed(source, begun, end)


def _is_abbreviation(word: str | None) -> bool:
    if not word:
        return False
    bare = word.strip("\"'“‘«([").rstrip(".").casefold()
    return bare in _ABBREVIATIONS or (len(bare) == 1 and word[-1:].isupper())


def _trimmed(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = source[start:end]
    text = piece.strip(BLANK)
    if text:
        lead = len(piece) - len(piece.lstrip(BLANK))
        yield start + lead, start + lead + len(text)
