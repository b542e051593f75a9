"""The result as one HTML file to look at in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from declutter.categories import CATEGORIES, Category
from declutter.decide import FOCUS
from declutter.model import Block, Evidence, Result, Verdict
from declutter.patterns import pattern
from declutter.render.receipt import printable
from declutter.render.whys import why

if TYPE_CHECKING:
    import regex

_SCRIPTS = ("data", "blocks", "threshold", "legend", "receipt", "search", "keys")
# What may end the script element that holds the data, what no file can hold (lone surrogates), and what would show the
# file's source in another order than it has.
_UNSAFE = pattern(r"[<\p{C}\p{Zl}\p{Zp}]")


def report(result: Result, name: str = "") -> str:
    """One self-contained HTML file that shows every block of a page, why it went or stayed, and what would change it.

    The file loads nothing. Its own script and style are all that may run in it: a Content-Security-Policy names them by
    their hashes. The page's text is in it as data only, and is only ever shown as text.

    Args:
        result: The cleaned page.
        name: What to call it at the top, such as its file name; its address or title when not given.

    Returns:
        The file. It can be written in UTF-8 whatever the page holds.
    """
    from html import escape
    from string import Template

    style = _asset("style.css")
    script = "\n".join(_asset(f"{part}.js") for part in _SCRIPTS)
    shown = name or result.document.url or result.title or "page"
    return Template(_asset("page.html")).substitute(
        policy=f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        title=escape(printable(shown)),
        style=style,
        script=script,
        data=_json(_data(result, name)),
    )


def _asset(name: str) -> str:
    from importlib.resources import files

    # The parser reads line ends as line feeds, and so must the hash.
    return (files("declutter.render") / "assets" / name).read_text("utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    """What a Content-Security-Policy calls an inline script or style."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _json(data: object) -> str:
    return _UNSAFE.sub(_escaped, json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def _escaped(found: regex.Match[str]) -> str:
    return r"\u003c" if found[0] == "<" else json.dumps(found[0])[1:-1]


def _data(result: Result, name: str) -> dict[str, Any]:
    """Everything that the page shows; names that come again and again are numbered."""
    from declutter import __version__

    document, page_type = result.document, result.page_type
    categories = _categories(result.verdicts)
    numbers = {category.id: i for i, category in enumerate(categories)}
    reasons: dict[tuple[str, str, str], int] = {}
    matches: dict[str, int] = {}

    def row(own: Evidence) -> list[float]:
        key = (own.filter, own.reason, why(own))
        reason = reasons.setdefault(key, len(reasons))
        match = matches.setdefault(own.match, len(matches))
        return [reason, own.log_odds, numbers.get(own.category, -1), match]

    def block(verdict: Verdict) -> dict[str, Any]:
        return {
            "text": verdict.block.text,
            "kind": verdict.block.kind,
            "place": _place(verdict.block),
            "kept": verdict.kept,
            "score": verdict.log_odds,
            "category": numbers.get(verdict.category or "", -1),
            "rows": [row(own) for own in verdict.evidence],
        }

    blocks = [block(verdict) for verdict in result.verdicts]
    return {
        "version": __version__,
        "name": name,
        "url": document.url,
        "title": result.title,
        "media": document.media,
        "language": result.language,
        "pageType": [page_type.name, page_type.probability],
        "confidence": result.confidence,
        "threshold": result.threshold,
        "focus": dict(FOCUS),
        "categories": [{"id": own.id, "group": own.group, "about": own.about} for own in categories],
        "groups": list(dict.fromkeys(category.group for category in CATEGORIES)),
        "reasons": list(reasons),
        "matches": list(matches),
        "blocks": blocks,
    }


def _categories(verdicts: Iterable[Verdict]) -> list[Category]:
    """The categories that verdicts or their rows name: those of the taxonomy, then a caller's own."""
    named = {row.category for verdict in verdicts for row in verdict.evidence}
    named |= {verdict.category or "" for verdict in verdicts}
    own = sorted(named.difference(category.id for category in CATEGORIES) - {""})
    return [category for category in CATEGORIES if category.id in named] + [Category(id, "other", "") for id in own]


def _place(block: Block) -> str:
    """Where a block is in the source."""
    if block.span is not None:
        return f"characters {block.span[0]:,} to {block.span[1]:,}"
    return block.xpath or ""
