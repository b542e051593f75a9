"""Boosted decision trees on top of the sums of rows, and how they become the forest that is read at run time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from declutter.context import UNIT
from training.examples import Example

# Few, shallow trees: what more of them gain on hosts left out is within the noise, and each costs every block.
ROUNDS = {"html": 300, "text": 400}
_SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 24,
    "learning_rate": 0.1,
    "min_data_in_leaf": 300,
    "lambda_l2": 5.0,
    "feature_fraction": 0.5,
    "max_bin": 63,
    # More evidence of noise never speaks for content.
    "monotone_constraints_method": "intermediate",
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}
# Without elements to lean on, trees that choose their thresholds by chance carry over better (Geurts et al. 2006).
_OF_TEXT: dict[str, Any] = {"extra_trees": True, "num_leaves": 40, "min_data_in_leaf": 200}
_RISING = ("wording", "markup")


def fit(examples: Sequence[Example], media: str) -> dict[str, Any]:
    """The forest of one kind of source, in its JSON form.

    Gradient boosting (Friedman 2001; LightGBM, Ke et al. 2017) starts from what the rows of evidence sum to, so the
    trees learn what these leave open.
    """
    import lightgbm

    own = [example for example in examples if example.media == media]
    names = own[0].names
    facts = np.concatenate([example.facts for example in own])
    weight = np.concatenate([example.weight for example in own])
    used = weight > 0
    data = lightgbm.Dataset(
        facts[used],
        np.concatenate([example.noise for example in own])[used],
        weight=weight[used] / weight[used].mean(),
        init_score=np.concatenate([example.start for example in own])[used],
        params={"max_bin": _SETTINGS["max_bin"], "verbose": -1},
    )
    settings = _SETTINGS | (_OF_TEXT if media == "text" else {})
    rising = [int(name in _RISING) for name in names]
    model = lightgbm.train(settings | {"monotone_constraints": rising}, data, ROUNDS[media])
    asked = sorted({int(i) for i in np.flatnonzero(model.feature_importance())})
    places = {i: place for place, i in enumerate(asked)}
    trees = [_node(tree["tree_structure"], places) for tree in model.dump_model()["tree_info"]]
    return {"facts": [names[i] for i in asked], "trees": trees}


def _node(node: dict[str, Any], places: dict[int, int]) -> Any:
    """A node as nested lists: fact, threshold, worth, up to the threshold, above it; a leaf is its worth."""
    if "leaf_value" in node:
        return round(node["leaf_value"] * UNIT)
    return [
        places[node["split_feature"]],
        float(f"{node['threshold']:.6g}"),
        round(node["internal_value"] * UNIT),
        _node(node["left_child"], places),
        _node(node["right_child"], places),
    ]


def scores(forest: dict[str, Any], examples: Sequence[Example]) -> list[NDArray[np.float64]]:
    """The log-odds of noise of each block of each example: all at once, since it is nodes that cost, not blocks."""
    if not examples:
        return []
    columns = {name: i for i, name in enumerate(examples[0].names)}
    places = [columns[name] for name in forest["facts"]]
    facts = np.concatenate([example.facts[:, places] for example in examples])
    total = np.zeros(len(facts))
    for tree in forest["trees"]:
        _add(total, tree, facts, np.arange(len(facts)))
    ends = np.cumsum([len(example.facts) for example in examples])[:-1]
    return [example.start + own / UNIT for example, own in zip(examples, np.split(total, ends), strict=True)]


def _add(total: NDArray[np.float64], node: Any, facts: NDArray[np.float32], which: NDArray[np.int64]) -> None:
    if isinstance(node, int):
        total[which] += node
        return
    fact, threshold, _, low, high = node
    below = facts[which, fact] <= threshold
    _add(total, low, facts, which[below])
    _add(total, high, facts, which[~below])
