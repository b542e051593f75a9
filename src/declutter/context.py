"""What a block is among its facts and its neighbours: a small forest of decision trees, taken apart into rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import starmap
from typing import TypeAlias

from declutter.facts import MARKUP, facts_of
from declutter.model import Document, Evidence
from declutter.patterns import plain_pattern
from declutter.words import bundled_words

# A fact's place in the list, a threshold, what the node is worth, and the nodes up to the threshold and above it;
# or what a leaf is worth.
Tree: TypeAlias = "tuple[int, float, int, Tree, Tree] | int"

NAME = "context"
# Worths are whole numbers of this many to a unit of log-odds. It is a power of two, so that adding them is exact.
UNIT = 1024
# The families of facts that a receipt has a row for, by what their names begin with.
_FAMILIES = {
    "container": ("share.", "links.", "prose.", "size.", "wording.", "alike.", "best-"),
    "element": ("tag", "depth", "alike", "markup", *MARKUP),
    "layout": ("gap", "indent", "group-"),
    "links": ("links",),
    "neighbours": ("since-", "until-", "run", "alike-"),
    "page": ("page-",),
    "place": ("from-", "place-"),
    "section": ("section-",),
    "topic": ("topical", "titular"),
    "vocabulary": ("vocabulary",),
    "wording": ("wording", "claimed"),
}
# What receipts tell of a family.
_TOLD = {
    "container": (("share.1", "{:.0%} of the prose around it"), ("share.2", "{:.0%} around that")),
    "layout": (("gap", "{:.0f} line ends before it"),),
    "links": (("links", "{:.0%} link text"),),
    "neighbours": (("words-1", "{:.0f} words before it"), ("words+1", "{:.0f} behind it")),
    "page": (("page-blocks", "{:.0f} blocks"), ("page-prose", "{:.0%} prose")),
    "place": (("from-first", "{:+.0f} blocks from where the text begins"),),
    "section": (("section-words", "{:.0f} words"), ("section-prose", "{:.0%} prose")),
    "shape": (("words", "{:.0f} words"), ("function-words", "{:.0%} function words")),
    "topic": (("topical", "{:.0%} of its words in the page's prose"),),
    "vocabulary": (("vocabulary", "{:+.2f} by single words"),),
    "wording": (("wording", "{:+.1f} by known phrases"),),
}
_UNKNOWN = -1.0
_STEP = plain_pattern(r"[+-]\d$|-(?:before|behind)-")
_NEXT = "neighbours"
_SHAPE = "shape"
_START = "start"
_BALANCE = "balance"
# Beyond such log-odds nothing is in doubt; pages that hardly hold main text are not balanced further.
_SURE = 30.0
_LEAST_F1 = 0.3
# What the doubt of a typical page takes off, so that probabilities still hold on the whole.
_TYPICAL = 0.35


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose worths are added up.

    Attributes:
        facts: The facts that they ask for, by place.
        trees: The trees.
    """

    facts: tuple[str, ...]
    trees: tuple[Tree, ...]

    def shares(self, facts: Sequence[float]) -> dict[str, int]:
        """What the leaves that a block's facts lead to are worth, in units, taken apart by families of facts.

        On the way from the root of a tree to a leaf, each step changes what the node is worth; the change is put down
        to the fact that was asked (Saabas 2014, "Interpreting random forests"), so nothing is lost.
        """
        shares: dict[str, int] = {}
        for root in self.trees:
            tree = root
            worth = tree if isinstance(tree, int) else tree[2]
            shares[_START] = shares.get(_START, 0) + worth
            while not isinstance(tree, int):
                family = family_of(self.facts[tree[0]])
                tree = tree[3] if facts[tree[0]] <= tree[1] else tree[4]
                below = tree if isinstance(tree, int) else tree[2]
                shares[family] = shares.get(family, 0) + below - worth
                worth = below
        return shares


def code_of(forest: Forest) -> str:
    """The same trees as a Python module with a function ``worth``, which adds them up ten times faster.

    ``python -m training`` writes it, for every block of every page goes through it.
    """
    names = [f"f{place}" for place in range(len(forest.facts))]
    trees = "\n".join(f"        + {_expression(tree)}" for tree in forest.trees)
    arguments = ", ".join(f"{name}: float" for name in names)
    return f'''"""Made by ``python -m training fit``: the trees of context.json as code. Do not edit."""

# fmt: off
# ruff: noqa

FACTS = {forest.facts!r}


def worth({arguments}) -> int:
    """What a block's facts are worth, in units."""
    return (
        0
{trees}
    )
'''


def _expression(tree: Tree) -> str:
    if isinstance(tree, int):
        return f"({tree})"
    fact, threshold, _, low, high = tree
    return f"({_expression(low)} if f{fact} <= {threshold!r} else {_expression(high)})"


@dataclass(frozen=True, slots=True)
class Context:
    """What the forest adds to the blocks of a page.

    Attributes:
        media: Which forest it is.
        facts: What it asks for, by block.
        worths: What it adds to each block, in units.
        balance: What is added to every block alike, in units.
    """

    media: str
    facts: Sequence[Sequence[float]]
    worths: Sequence[int]
    balance: int

    def log_odds(self, block: int) -> float:
        """What is added to a block."""
        return (self.worths[block] + self.balance) / UNIT

    def rows(self, block: int) -> list[Evidence]:
        """The same, a row for each family of facts."""
        forest = bundled_forests()[self.media]
        shares = {**forest.shares(self.facts[block]), _BALANCE: self.balance}
        facts = dict(zip(forest.facts, self.facts[block], strict=True))
        return [
            Evidence(block, NAME, f"{NAME}.{family}", worth / UNIT, "", _told(family, facts))
            for family, worth in sorted(shares.items())
            if worth
        ]


def _told(family: str, facts: Mapping[str, float]) -> str:
    """The facts of a family that a reader of receipts can make something of."""
    known = ((facts.get(name), template) for name, template in _TOLD.get(family, ()))
    return ", ".join(template.format(fact) for fact, template in known if fact is not None and fact != _UNKNOWN)


def context_of(document: Document, said: Mapping[str, Sequence[float]], names: Sequence[str]) -> Context | None:
    """What a page's facts add to its blocks; None for a document that was put together by hand, without readings.

    Args:
        document: The page.
        said: What each block's rows sum to, as `declutter.facts.facts_of` takes it.
        names: The category that each block's rows name; empty for none.
    """
    if not document.readings:
        return None
    media: str = "html" if document.elements else "text"
    code = import_module(f"declutter.context_{media}")
    words = {} if document.elements else bundled_words()
    columns = facts_of(document, said, names, words)
    facts = list(zip(*(columns[name] for name in code.FACTS), strict=True))
    worths = list(starmap(code.worth, facts))
    scores = [sum(own) + worth / UNIT for *own, worth in zip(*said.values(), worths, strict=True)]
    sizes = [len(block.visible) * (block.index != document.headline) for block in document.blocks]
    return Context(media, facts, worths, round(balance_of(scores, sizes) * UNIT))


def balance_of(scores: Sequence[float], sizes: Sequence[int]) -> float:
    """What to add to every block so that the text kept has the best F1 to be expected.

    The more doubtful a page is as a whole, the more of what is in doubt is worth keeping: the best threshold on the
    probability of being main text is half of the best F1 that can be expected (Lipton, Elkan and Naryanaswamy 2014,
    "Optimal thresholding of classifiers to maximize F1 measure").

    Args:
        scores: The log-odds of noise of each block.
        sizes: How much text each block has.

    Returns:
        Log-odds, about 0 for a typical page, above for a clear one and below for a doubtful one.
    """
    expected = sorted(((_main(score), size) for score, size in zip(scores, sizes, strict=True)), reverse=True)
    total = math.fsum(chance * size for chance, size in expected)
    best, found, kept = 0.0, 0.0, 0
    for chance, size in expected:
        found += chance * size
        kept += size
        if kept:
            best = max(best, 2 * found / (kept + total))
    best = max(best, _LEAST_F1)
    return _TYPICAL - math.log((2 - best) / best)


def _main(score: float) -> float:
    """The probability of being main text."""
    return 1 / (1 + math.exp(max(-_SURE, min(_SURE, score))))


@cache
def family_of(fact: str) -> str:
    """The family that a fact belongs to."""
    if _STEP.search(fact):
        return _NEXT
    return next((family for family, starts in _FAMILIES.items() if fact.startswith(starts)), _SHAPE)


@cache
def bundled_forests() -> Mapping[str, Forest]:
    """The forests inside the package, by kind of source. Package data does not change, so they are read once."""
    import json
    from importlib.resources import files

    data = json.loads((files("declutter") / "context.json").read_text("utf-8"))
    return {media: forest_from(own) for media, own in data["forests"].items()}


def forest_from(data: Mapping[str, object]) -> Forest:
    """A forest from its JSON form, in which a tree is a nested list."""
    facts, trees = data["facts"], data["trees"]
    assert isinstance(facts, list)
    assert isinstance(trees, list)
    return Forest(tuple(facts), tuple(map(_tree, trees)))


def _tree(node: object) -> Tree:
    if isinstance(node, int):
        return node
    assert isinstance(node, list)
    fact, threshold, worth, low, high = node
    return fact, threshold, worth, _tree(low), _tree(high)
