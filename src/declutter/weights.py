"""The log-odds of every reason, from one human-readable file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Weights:
    """Prices of reasons.

    Attributes:
        table: Log-odds by reason; ``*.whole`` prices ``<any category>.whole`` that has no price of its own, and
            ``container.*`` what else begins with ``container.``.
    """

    table: Mapping[str, float]

    def log_odds(self, reason: str) -> float:
        """What one reason weighs, in natural-log odds: above 0 for noise.

        Raises:
            KeyError: if neither the reason nor its class has a price; says where to add one.
        """
        price = self.table.get(reason)
        if price is None:
            price = self.table.get("*" + reason[reason.find(".") :])
        if price is None:
            price = self.table.get(reason[: reason.find(".")] + ".*")
        if price is None:
            raise KeyError(f"no weight for {reason!r}: add it to src/declutter/weights.toml")
        return price


@cache
def bundled_weights() -> Weights:
    """The weights inside the package. Package data does not change, so they are read once."""
    # Imported here, as everything that only reading files needs: importing declutter must stay cheap.
    import tomllib
    from importlib.resources import files

    data = tomllib.loads((files("declutter") / "weights.toml").read_text("utf-8"))
    return Weights(dict(_prices(data)))


def _prices(data: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The prices in the file: one for each reason, or a table of them for a filter, in which what is left out is 0."""
    for reason, entry in data.items():
        price = entry["log_odds"]
        if isinstance(price, Mapping):
            yield f"{reason}.*", 0.0
            yield from ((f"{reason}.{rest}", float(own)) for rest, own in price.items())
        else:
            yield reason, float(price)
