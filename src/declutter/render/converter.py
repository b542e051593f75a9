"""markdownify, with what it leaves open closed: text that looks like Markdown, fences, addresses, long lists.

markdownify is optional, so whoever wants this module imports it late.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from bs4 import NavigableString, PageElement, Tag
from markdownify import MarkdownConverter

from declutter.patterns import plain_pattern

# What is Markdown wherever it stands: a backslash before a sign, code, raw HTML, an entity, emphasis, struck-out text,
# and the bracket in front of a link's address or of a definition.
_SIGNS = (
    r"\\(?=[!-/:-@\[-`{-~]|$)|[`*]|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~"
    r"|\](?=[(\[:])"
)
_MARKUP = plain_pattern(_SIGNS)
_MARKUP_IN_LINK = plain_pattern(_SIGNS + r"|[\[\]]")
# What is Markdown at the beginning of a line.
_AT_START = plain_pattern(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[=-]+\s*$|(?:-\s*){3,}$|~{3,}|\|)")
_NUMBERED = plain_pattern(r"\A(\s*)(\d{1,9})(?=[.)](?:\s|$))")
_BLOCKS = frozenset("p li dt dd blockquote figcaption caption".split())
# Marks that Markdown has no signs for.
_UNMARKED = frozenset("var sub sup ins u mark small cite abbr dfn ruby rb rt rp".split())
_TICKS = plain_pattern(r"`{3,}")
_IN_ADDRESS = {ord("("): "%28", ord(")"): "%29", ord(" "): "%20", ord("\\"): "%5C"}
_OPTIONS = {"heading_style": "atx", "keep_inline_images_in": ["td", "th", *(f"h{level}" for level in range(1, 7))]}


class Converter(MarkdownConverter):  # type: ignore[misc]
    """Converts one fragment."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._numbers: dict[int, int] = {}

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """Convert a text."""
        text: str = super().process_text(el, parent_tags)
        # An exclamation mark in front of a link would make it an image.
        if text.endswith("!") and getattr(el.next_sibling, "name", None) == "a":
            text = text[:-1] + "\\!"
        return text if {"_noformat", "_inline"} & (parent_tags or set()) else _placed(text, el)

    def escape(self, text: str, parent_tags: Set[str]) -> str:
        """Escape what is Markdown wherever it stands."""
        return (_MARKUP_IN_LINK if "a" in parent_tags else _MARKUP).sub(r"\\\g<0>", text)

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Convert a link."""
        el["href"] = str(el.get("href", "")).translate(_IN_ADDRESS)
        return str(super().convert_a(el, text, parent_tags))

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Convert an image."""
        alt = _MARKUP_IN_LINK.sub(r"\\\g<0>", str(el.get("alt", "")))
        return f"![{alt}]({str(el.get('src', '')).translate(_IN_ADDRESS)})"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Convert an item of a list."""
        # markdownify counts the items before each one, which takes quadratic time.
        bullet = "- "
        if el.parent is not None and el.parent.name == "ol":
            number = self._numbers.get(id(el.parent), int(str(el.parent.get("start", "1"))))
            self._numbers[id(el.parent)] = number + 1
            bullet = f"{number}. "
        first, *others = text.strip().split("\n")
        return "\n".join([bullet + first, *(" " * len(bullet) + line if line else "" for line in others)]) + "\n"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Convert preformatted text."""
        fence = "`" * max([3, *(len(ticks) + 1 for ticks in _TICKS.findall(text))])
        return f"\n\n{fence}{_language(el)}\n{text}\n{fence}\n\n"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Convert a cell."""
        return str(super().convert_td(el, _in_cell(text), parent_tags))

    def convert_th(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Convert a heading of a table."""
        return str(super().convert_th(el, _in_cell(text), parent_tags))


def convert(markup: str) -> str:
    """Turn clean HTML into Markdown.

    Args:
        markup: What `declutter.render.html.article_markup` gives: well-formed, and nested no deeper than people nest.
    """
    # markdownify knows no figures; text cannot look like a tag here.
    divided = markup.replace("<figure>", "<div>").replace("</figure>", "</div>")
    return str(Converter(**_OPTIONS).convert(divided)).strip("\n")


def _placed(text: str, el: NavigableString) -> str:
    """Text, with what is Markdown only where it stands escaped."""
    if not _begins_line(el):
        return text
    if _AT_START.match(text.lstrip()):
        blank = text[: len(text) - len(text.lstrip())]
        return blank + "\\" + text.lstrip()
    return _NUMBERED.sub(r"\1\2\\", text, count=1)


def _begins_line(el: PageElement) -> bool:
    before = el.previous_sibling
    if before is not None:
        return getattr(before, "name", None) == "br"
    parent = el.parent
    if parent is None or parent.name not in _UNMARKED:
        return parent is not None and parent.name in _BLOCKS
    return _begins_line(parent)


def _language(pre: Tag) -> str:
    code = pre.find("code")
    names = code.get("class") if code is not None else None
    return str(names[0]).removeprefix("language-") if names else ""


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")
