"""The log-odds of every reason, from one human-readable file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Weights:
    """Prices of reasons.

    Attributes:
        table: Log-odds by reason; ``*.whole`` prices ``<any category>.whole`` that has no price of its own, and
            ``container.*`` what else begins with ``container.``.
        whys: Why each of them is priced so, by the same names.
    """

    table: Mapping[str, float]
    whys: Mapping[str, str] = field(default_factory=dict)

    def log_odds(self, reason: str) -> float:
        """What one reason weighs, in natural-log odds: above 0 for noise.

        Raises:
            KeyError: if neither the reason nor its class has a price; says where to add one.
        """
        price = self.price(reason)
        if price is None:
            raise KeyError(f"no weight for {reason!r}: add it to src/declutter/weights.toml")
        return price

    def price(self, reason: str) -> float | None:
        """The same; None for a reason without a price."""
        return next((self.table[name] for name in _names(reason) if name in self.table), None)

    def why(self, reason: str) -> str:
        """Why one reason weighs what it does, in a sentence; empty when it has no price here."""
        return next((self.whys[name] for name in _names(reason) if name in self.whys), "")


@cache
def bundled_weights() -> Weights:
    """The weights inside the package. Package data does not change, so they are read once."""
    # Imported here, as everything that only reading files needs: importing declutter must stay cheap.
    import tomllib
    from importlib.resources import files

    data = tomllib.loads((files("declutter") / "weights.toml").read_text("utf-8"))
    whys = {
        f"{name}.*" if isinstance(entry["log_odds"], Mapping) else name: entry["why"] for name, entry in data.items()
    }
    return Weights(dict(_prices(data)), whys)


def _names(reason: str) -> tuple[str, str, str]:
    """The names under which a reason may be priced: its own, then those of its classes."""
    dot = reason.find(".")
    return reason, f"*{reason[dot:]}", f"{reason[:dot]}.*"


def _prices(data: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The prices in the file: one for each reason, or a table of them for a filter, in which what is left out is 0."""
    for reason, entry in data.items():
        price = entry["log_odds"]
        if isinstance(price, Mapping):
            yield f"{reason}.*", 0.0
            yield from ((f"{reason}.{rest}", float(own)) for rest, own in price.items())
        else:
            yield reason, float(price)
