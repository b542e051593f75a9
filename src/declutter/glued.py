"""Furniture that stands in one block with a paragraph: "(Photo: …) ADVERTISEMENT The council… Read more: …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from declutter.lexicon import Lexicon
from declutter.model import Block
from declutter.patterns import pattern
from declutter.reading import Grammar, fold, read
from declutter.segment import Segmented
from declutter.segment.sentences import sentence_spans

# What converters and editors glue to paragraphs. Names, dates and agencies there are part of the sentence, and a credit
# behind a sentence tells that all of it is a caption.
_AT_END = frozenset(
    "paywall donation newsletter audio-notice video-ui app-promo share follow related read-more advert "
    "sponsor-disclosure comment-form print-save copyright".split()
)
_AT_START = _AT_END | {"image-credit"}
# Other single words may begin a title: "Share Prices Fall".
_ALONE = frozenset(("advert",))
_HOWS = frozenset(("whole", "label", "compound"))
# Shorter blocks are judged as they are; what is glued to one is at most so long, and there are at most so many of them.
_SHORTEST = 90
_LONGEST_PIECE = 200
_MOST_PIECES = 3
# Less than this left of a block is no paragraph that something was glued to.
_SHORTEST_REST = 80
# So much of a text has its first word.
_FIRST_WORD = 24
_KINDS = frozenset(("paragraph", "list-item", "quote", "sentence"))
# A note in brackets, a label in capitals, or its first word alone, before what begins a sentence.
_LEAD = pattern(
    r"""(?:[(\[【][^()\[\]【】\n]{3,160}[)\]】]\s*(?=["“'‘«„(]?[\p{Lu}\p{Lo}])"""
    r"""|\p{Lu}{4,}(?:\s\p{Lu}{2,}){0,4}\.?\s+(?=["“'‘«„(]?\p{Lu}\p{Ll})"""
    r"""|[\p{L}\p{M}]{4,20}\.?\s+(?=["“'‘«„(]?\p{Lu}))"""
)


def unglued(segmented: Segmented, lexicon: Lexicon, grammar: Grammar) -> Segmented:
    """The same blocks, furniture at their beginnings and ends cut off as blocks of its own.

    Only what the packs know as a whole block, or by its label, is cut off; whether it goes is decided as for any other
    block. Blocks of Markdown that hold markup stay whole, since what readers see of them is no slice of the source.

    Args:
        segmented: A source cut into blocks.
        lexicon: The phrases.
        grammar: How to read words.
    """
    blocks: list[Block] = []
    places = [0]
    for block in segmented.blocks:
        if len(block.text) < _SHORTEST or block.kind not in _KINDS or block.text != block.visible:
            blocks.append(block if block.index == len(blocks) else replace(block, index=len(blocks)))
        else:
            for start, end in _pieces(block.text, lexicon, grammar):
                blocks.append(_piece(block, start, end, len(blocks)))
        places.append(len(blocks))
    if len(blocks) == len(segmented.blocks):
        return segmented
    elements = tuple(
        element._replace(first=places[element.first], end=places[element.end]) for element in segmented.elements
    )
    return replace(segmented, blocks=tuple(blocks), elements=elements)


def _piece(block: Block, start: int, end: int, index: int) -> Block:
    """A slice of a block; links are shared out by length."""
    text = block.text[start:end]
    if len(text) == len(block.text):
        return replace(block, index=index)
    span = None if block.span is None else (block.span[0] + start, block.span[0] + end)
    linked = round(block.link_density * len(text))
    return replace(block, index=index, text=text, visible=text, span=span, link_chars=linked, kind="sentence")


def _pieces(text: str, lexicon: Lexicon, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Where the parts of a block begin and end; the block itself when nothing is glued to it."""
    start, end = 0, len(text)
    heads: list[tuple[int, int]] = []
    tails: list[tuple[int, int]] = []
    while len(heads) < _MOST_PIECES and (cut := _head(text, start, end)):
        piece, begun = cut
        if end - begun < _SHORTEST_REST or not _is_furniture(text[start:piece], _AT_START, lexicon, grammar):
            break
        heads.append((start, piece))
        start = begun
    while len(tails) < _MOST_PIECES and (last := _tail(text, start, end)):
        stop, begun = last
        if stop - start < _SHORTEST_REST or not _is_furniture(text[begun:end], _AT_END, lexicon, grammar):
            break
        tails.insert(0, (begun, end))
        end = stop
    yield from (*heads, (start, end), *tails)


def _head(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first part of a block ends and the rest begins."""
    match = _LEAD.match(text, start, end)
    return (start + len(match[0].rstrip()), match.end()) if match else None


def _tail(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the last sentence begins, and the one before it ends."""
    spans = list(sentence_spans(text, max(start, end - _LONGEST_PIECE), end))
    return (spans[-2][1], spans[-1][0]) if len(spans) > 1 else None


def _is_furniture(text: str, categories: frozenset[str], lexicon: Lexicon, grammar: Grammar) -> bool:
    # "Yes." is an answer, so single words with a full stop are never looked up; between sentences they may be.
    bare = text.rstrip(".") if " " not in text else text
    first = next(iter(fold(bare[:_FIRST_WORD])), "").casefold()
    if ":" not in bare and first not in lexicon.reach and first not in lexicon.whole:
        return False
    if bare.istitle() and " " not in bare:
        categories = _ALONE
    hits = lexicon.find(0, bare, read(bare, grammar))
    return any(hit.how in _HOWS and hit.category in categories for hit in hits)
