"""Where a block stands relative to the densest stretch of prose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from declutter.filters.base import PlainSign
from declutter.model import Document, Reading

# Distances in blocks, and their names.
_DISTANCES = (2, 4, 10)
_DISTANCE_NAMES = ("next", "near", "off", "far")
_SENTENCE_WORDS = 8


def position(document: Document) -> Iterator[PlainSign]:
    """Where a block stands relative to the densest stretch of prose.

    What it catches:
        Blocks before and behind the stretch of the page where paragraphs of prose are dense, the more the further off.

    Why it is noise:
        Pages put menus above the article and promotions below it. The stretch is the one of greatest sum when prose
        counts for and everything else against (Pasternack and Roth 2009, "Extracting article text from the web with
        maximum subsequence segmentation").

    When it is wrong:
        Pages of lists, tables or code without prose; a closing line such as a signature or a correction.

    Example:
        ``Harbour`` far above the first paragraph
    """
    stretch = document.stretch
    if stretch is None:
        return
    if document.headline is not None and _is_standfirst(document, document.headline + 1, stretch[0]):
        yield document.headline + 1, "position.standfirst", "", ""
    prose = _distance_to_prose(document.readings)
    for i, distance in enumerate(prose):
        yield i, f"position.{_place(i, stretch, distance)}", "", ""
        if distance and i + 1 < len(prose) and not prose[i + 1]:
            yield i, "position.above-prose", "", ""
            if document.blocks[i].kind == "heading" and stretch[0] <= i <= stretch[1]:
                yield i, "position.sub-heading", "", ""


def _is_standfirst(document: Document, i: int, first: int) -> bool:
    """Whether a block below the headline, but above the text, is a sentence that sums the text up."""
    return i < first and document.readings[i].ends == "sentence" and document.readings[i].words >= _SENTENCE_WORDS


def _place(i: int, stretch: tuple[int, int], to_prose: int) -> str:
    first, last = stretch
    if i < first:
        return "before." + _DISTANCE_NAMES[bisect_right(_DISTANCES, first - i)]
    if i > last:
        return "behind." + _DISTANCE_NAMES[bisect_right(_DISTANCES, i - last)]
    return "within." + ("prose" if not to_prose else _DISTANCE_NAMES[bisect_right(_DISTANCES, to_prose)])


def _distance_to_prose(readings: Sequence[Reading]) -> list[int]:
    """How many blocks it is from each block to the nearest paragraph of prose; 0 for prose itself."""
    far = len(readings)
    distances = [0 if reading.prose else far for reading in readings]
    for i in range(1, far):
        distances[i] = min(distances[i], distances[i - 1] + 1)
    for i in range(far - 2, -1, -1):
        distances[i] = min(distances[i], distances[i + 1] + 1)
    return distances
