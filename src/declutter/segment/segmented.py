"""What segmenting gives, whatever the source."""

from __future__ import annotations

from dataclasses import dataclass, field

from declutter.elements import Declared, Element
from declutter.model import Block


@dataclass(frozen=True, slots=True)
class Segmented:
    """A source cut into blocks.

    Attributes:
        blocks: The blocks, in order.
        elements: The elements that they stand in; none for text.
        declared: What the source says of itself in its head or front matter.
    """

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...] = ()
    declared: Declared = field(default_factory=Declared)
