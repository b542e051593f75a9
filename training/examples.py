"""Blocks with their facts and labels: what the forest is fitted to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from multiprocessing import Pool
from typing import cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.pages import Page
from declutter import DEFAULT, Document, Evidence, Result
from declutter.decide import names_of, sums_of
from declutter.errors import DeclutterError
from declutter.facts import facts_of
from declutter.model import Media
from training.folds import FOLDS, fold_of, host_of
from training.forms import CLEAN, HTML, MARKDOWN, form_of
from training.labels import labels_of

# Beyond so many words a block weighs no more, and a page counts for less below so many.
_MOST_WORDS = 120
_FEWEST_WORDS = 60
# Pages of which only segments are known tell less.
_SEGMENTS = 0.5
# Hand-made pages are few, and every block of them was looked at.
_FIXTURE = 20.0
# The set that they make up.
FIXTURES = "fixtures"


@dataclass(frozen=True, slots=True)
class Example:
    """A page in one form.

    Attributes:
        set: The set it is from.
        id: What the set calls it.
        host: Its host: what is left out together when cross-validating.
        form: How it was given.
        media: Which forest judges it.
        facts: The facts, a row for each block.
        names: What the columns are.
        start: What the rows of evidence sum to, by block, in log-odds.
        noise: 1 for noise, 0 for main text.
        weight: How much each block counts.
        texts: The blocks as readers see them.
        title: The page's title.
        headline: Which block is it; -1 for none.
        page: The page with its gold, without its markup.
    """

    set: str
    id: str
    host: str
    form: str
    media: str
    facts: NDArray[np.float32]
    names: tuple[str, ...]
    start: NDArray[np.float64]
    noise: NDArray[np.float32]
    weight: NDArray[np.float64]
    texts: tuple[str, ...] = field(repr=False)
    title: str
    headline: int
    page: Page = field(repr=False)


def examples(pages: Sequence[tuple[Page, str]], words: Sequence[Mapping[str, float]]) -> Iterator[Example]:
    """The examples of pages in forms; pages without a block give none. Two processes at once.

    Args:
        pages: Pages, and the form to take each in.
        words: What single words are worth by the pages outside of each fold.
    """
    with Pool(2) as pool:
        for fold in range(FOLDS):
            own = [(page, form) for page, form in pages if fold_of(host_of(page)) == fold]
            made = pool.imap(partial(_example, words[fold]), own, chunksize=16)
            yield from (example for example in made if example is not None)


def fixture_examples(words: Mapping[str, float]) -> list[Example]:
    """The hand-made pages of ``fixtures/``, all blocks of them alike, and the main text of each alone.

    Those written blind are left for judging.

    Args:
        words: What single words are worth.
    """
    from tests.fixtures import load_fixtures

    fixtures = [fixture for fixture in load_fixtures() if fixture.role != "blind"]
    whole = []
    for fixture in fixtures:
        result = DEFAULT.run(fixture.page.read_bytes(), media=cast("Media", fixture.media))
        noise = [float(expected.label != "keep") for expected in fixture.blocks]
        whole.append(_of_fixture(fixture.name, fixture.media, result, noise, words))
    clean = []
    for fixture in fixtures:
        blocks = zip(fixture.blocks, fixture.result().document.blocks, strict=True)
        text = "\n\n".join(block.visible for expected, block in blocks if expected.label == "keep")
        result = DEFAULT.run(text, media="text")
        clean.append(_of_fixture(fixture.name, CLEAN, result, [0.0] * len(result.document.blocks), words))
    return whole + clean


def _of_fixture(name: str, form: str, result: Result, noise: list[float], words: Mapping[str, float]) -> Example:
    weight = np.full(len(noise), _FIXTURE / len(noise))
    if result.document.headline is not None:
        weight[result.document.headline] = 0
    page = Page(set=FIXTURES, id=name, html="", gold="")
    return _gathered(page, form, result, np.asarray(noise, np.float32), weight, words)


def _example(words: Mapping[str, float], given: tuple[Page, str]) -> Example | None:
    page, form = given
    media: Media = "html" if form == HTML else "markdown" if form == MARKDOWN else "text"
    source = (page.gold or "") if form == CLEAN else form_of(page.html, form)
    try:
        # Like the peers, it is given the page and nothing else.
        result = DEFAULT.run(source, media=media)
    except DeclutterError:
        return None
    document = result.document
    if not document.blocks:
        return None
    labels = labels_of(page, [block.visible for block in document.blocks])
    noise = np.asarray([0.0 if label is not None and label >= 0.5 else 1.0 for label in labels], np.float32)
    return _gathered(page, form, result, noise, _weights(page, document, labels), words)


def _gathered(
    page: Page,
    form: str,
    result: Result,
    noise: NDArray[np.float32],
    weight: NDArray[np.float64],
    words: Mapping[str, float],
) -> Example:
    document = result.document
    # Asked again, since taking the receipts apart takes longer.
    rows: list[list[Evidence]] = [[] for _ in document.blocks]
    for row in chain.from_iterable(filter(document) for filter in DEFAULT.filters):
        rows[row.block].append(row)
    said, names = sums_of(rows), names_of(rows)
    facts = facts_of(document, said, names, words)
    if page.headlined:
        # Golds that begin with the headline often go on with the byline, but declutter's text has neither.
        weight[[name == "byline" for name in names]] = 0
    return Example(
        page.set,
        page.id,
        host_of(page),
        form,
        "html" if document.elements else "text",
        np.column_stack([np.asarray(column, np.float32) for column in facts.values()]),
        tuple(facts),
        np.sum(list(said.values()), axis=0),
        noise,
        weight,
        tuple(block.visible for block in document.blocks),
        result.title or "",
        -1 if document.headline is None else document.headline,
        # Pages are large, and there is an example for each of their forms.
        replace(page, html=""),
    )


def _weights(page: Page, document: Document, labels: list[float | None]) -> NDArray[np.float64]:
    """Longer blocks count for more; all of a page's blocks together count as much as any other page's."""
    weights = np.asarray([min(reading.words, _MOST_WORDS) + 1.0 for reading in document.readings])
    weights[[label is None for label in labels]] = 0
    # The headline is the title, whatever the gold begins with.
    if document.headline is not None:
        weights[document.headline] = 0
    weights /= max(_FEWEST_WORDS, weights.sum())
    return weights * (_SEGMENTS if page.gold is None else 1.0)
