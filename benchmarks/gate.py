"""The gate: declutter's figures on a fixed sample against the floors that are committed beside this module."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.flattened import flattener
from benchmarks.measure import Flattener, by_set_and_system, figure, measure
from benchmarks.pages import Page
from benchmarks.systems import DECLUTTER

FLOORS = Path(__file__).with_name("floors.toml")
PER_SET = 40
FLATTENED_BY = "html_text"
# A change that trades a page for another within a set should not need a new floor.
MARGIN = 0.002

# F1 by what declutter was given ("html", or what flattened it) and by set.
Figures = Mapping[tuple[str, str], float]

_HEADER = """\
# The F1 that declutter must not fall below on the gate's sample: python -m benchmarks gate --data DIR
# --raise writes what is higher now. Lowering one (--lower) is a decision to be explained in the commit that does it.
"""


def figures(pages: Sequence[Page]) -> dict[tuple[str, str], float]:
    """Declutter's F1 on each set, of HTML and of text that has lost its tags."""
    systems = {DECLUTTER.name: DECLUTTER.load()}
    found = {}
    for given in (None, Flattener(FLATTENED_BY, flattener(FLATTENED_BY))):
        for (name, _), rows in by_set_and_system(measure(pages, systems, given)).items():
            found[given.name if given else "html", name] = figure(rows).f1
    return found


def fallen(found: Figures, floors: Figures) -> list[str]:
    """One line for each floor that is not held, not measured, or not there yet."""
    lines = []
    for key in sorted({*found, *floors}):
        place = f"{key[1]} ({key[0]})"
        if key not in floors:
            lines.append(f"{place}: {found[key]:.4f} has no floor yet; --raise writes one")
        elif key not in found:
            lines.append(f"{place}: not measured, its floor is {floors[key]:.3f}")
        elif found[key] < floors[key]:
            lines.append(f"{place}: {found[key]:.4f} is below the floor of {floors[key]:.3f}")
    return lines


def raised(found: Figures, floors: Figures) -> dict[tuple[str, str], float]:
    """The floors, higher where the figures allow it, lower nowhere."""
    return {**floors, **{key: max(floor_of(value), floors.get(key, 0.0)) for key, value in found.items()}}


def lowered(found: Figures, floors: Figures) -> dict[tuple[str, str], float]:
    """The floors, lower where a figure is below its floor, higher nowhere."""
    return {key: floor_of(found[key]) if found.get(key, floor) < floor else floor for key, floor in floors.items()}


def floor_of(value: float) -> float:
    """What a figure is held to: a little less, in three decimals.

    >>> floor_of(0.8239)
    0.821
    """
    return round(max(0.0, math.floor(value * 1000) / 1000 - MARGIN), 3)


def read_floors(path: Path = FLOORS) -> dict[tuple[str, str], float]:
    """The floors as committed; none when there is no file."""
    tables = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {(given, name): floor for given, table in tables.items() for name, floor in table.items()}


def write_floors(floors: Figures, path: Path = FLOORS) -> None:
    """Write floors as `read_floors` reads them."""
    parts = [_HEADER]
    for given in sorted({given for given, _ in floors}):
        lines = [f"{name} = {floor:.3f}" for (kind, name), floor in sorted(floors.items()) if kind == given]
        parts.append("\n".join([f"[{given}]", *lines]) + "\n")
    path.write_text("\n".join(parts), "utf-8")
