"""The rows of one block, put together when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

from declutter.context import Context
from declutter.model import Evidence


class Receipt(Sequence[Evidence]):
    """The rows of one block, the strongest first: what filters said, and what context adds.

    It behaves like a tuple. What context adds is taken apart only when the rows are looked at: most callers want the
    text, and taking the trees apart costs more than all else that is done for a block.
    """

    __slots__ = ("_block", "_context", "_rows", "_sorted")

    def __init__(self, rows: Iterable[Evidence], context: Context | None, block: int) -> None:
        self._rows = tuple(rows)
        self._context = context
        self._block = block
        self._sorted: tuple[Evidence, ...] | None = None

    @property
    def said(self) -> tuple[Evidence, ...]:
        """What filters said, and overrides, without what context adds."""
        return self._rows

    def with_row(self, row: Evidence) -> Receipt:
        """The same with one more row."""
        return Receipt((*self._rows, row), self._context, self._block)

    def _all(self) -> tuple[Evidence, ...]:
        if self._sorted is None:
            added = self._context.rows(self._block) if self._context else []
            self._sorted = tuple(sorted((*self._rows, *added), key=lambda row: (-abs(row.log_odds), row)))
        return self._sorted

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Evidence, ...]: ...
    def __getitem__(self, index: int | slice) -> Evidence | tuple[Evidence, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Receipt):
            return self._all() == other._all()
        return self._all() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())
