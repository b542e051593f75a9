"""What is known of each block in numbers: itself, what it stands in, where, and what stands next to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from declutter.containers import best_container, wider
from declutter.facts_text import text_facts
from declutter.model import PAGE_TYPES, Block, Document, Reading
from declutter.words import word_facts

# The order is that of the numbers in context.json: what is new goes to an end.
_ENDS = {"sentence": 0.0, "open": 1.0, "colon": 2.0, "ellipsis": 3.0}
_GOES_ON = 4.0
_KINDS = {
    kind: float(number)
    for number, kind in enumerate(
        ("paragraph", "sentence", "heading", "list-item", "table-row", "quote", "preformatted", "caption", "rule")
    )
}
_TAGS = {
    tag: float(number)
    for number, tag in enumerate(
        "p div li td span a h1 h2 h3 h4 h5 h6 figcaption pre blockquote dd dt time button label script section article "
        "th strong em b i".split()
    )
}
_PAGE_TYPES = {kind: float(number) for number, kind in enumerate(PAGE_TYPES)}
_DIVIDERS = frozenset("|•·▪»›/")
# The filters that look at the elements around a block; the others look at its text.
MARKUP = ("comments", "declared", "hidden", "names", "structure")
# So much of a block tells which characters it is made of.
_SAMPLE = 400
# So many elements around a block, each with more blocks than the one inside it, and so many blocks on each side.
_LEVELS = 4
_REACH = 3
_STRETCHES = (8, 30)
# What is told of neighbours, too.
_NEXT_TO = ("words", "links", "prose", "ends", "wording", "markup", "kind")
_NEXT_TO_TEXT = ("words", "links", "prose", "ends", "wording", "kind", "topical", "function-words", "gap")
# Wording that says more than this says no more of what is around it.
_MOST_SAID = 4.0
# What stands for a number that there is none of.
_NONE = -1.0
_FAR = 999.0


def facts_of(
    document: Document, said: Mapping[str, Sequence[float]], names: Sequence[str], words: Mapping[str, float]
) -> dict[str, list[float]]:
    """Facts by name, each a list with a number for every block.

    Args:
        document: The page.
        said: What each block's rows sum to, in log-odds: ``wording`` for those that look at its text, and one for each
            filter in `MARKUP`.
        names: The category that each block's rows name; empty for none.
        words: What single words are worth, in log-odds of noise; only of text that has no tags.
    """
    own = dict(_own(document))
    own["wording"] = list(said["wording"])
    if document.elements:
        own.update((name, list(said[name])) for name in MARKUP)
        own["markup"] = list(map(sum, zip(*(said[name] for name in MARKUP), strict=True)))
        own.update(_around(document, own["wording"]))
        next_to = dict(_neighbours(own, _NEXT_TO))
    else:
        own.update(text_facts(document, names))
        own.update(word_facts(document.readings, words))
        next_to = dict(_neighbours(own, _NEXT_TO_TEXT))
    return own | next_to | dict(_further(own)) | dict(_sections(document)) | dict(_page(document))


def _own(document: Document) -> Iterator[tuple[str, list[float]]]:
    blocks, readings = document.blocks, document.readings
    words = [float(reading.words) for reading in readings]
    yield "words", words
    yield "letters", [len(block.visible) / max(1.0, own) for block, own in zip(blocks, words, strict=True)]
    yield "function-words", [_NONE if reading.stop_share is None else reading.stop_share for reading in readings]
    yield "ends", [_ending(block, reading) for block, reading in zip(blocks, readings, strict=True)]
    yield "address", [reading.address for reading in readings]
    yield "question", [float(reading.question) for reading in readings]
    yield "prose", [float(reading.prose) for reading in readings]
    yield "kind", [_KINDS.get(block.kind, _NONE) for block in blocks]
    yield "links", [block.link_density for block in blocks]
    yield "claimed", [float(i in document.claimed) for i in range(len(blocks))]
    names = ("commas", "digits", "capitals", "dividers")
    made_of = list(map(_characters, blocks))
    yield from ((name, [own[place] for own in made_of]) for place, name in enumerate(names))
    times = Counter(reading.tokens for reading in readings)
    yield "repeats", [float(times[reading.tokens]) for reading in readings]
    first, last = document.stretch or (0, 0)
    yield "from-first", [float(i - first) for i in range(len(blocks))]
    yield "from-last", [float(i - last) for i in range(len(blocks))]
    headline = document.headline
    yield "from-headline", [_FAR if headline is None else float(i - headline) for i in range(len(blocks))]


def _ending(block: Block, reading: Reading) -> float:
    return _GOES_ON if block.visible.endswith(",") else _ENDS[reading.ends]


def _characters(block: Block) -> tuple[float, float, float, float]:
    """The shares of commas, digits, capitals and dividers in a block."""
    sample = block.visible[:_SAMPLE]
    size = max(1, len(sample))
    return (
        sample.count(",") / size,
        sum(map(str.isdigit, sample)) / size,
        sum(map(str.isupper, sample)) / size,
        sum(map(_DIVIDERS.__contains__, sample)) / size,
    )


def _around(document: Document, wording: Sequence[float]) -> Iterator[tuple[str, list[float]]]:
    """The elements around each block, and where it is in the smallest one that holds most of the page's prose."""
    elements, blocks = document.elements, document.blocks
    depths: list[int] = []
    for element in elements:
        depths.append(depths[element.parent] + 1 if element.parent >= 0 else 0)
    yield "tag", [_TAGS.get(elements[block.element].tag, _NONE) for block in blocks]
    yield "depth", [float(depths[block.element]) for block in blocks]
    alike = Counter((element.parent, element.tag) for element in elements)
    yield "alike", [float(alike[elements[block.element].parent, elements[block.element].tag]) for block in blocks]
    claims = list(accumulate(map(_clipped, wording), initial=0.0))
    wide = wider(elements)
    places = [wide[block.element] for block in blocks]
    for level in range(1, _LEVELS + 1):
        holdings = [document.holdings[place] if place >= 0 else None for place in places]
        yield f"share.{level}", [_NONE if held is None else held.share for held in holdings]
        yield f"links.{level}", [_NONE if held is None else held.density for held in holdings]
        yield f"prose.{level}", [_NONE if held is None else float(held.prose) for held in holdings]
        yield (
            f"size.{level}",
            [_NONE if place < 0 else float(elements[place].end - elements[place].first) for place in places],
        )
        means = [0.0 if place < 0 else _mean(claims, elements[place].first, elements[place].end) for place in places]
        yield f"wording.{level}", means
        if level > 1:
            yield (
                f"alike.{level}",
                [_NONE if place < 0 else float(alike[elements[place].parent, elements[place].tag]) for place in places],
            )
        places = [wide[place] if place >= 0 else _NOWHERE for place in places]
    best = best_container(elements, document.holdings)
    if best < 0:
        yield from ((name, [_NONE] * len(blocks)) for name in _BEST)
        return
    first, end = elements[best].first, elements[best].end
    yield "best-top", [float(block.index - first) for block in blocks]
    yield "best-bottom", [float(end - 1 - block.index) for block in blocks]
    yield "best-deeper", [float(depths[block.element] - depths[best]) for block in blocks]
    yield "best-size", [float(end - first)] * len(blocks)
    up, down = _ways(document, best, depths)
    yield "best-up", [up[block.element] for block in blocks]
    yield "best-down", [down[block.element] for block in blocks]


_NOWHERE = -1
_BEST = ("best-top", "best-bottom", "best-deeper", "best-size", "best-up", "best-down")


def _ways(document: Document, best: int, depths: Sequence[int]) -> tuple[list[float], list[float]]:
    """From each element, the steps up to the first one around the best container as well, and down from there to it."""
    chain: set[int] = set()
    place = best
    while place >= 0:
        chain.add(place)
        place = document.elements[place].parent
    up: list[float] = []
    down: list[float] = []
    for i, element in enumerate(document.elements):
        if i in chain:
            up.append(0.0)
            down.append(float(depths[best] - depths[i]))
        else:
            up.append(up[element.parent] + 1 if element.parent >= 0 else 1.0)
            down.append(down[element.parent] if element.parent >= 0 else float(depths[best] + 1))
    return up, down


def _neighbours(facts: dict[str, list[float]], names: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
    """Some facts of the blocks before (-) and behind (+) each block."""
    for name in names:
        own = facts[name]
        for step in range(1, _REACH + 1):
            edge = [0.0 if name in ("wording", "markup") else _NONE] * min(step, len(own))
            yield f"{name}{-step:+d}", edge + own[: len(own) - len(edge)]
            yield f"{name}{step:+d}", own[len(edge) :] + edge


def _clipped(log_odds: float) -> float:
    return max(-_MOST_SAID, min(_MOST_SAID, log_odds))


def _mean(sums: Sequence[float], first: int, end: int) -> float:
    return (sums[end] - sums[first]) / max(1, end - first)


def _further(facts: dict[str, list[float]]) -> Iterator[tuple[str, list[float]]]:
    """How many words, how many of them prose, and what wording says, in the stretches before and behind each block."""
    size = len(facts["words"])
    prose = [words * is_prose for words, is_prose in zip(facts["words"], facts["prose"], strict=True)]
    for name, values in (("words", facts["words"]), ("prose", prose), ("wording", map(_clipped, facts["wording"]))):
        sums = list(accumulate(values, initial=0.0))
        for reach in _STRETCHES:
            yield f"{name}-before-{reach}", [sums[i] - sums[max(0, i - reach)] for i in range(size)]
            yield f"{name}-behind-{reach}", [sums[min(size, i + 1 + reach)] - sums[i + 1] for i in range(size)]


def _sections(document: Document) -> Iterator[tuple[str, list[float]]]:
    """What stands between the headings around each block; a heading stands over what follows it."""
    blocks, readings = document.blocks, document.readings
    heads = [block.index for block in blocks if block.kind == "heading"]
    since: list[float] = []
    words: list[float] = []
    prose: list[float] = []
    links: list[float] = []
    for first, end in pairwise((0, *heads, len(blocks))):
        total = sum(reading.words for reading in readings[first:end])
        chars = sum(len(block.visible) for block in blocks[first:end])
        size = end - first
        since += map(float, range(size))
        words += [float(total)] * size
        prose += [_prose(readings[first:end]) / max(1, total)] * size
        links += [sum(block.link_chars for block in blocks[first:end]) / max(1, chars)] * size
    yield "section-since", since
    yield "section-words", words
    yield "section-prose", prose
    yield "section-links", links


def _page(document: Document) -> Iterator[tuple[str, list[float]]]:
    blocks, readings = document.blocks, document.readings
    size = len(blocks)
    words = sum(reading.words for reading in readings)
    chars = sum(len(block.visible) for block in blocks)
    yield "page-words", [float(words)] * size
    yield "page-prose", [_prose(readings) / max(1, words)] * size
    yield "page-blocks", [float(size)] * size
    yield "page-place", [i / size for i in range(size)]
    yield "page-links", [sum(block.link_chars for block in blocks) / max(1, chars)] * size
    if document.elements:
        from declutter.page_type import guess_page_type

        guess = guess_page_type(document)
        yield "page-type", [_PAGE_TYPES[guess.name]] * size
        yield "page-type-probability", [guess.probability] * size


def _prose(readings: Sequence[Reading]) -> int:
    return sum(reading.words for reading in readings if reading.prose)
