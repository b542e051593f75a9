"""The elements that hold text, as the document keeps them: what they are called, and what hides them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from declutter.elements import Element
from declutter.patterns import pattern
from declutter.segment.nodes import Node

# Names are words of the author's; beyond this they are machine-made.
_LONGEST_NAMES = 400
_WORDS = pattern(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\d+")
# Class names that hide by the convention of a common style sheet; whole names, since `hidden-xs` hides on phones alone.
_HIDING = frozenset(
    "hidden hide is-hidden u-hidden d-none display-none sr-only visually-hidden visuallyhidden screen-reader-text "
    "screen-reader-only element-invisible offscreen a11y-hidden assistive-text hidden-text js-hidden uk-hidden "
    "invisible".split()
)
_HIDING_STYLE = pattern(r"(?i)(?:^|[;\s])(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)")


class Elements:
    """The elements that hold text, gathered as blocks are found."""

    def __init__(self) -> None:
        self._nodes: list[tuple[Node, int, tuple[str, ...], str, str]] = []
        self._homes: list[int] = []
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}

    def place(self, home: Node) -> int:
        """Note that the next block stands in an element; gives the element's index."""
        fresh = []
        node: Node | None = home
        while node is not None and node.index < 0:
            fresh.append(node)
            node = node.parent
        for node in reversed(fresh):
            node.index = len(self._nodes)
            # Taken out at once, because lxml takes its time over each.
            attributes = cast("dict[str, str]", dict(node.element.items()))
            role = attributes.get("role", "").strip().lower()
            names = self._called(attributes)
            self._nodes.append((node, len(self._homes), names, role, _hidden(node.tag, attributes)))
        self._homes.append(home.index)
        return home.index

    def finished(self) -> tuple[Element, ...]:
        """The elements, in the order of the page."""
        ends = [0] * len(self._nodes)
        for block, home in enumerate(self._homes):
            ends[home] = block + 1
        for node, *_ in reversed(self._nodes):
            if node.parent is not None:
                around = node.parent.index
                ends[around] = max(ends[around], ends[node.index])
        return tuple(
            Element(
                node.parent.index if node.parent is not None else -1,
                node.tag,
                node.path(),
                names,
                role,
                hidden,
                first,
                ends[node.index],
            )
            for node, first, names, role, hidden in self._nodes
        )

    def _called(self, attributes: Mapping[str, str]) -> tuple[str, ...]:
        """An element's names; thousands of elements share a few, so each spelling is taken apart once."""
        spelled = attributes.get("class", ""), attributes.get("id", ""), attributes.get("itemprop", "")
        names = self._names.get(spelled)
        if names is None:
            written = " ".join(map(_shortened, spelled)).split()
            names = self._names[spelled] = tuple(name for name in map(_hyphened, written) if name)
        return names


def _shortened(names: str) -> str:
    """The first of many names, none of them cut off in the middle."""
    if len(names) <= _LONGEST_NAMES:
        return names
    whole, *_ = names[: _LONGEST_NAMES + 1].rsplit(None, 1)
    return whole[:_LONGEST_NAMES]


def _hyphened(name: str) -> str:
    return "-".join(_WORDS.findall(name)).lower()


def _hidden(tag: str, attributes: Mapping[str, str]) -> str:
    """What hides an element, if anything does."""
    attribute = attributes.get("hidden")
    # What the browser shows as soon as somebody looks for it is there to be read.
    if attribute is not None and attribute.strip().lower() != "until-found":
        return "attribute"
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return "aria"
    style = attributes.get("style")
    if style and _HIDING_STYLE.search(style):
        return "style"
    if tag in ("noscript", "template"):
        return tag
    if tag == "dialog" and "open" not in attributes:
        return "dialog"
    names = attributes.get("class")
    return "class" if names and not _HIDING.isdisjoint(names.lower().split()) else ""
