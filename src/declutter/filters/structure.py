"""The semantic elements and ARIA roles that a block stands in."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.elements import Element
from declutter.filters.base import PlainSign
from declutter.model import Document

# What an element means, the reason, what triggered it, and a category.
_Fact = tuple[str, str, str, str]
# What an element or a role says of what is in it.
_TAGS = frozenset(
    "nav footer aside header form menu dialog button article main figure figcaption details summary table blockquote "
    "pre code ul ol dl select label fieldset address time small b strong em i h1 h2 h3 h4 h5 h6 a span center noscript "
    "section td li search script cite textarea".split()
)
_ROLES = {
    "navigation": "nav",
    "contentinfo": "footer",
    "banner": "header",
    "complementary": "aside",
    "search": "search",
    "main": "main",
    "article": "article",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
    "menu": "menu",
    "menubar": "menu",
    "tablist": "menu",
    "toolbar": "menu",
    "button": "button",
    "tooltip": "dialog",
}
# What a block in such an element is when nothing else says so.
_CATEGORY = {"nav": "navigation", "menu": "navigation", "search": "search-ui", "textarea": "form-hint"}
# An element with so much of the page's prose is the page, whatever it is called.
_MUCH, _SOME = 0.5, 0.1


def structure(document: Document) -> Iterator[PlainSign]:
    """The semantic elements and ARIA roles around a block.

    What it catches:
        Blocks in ``nav``, ``footer``, ``aside``, ``form`` and the like; ``article`` and ``main`` speak for content.
    Why it is noise:
        The page's author says what the element is for (HTML Living Standard, "Sections"; WAI-ARIA, "Landmark roles").
    When it is wrong:
        A quotation in an ``aside``, a lead in a ``header``, a page that is one big ``form``: an element counts less
        the more of the page's prose it holds.

    Example:
        ``<nav><p>Harbour news of the week</p></nav>``
    """
    said: list[tuple[_Fact, ...]] = []
    for element, holding in zip(document.elements, document.holdings, strict=True):
        around = said[element.parent] if element.parent >= 0 else ()
        meaning = _ROLES.get(element.role) or (element.tag if element.tag in _TAGS else "")
        if meaning:
            reason = f"structure.{meaning}.{_amount(holding.share)}"
            fact = (meaning, reason, _shown(element), _CATEGORY.get(meaning, ""))
            around = (*[other for other in around if other[0] != meaning], fact)
        said.append(around)
    for block in document.blocks:
        for _, reason, match, category in said[block.element] if block.element >= 0 else ():
            yield block.index, reason, match, category


def _amount(share: float) -> str:
    return "much" if share >= _MUCH else "some" if share >= _SOME else "little"


def _shown(element: Element) -> str:
    return f"<{element.tag}>" if not element.role else f'<{element.tag} role="{element.role}">'
