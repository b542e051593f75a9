"""Which parts of a page are to be in the output beside its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from declutter.errors import UnknownNameError
from declutter.model import Result

PARTS = ("links", "images", "tables")


def known_parts(include: Iterable[str]) -> frozenset[str]:
    """The names of parts, checked.

    Raises:
        UnknownNameError: if there is no part of a name.
        TypeError: if it is no collection of names.
    """
    if isinstance(include, str | bytes) or not isinstance(include, Iterable):
        raise TypeError(f"include must be a collection of parts, such as ['links'], not {include!r}")
    names = frozenset(include)
    for name in names:
        if name not in PARTS:
            raise UnknownNameError("part to include", str(name), PARTS)
    return names


def without_table_rows(result: Result) -> Result:
    """The same result without the rows of tables: neither kept nor dropped, since nobody called them clutter."""
    return replace(result, verdicts=tuple(own for own in result.verdicts if own.block.kind != "table-row"))
