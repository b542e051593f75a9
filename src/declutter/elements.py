"""What a page's markup says, apart from its text: the elements that blocks stand in, and what the page declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Element(NamedTuple):
    """An element of the page that holds text. A tuple, because pages have thousands.

    Attributes:
        parent: The index of the element around it, which is always smaller; -1 for the outermost.
        tag: Its name, lower-case, without a namespace; ``script`` for any element whose text only scripts and search
            engines read, in an attribute for instance.
        xpath: Where it is, from where `Block.xpath` begins as well.
        names: What its ``class``, ``id`` and ``itemprop`` call it, lower-case, the words of each name joined by
            hyphens: ``class="articleBody side_bar"`` is ``("article-body", "side-bar")``.
        role: Its ARIA role; empty for none.
        hidden: What hides it, itself and not an element around it: ``attribute``, ``aria``, ``style``, ``class``,
            ``dialog``, ``template`` or ``noscript``; empty for nothing.
        first: The first block in it.
        end: One more than the last block in it.
    """

    parent: int
    tag: str
    xpath: str
    names: tuple[str, ...]
    role: str
    hidden: str
    first: int
    end: int


class Holding(NamedTuple):
    """What an element holds, all that is inside it taken together.

    Attributes:
        words: How many words.
        prose: How many of them are in paragraphs of prose that no wording claims.
        share: The share of the page's prose that it holds, 0 to 1.
        density: The share of its visible characters that stand inside links, 0 to 1.
    """

    words: int
    prose: int
    share: float
    density: float


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself where its readers do not look: ``<title>``, ``<meta>`` and JSON-LD.

    Attributes:
        titles: Its titles, by where they stand: ``title``, ``og:title``, ``json-ld`` and the like.
        site: The name of the site; empty when not given.
        types: What it is, lower-case: the ``og:type`` and the JSON-LD types.
        bodies: Its main text as JSON-LD gives it, a piece for each article, post or product.
        url: Its own address as it gives it; empty when not given.
        summary: The longest description in its ``<meta>`` elements.
    """

    titles: tuple[tuple[str, str], ...] = ()
    site: str = ""
    types: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()
    url: str = ""
    summary: str = ""
