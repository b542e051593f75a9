"""What stands in for elements where there are none: blank lines and indents, runs of lines, and words in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from declutter.model import Document, Reading
from declutter.patterns import plain_pattern

# Kinds of furniture that tell what stands behind or before them.
_LANDMARKS = {
    "comments": ("comments", "comment-form"),
    "related": ("related", "read-more"),
    "footer": ("copyright", "legal", "contact"),
    "author": ("author-bio", "byline"),
    "share": ("share", "follow", "newsletter"),
    "commerce": ("commerce", "payment"),
    "date": ("dateline",),
}
_FAR = 99
# Lines of so many words are labels.
_LABEL_WORDS = 6
# Words of so many letters say what a text is about; of scripts without spaces each character does.
_TELLING_LETTERS = 4
_WORD = plain_pattern(r"\w+")
_SENTENCE_END = plain_pattern(r"""[.!?。！？][\s"”»)]|$""")
# So much of a block tells how many sentences it has.
_SAMPLE = 2000
_MOST_GAP = 3
_MOST_INDENT = 20
_NONE = -1.0


def text_facts(document: Document, names: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
    """Facts by name, each a list with a number for every block.

    Args:
        document: A page without elements.
        names: The category that each block's rows name; empty for none.
    """
    yield from _layout(document)
    yield from _topic(document)
    for landmark, categories in _LANDMARKS.items():
        places = [i for i, name in enumerate(names) if name in categories]
        yield f"since-{landmark}", _since(places, len(names))
        yield f"until-{landmark}", _since([len(names) - 1 - i for i in reversed(places)], len(names))[::-1]
    yield from _runs(document.readings)
    yield from _groups(document)
    yield from _patterns(document.readings)
    yield from _places(document.readings)
    yield "sentences", [float(len(_SENTENCE_END.findall(block.visible[:_SAMPLE]))) for block in document.blocks]
    prose = [reading.words for reading in document.readings if reading.prose]
    mean = max(1.0, sum(prose) / max(1, len(prose)))
    yield "relative", [reading.words / mean for reading in document.readings]


def _layout(document: Document) -> Iterator[tuple[str, list[float]]]:
    """Line ends between blocks, and how far blocks are indented."""
    source, spans = document.source, [block.span or (0, 0) for block in document.blocks]
    gaps = [float(min(_MOST_GAP, source.count("\n", before, start))) for (_, before), (start, _) in pairwise(spans)]
    edge = [float(_MOST_GAP)] * min(1, len(spans))
    yield "gap", edge + gaps
    yield "gap-behind", gaps + edge
    yield "indent", [float(_indent(source, start)) for start, _ in spans]


def _indent(source: str, start: int) -> int:
    """How many characters stand before a block in its line."""
    first = max(0, start - _MOST_INDENT)
    line = source.rfind("\n", first, start)
    return start - 1 - line if line >= 0 else start - first


def _topic(document: Document) -> Iterator[tuple[str, list[float]]]:
    """How many of a block's words the page's prose has elsewhere, and how many its title has."""
    vocabularies = [frozenset(filter(_is_telling, reading.tokens)) for reading in document.readings]
    of_prose: Counter[str] = Counter()
    for words, reading in zip(vocabularies, document.readings, strict=True):
        if reading.prose:
            of_prose.update(words)
    yield (
        "topical",
        [
            sum(1 for word in words if of_prose[word] > reading.prose) / len(words) if words else _NONE
            for words, reading in zip(vocabularies, document.readings, strict=True)
        ],
    )
    title = set(filter(_is_telling, _WORD.findall((document.title or "").casefold())))
    if document.headline is not None:
        title |= vocabularies[document.headline]
    yield "titular", [len(words & title) / len(words) if words else _NONE for words in vocabularies]


def _is_telling(word: str) -> bool:
    return len(word) >= _TELLING_LETTERS or not word.isascii()


def _since(places: Sequence[int], size: int) -> list[float]:
    """How many blocks ago the last of some places was."""
    far = float(_FAR)
    since: list[float] = []
    for place, following in pairwise((-_FAR, *places, size)):
        since += [min(far, float(i - place)) for i in range(max(0, place), following)]
    return since


def _runs(readings: Sequence[Reading]) -> Iterator[tuple[str, list[float]]]:
    """How long the run of labels (above 0) or of longer lines (below) is around a block, and how near its edge is."""
    sizes: list[float] = []
    edges: list[float] = []
    for are_labels, group in groupby(reading.words <= _LABEL_WORDS for reading in readings):
        size = len(list(group))
        sizes += [float(size if are_labels else -size)] * size
        edges += [float(min(i, size - 1 - i)) for i in range(size)]
    yield "run", sizes
    yield "run-edge", edges


def _groups(document: Document) -> Iterator[tuple[str, list[float]]]:
    """What stands together between blank lines: the elements of a page that lost its tags, as far as they show."""
    source, blocks, readings = document.source, document.blocks, document.readings
    spans = [block.span or (0, 0) for block in blocks]
    starts = [0] + [
        i + 1 for i, ((_, end), (start, _)) in enumerate(pairwise(spans)) if source.count("\n", end, start) > 1
    ]
    size: list[float] = []
    words: list[float] = []
    prose: list[float] = []
    claimed: list[float] = []
    place: list[float] = []
    for first, end in pairwise((*starts, len(blocks))):
        count = end - first
        own = readings[first:end]
        total = sum(reading.words for reading in own)
        size += [float(count)] * count
        words += [total / max(1, count)] * count
        prose += [sum(reading.words for reading in own if reading.prose) / max(1, total)] * count
        claimed += [sum(i in document.claimed for i in range(first, end)) / max(1, count)] * count
        place += map(float, range(count))
    yield "group-size", size
    yield "group-words", words
    yield "group-prose", prose
    yield "group-claimed", claimed
    yield "group-place", place


def _patterns(readings: Sequence[Reading]) -> Iterator[tuple[str, list[float]]]:
    """How often the shapes of a block and its two neighbours stand in the same order elsewhere, as cards do."""
    shapes = [
        (reading.words.bit_length(), reading.ends == "sentence", "{n}" in reading.tokens, "{date}" in reading.tokens)
        for reading in readings
    ]
    none = (0, False, False, False)
    around = list(zip((none, *shapes), shapes, (*shapes[1:], none), strict=False))
    times = Counter(around)
    yield "alike-3", [float(times[own]) for own in around]
    pairs = list(zip(shapes, (*shapes[1:], none), strict=False))
    of_pairs = Counter(pairs)
    yield "alike-2", [float(of_pairs[own]) for own in pairs]


def _places(readings: Sequence[Reading]) -> Iterator[tuple[str, list[float]]]:
    """How much of the page's words, and of its prose, stands before a block; and what kind of page it seems."""
    size = len(readings)
    words = [float(reading.words) for reading in readings]
    prose = [reading.words * float(reading.prose) for reading in readings]
    for name, values in (("words", words), ("prose", prose)):
        total = max(1.0, sum(values))
        sums = accumulate(values, initial=0.0)
        yield f"place-{name}", [own / total for own, _ in zip(sums, values, strict=False)]
    total = max(1.0, sum(words))
    yield "page-labels", [sum(own for own in words if own <= _LABEL_WORDS) / total] * size
    yield "page-longest", [max(prose, default=0.0)] * size
    yield "page-numbers", [sum("{n}" in reading.tokens for reading in readings) / max(1, size)] * size
    yield "page-dates", [sum("{date}" in reading.tokens for reading in readings) / max(1, size)] * size
    yield "page-questions", [sum(reading.question for reading in readings) / max(1, size)] * size
