"""HTML text to a tree, whatever the text, with the parser that lxml brings."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from declutter.patterns import pattern

if TYPE_CHECKING:
    from lxml import etree
    from regex import Match

# Control characters show nothing; to the parser some end the input.
_CONTROLS = bytes(32 if (code < 32 and code not in b"\t\n\r") or code == 127 else code for code in range(256))
_TAG = pattern(r"<(/?)([a-zA-Z][^\s<>/]{0,60}+)[^<>]*+>")
# libxml2 takes quadratic time over the attributes of one element; no page needs so long a tag with so many.
_LONG_TAG_CHARS = 40_000
_LONG_TAG = pattern(rf"<[a-zA-Z][^<>]{{{_LONG_TAG_CHARS},}}+>")
_MOST_ATTRIBUTES = 2000
# What XML says otherwise than HTML: text in CDATA, and elements that end where they begin.
_XML = pattern(
    r"(?is)<(?:script|style)\b[^<>]*+(?<!/)>.*?(?:</(?:script|style)\s*+>|\Z)|<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[(?<text>.*?)(?:\]\]>|\Z)|<(?<tag>[a-z][^\s<>/]*+)(?<rest>[^<>]*?)/>"
)
# libxml2 stops reading at 256 nested elements, at 2,048 when told to take anything, and gets slow on the way there.
# Levels below this one carry no structure that anybody meant.
_DEEPEST = 250
_VOID = frozenset("area base basefont br col embed frame hr img input link meta param source track wbr".split())
# A ``dd`` that is not closed is not among these: to libxml2 the next one is inside it.
_NEVER_CLOSED = _VOID | {"p", "li", "option"}
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code em font i kbd mark q s samp small span strong sub sup tt u var".split()
)


def parse_html(source: str) -> etree._Element | None:
    """Parse a page. No network, no entities from outside; nesting that no parser takes is made flat.

    Args:
        source: The page, decoded.

    Returns:
        The root element; None when there is nothing in it.
    """
    # NUL ends the input for libxml2, and lone surrogates have no UTF-8.
    bare = source
    if max(map(len, source.split("<"))) > _LONG_TAG_CHARS:
        bare = _LONG_TAG.sub(_without_attributes, source)
    if bare[:100].lstrip("\ufeff \t\r\n").startswith("<?xml"):
        bare = _XML.sub(_as_html, bare)
    data = bare.encode("utf-8", errors="replace").translate(_CONTROLS, b"\0")
    root, stopped_by = _parsed(data)
    if "depth" in stopped_by:
        data = "".join(_flattened(data.decode("utf-8"))).encode("utf-8")
    if stopped_by:
        root, _ = _parsed(data, huge_tree=True)
    return root


def _parsed(data: bytes, **options: Any) -> tuple[etree._Element | None, str]:
    """The tree, and what the parser says when it gave up half-way: too deep a nesting, too long a text."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, **options)
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.ParseError:
        root = None
    fatal = (entry.message for entry in parser.error_log.filter_from_fatals())
    return root, next((message for message in fatal if "depth" in message or "huge" in message.lower()), "")


def _as_html(match: Match[str]) -> str:
    if match["text"] is not None:
        return escape(match["text"], quote=False)
    tag = match["tag"]
    return match[0] if tag is None or tag.lower() in _VOID else f"<{tag}{match['rest']}></{tag}>"


def _without_attributes(tag: Match[str]) -> str:
    text = tag[0]
    return text.split(None, 1)[0] + ">" if text.count("=") > _MOST_ATTRIBUTES else text


def _flattened(source: str) -> Iterator[str]:
    """The source with its tags below a certain depth taken out; where those of blocks stood, blocks still end."""
    depth = 0
    last = 0
    for match in _TAG.finditer(source):
        tag = match[2].lower()
        if tag in _NEVER_CLOSED:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth + bool(match[1]) > _DEEPEST:
            yield source[last : match.start()]
            yield "" if tag in _INLINE else "<p>"
            last = match.end()
    yield source[last:]
