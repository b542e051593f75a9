"""Many texts with a small number for each, in a few bytes a text: what dictionaries of phrases would cost otherwise."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import adler32, crc32

# Of so many places one holds a text, so that looking one up takes one or two steps.
_SPARE = 1.6
_FEWEST = 8


@dataclass(frozen=True, slots=True)
class Hashed:
    """A table with open addressing, of fingerprints instead of texts: ten bytes a place, and nothing to build at start.

    Two checksums make up a fingerprint (CRC-32 and Adler-32), so that a text that is not in the table passes for one
    that is once in many billion times; those that are in it were checked to differ when it was made.

    Attributes:
        keys: The fingerprint at each place; 0 for none.
        values: The number at each place.
    """

    keys: array[int]
    values: array[int]

    def get(self, text: str) -> int:
        """The number of a text; -1 when it is not in the table.

        >>> Hashed.of({"read more": 7}).get("read more")
        7
        >>> Hashed.of({"read more": 7}).get("read less")
        -1
        """
        data = text.encode("utf-8", "surrogatepass")
        key = crc32(data) << 32 | adler32(data)
        keys = self.keys
        last = len(keys) - 1
        place = key >> 32 & last
        found = keys[place]
        while found != key:
            if not found:
                return -1
            place = place + 1 & last
            found = keys[place]
        return self.values[place]

    def __contains__(self, text: str) -> bool:
        return self.get(text) >= 0

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> Hashed:
        """A table of texts; the same ones give the same table.

        Args:
            numbers: A number from 0 to 65535 for each text.

        Raises:
            ValueError: if two texts have the same fingerprint.
        """
        size = _FEWEST
        while size < _SPARE * len(numbers):
            size *= 2
        table = cls(array("Q", bytes(8 * size)), array("H", bytes(2 * size)))
        for text in sorted(numbers):
            table._put(text, numbers[text])
        return table

    def _put(self, text: str, number: int) -> None:
        data = text.encode("utf-8", "surrogatepass")
        key = crc32(data) << 32 | adler32(data)
        last = len(self.keys) - 1
        place = crc32(data) & last
        while self.keys[place]:
            if self.keys[place] == key:
                raise ValueError(f"{text!r} has the fingerprint of another text: change one of them")
            place = place + 1 & last
        self.keys[place], self.values[place] = key, number

    def to_bytes(self) -> bytes:
        """The table as `from_bytes` reads it, the same on every machine."""
        return b"".join(_little(part).tobytes() for part in (self.keys, self.values))

    @classmethod
    def from_bytes(cls, data: bytes) -> Hashed:
        """A table from its bytes."""
        size = len(data) // 10
        return cls(_little(array("Q", data[: 8 * size])), _little(array("H", data[8 * size :])))


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
