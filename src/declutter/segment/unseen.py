"""Text for pages that show none by themselves: from JSON-LD, the state that a script renders, or a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from declutter.model import Block
from declutter.segment.declared import Head
from declutter.segment.nodes import Node, nodes_in
from declutter.segment.state import states_of, texts_in

if TYPE_CHECKING:
    from lxml import etree

# A page with less text than this in blocks of some length has its text elsewhere, if anywhere.
_PARAGRAPH, _LITTLE_TEXT = 80, 400


class Shown:
    """What a page shows by itself, so that nothing is taken twice.

    Attributes:
        is_little: Whether that is too little to be a page's text.
        is_nothing: Whether it is nothing at all.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        long = [block.text for block in blocks if len(block.text) >= _PARAGRAPH]
        self.is_nothing = not blocks
        self.is_little = sum(map(len, long)) < _LITTLE_TEXT
        self._blocks = {_folded(block.text) for block in blocks} if self.is_little else set()
        self._long = _folded(" ".join(long)) if self.is_little else ""

    def has(self, text: str) -> bool:
        """Whether a text is there for all to see."""
        folded = _folded(text)
        return folded in self._blocks or folded in self._long


def unseen_texts(roots: Sequence[etree._Element], head: Head, shown: Shown) -> list[tuple[Node, str]]:
    """The texts, and the elements that they stand in; from the first of these places that has any.

    Args:
        roots: The page.
        head: What it declares.
        shown: What it shows: with nothing at all to show, its summary is better than nothing.
    """
    found = list(_texts_at(head.texts, roots)) or list(texts_in(states_of(nodes_in(roots))))
    return found or (list(_texts_at(head.summaries, roots)) if shown.is_nothing else [])


def _texts_at(
    texts: Mapping[etree._Element, Sequence[str]], roots: Sequence[etree._Element]
) -> Iterator[tuple[Node, str]]:
    if texts:
        for node in nodes_in(roots):
            for text in texts.get(node.element, ()):
                yield node, text


def _folded(text: str) -> str:
    return " ".join(text.split())
