"""Two runs side by side: what moved, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.measure import Row, figure
from benchmarks.table import aligned

# A difference that rounding alone can make.
_NOISE = 1e-5


@dataclass(frozen=True, slots=True)
class Move:
    """One page in two runs."""

    before: Row
    after: Row

    @property
    def change(self) -> float:
        """By how much its F1 went up."""
        return self.after.f1 - self.before.f1


def moves(before: Iterable[Row], after: Iterable[Row], system: str) -> list[Move]:
    """The pages that a system was measured on in both runs, those that moved most first."""
    known = {_key(row): row for row in before if row.system == system}
    pairs = [Move(known[_key(row)], row) for row in after if row.system == system and _key(row) in known]
    return sorted(pairs, key=lambda move: (-abs(move.change), _key(move.after)))


def changes(pairs: Sequence[Move]) -> dict[tuple[str, str], tuple[float, float, int]]:
    """For each set (and what flattened it): the figure before, the figure after, how many pages."""
    groups: dict[tuple[str, str], list[Move]] = {}
    for move in pairs:
        groups.setdefault((move.after.set, move.after.flatten or ""), []).append(move)
    return {
        key: (figure([move.before for move in group]).f1, figure([move.after for move in group]).f1, len(group))
        for key, group in sorted(groups.items())
    }


def report(pairs: Sequence[Move], top: int) -> str:
    """The change of each set, then the pages that moved most."""
    sets = [["set", "flattened by", "pages", "before", "after", "change", "up", "down"]]
    for (name, flatten), (before, after, count) in changes(pairs).items():
        own = [move.change for move in pairs if (move.after.set, move.after.flatten or "") == (name, flatten)]
        up, down = (sum(1 for change in own if sign * change > _NOISE) for sign in (1, -1))
        figures = [f"{before:.4f}", f"{after:.4f}", f"{after - before:+.4f}"]
        sets.append([name, flatten or "-", str(count), *figures, str(up), str(down)])
    return "\n".join([*aligned(sets), "", *aligned(_pages(pairs, top))])


def _pages(pairs: Sequence[Move], top: int) -> list[list[str]]:
    moved = [move for move in pairs if abs(move.change) > _NOISE][:top]
    header = ["change", "before", "after", "set", "id", "type", "flattened by", "url"]
    return [header, *(_page(move) for move in moved)]


def _page(move: Move) -> list[str]:
    row = move.after
    figures = [f"{move.change:+.3f}", f"{move.before.f1:.3f}", f"{row.f1:.3f}"]
    return [*figures, row.set, row.id[:40], row.page_type or "-", row.flatten or "-", row.url]


def _key(row: Row) -> tuple[str, str, str]:
    return row.set, row.id, row.flatten or ""
