"""What is kept of a page, as pieces of its elements."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from declutter.model import Result, Verdict
from declutter.patterns import plain_pattern
from declutter.render.images import Place, is_icon, pictured
from declutter.segment.gather import inked
from declutter.segment.trace import Group, Piece, Trace

_WORD = plain_pattern(r"\S+")
# Where the markup of a tree that was given reads otherwise than the tree, so far ahead is looked for the next block.
_AHEAD = 40


def kept_groups(result: Result, trace: Trace) -> list[Group]:
    """The blocks that are kept, and the images among them, in order.

    Args:
        result: What is kept.
        trace: The page once more; of a block that is cut in two there, one part may be kept.

    Returns:
        One group a block, whose pieces have all of its text, or none where it stands in no element; and the images.
    """
    pairs = list(_paired(trace.groups, result.verdicts))
    places = [_place(group, verdicts) for group, verdicts in pairs]
    shown = pictured(places)
    return [kept for i, (group, verdicts) in enumerate(pairs) for kept in _kept(group, verdicts, pictured=i in shown)]


def _kept(group: Group, verdicts: Sequence[Verdict], *, pictured: bool) -> Iterator[Group]:
    kept = [verdict for verdict in verdicts if verdict.kept]
    if not kept:
        if pictured:
            images = tuple(piece for piece in group.pieces if piece.image is not None and not is_icon(piece.image))
            yield Group(None, images)
    elif not group.pieces:
        yield from (Group(verdict.block, ()) for verdict in kept)
    elif len(kept) == len(verdicts):
        yield group
    else:
        yield Group(group.block, tuple(_cut(group.pieces, verdicts)))


def _paired(groups: Iterable[Group], verdicts: Sequence[Verdict]) -> Iterator[tuple[Group, Sequence[Verdict]]]:
    """Each group with the verdicts on its block: several when what was glued to it was cut off."""
    at = 0
    for group in groups:
        if group.block is None:
            yield group, ()
            continue
        text = group.block.text
        end = _tiled(text, verdicts, at)
        if end == at:
            ahead = (i for i in range(at + 1, min(at + _AHEAD, len(verdicts))) if verdicts[i].block.text == text)
            start = next(ahead, None)
            if start is None:
                continue
            yield from ((Group(verdict.block, ()), (verdict,)) for verdict in verdicts[at:start])
            at, end = start, start + 1
        yield group, verdicts[at:end]
        at = end
    yield from ((Group(verdict.block, ()), (verdict,)) for verdict in islice(verdicts, at, None))


def _tiled(text: str, verdicts: Sequence[Verdict], start: int) -> int:
    """Behind the last of the verdicts whose blocks make up a text, from one on; that one itself when they do not."""
    position = 0
    for i in range(start, len(verdicts)):
        piece = verdicts[i].block.text
        if not text.startswith(piece, position):
            return start
        position += len(piece)
        while position < len(text) and text[position].isspace():
            position += 1
        if position == len(text):
            return i + 1
    return start


def _cut(pieces: Iterable[Piece], verdicts: Sequence[Verdict]) -> Iterator[Piece]:
    """The pieces less what was cut off; characters that are not blank are the same in both."""
    keeps: list[tuple[float, bool]] = []
    end = 0.0
    for verdict in verdicts:
        end += inked(verdict.block.text)
        keeps.append((end, verdict.kept))
    parts = iter(keeps)
    end, kept = next(parts)
    position = 0
    for piece in pieces:
        text: list[str] = []
        last = 0
        for word in _WORD.finditer(piece.text):
            start = word.start()
            while start < word.end():
                while position >= end:
                    end, kept = next(parts, (math.inf, kept))
                stop = int(min(word.end(), start + end - position))
                if kept:
                    text.append(piece.text[last:stop])
                position += stop - start
                start = last = stop
        if kept:
            text.append(piece.text[last:])
        if text or (piece.image is not None and kept):
            yield piece._replace(text="".join(text))


def _place(group: Group, verdicts: Sequence[Verdict]) -> Place:
    node = group.pieces[0].node if group.pieces else None
    if not verdicts:
        return Place(node, None, None)
    kept = any(verdict.kept for verdict in verdicts)
    return Place(node, kept, None if kept else verdicts[0].category)
