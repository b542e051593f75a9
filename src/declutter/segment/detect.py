"""Guessing what a source is: HTML, Markdown or plain text."""

from __future__ import annotations

from declutter.model import Media
from declutter.patterns import pattern

# Enough to tell; looking at more would only cost time.
_SAMPLE = 100_000
_HTML_START = pattern(
    r"(?is)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)
_OPENING = pattern(r"(?i)<(?:p|div|li|ul|ol|h[1-6]|table|tr|td|section|article|main|nav|span|a|br)\b[^<>]{0,2000}>")
_CLOSING = pattern(r"(?i)</(?:p|div|li|ul|ol|h[1-6]|table|tr|td|section|article|main|nav|span|a)\s*>")
_MARKDOWN = {
    "heading": pattern(r"(?m)^#{1,6} +\S"),
    "link": pattern(r"\]\((?:https?:|mailto:|/|#|\.)[^()\s]{0,2000}(?:\)| \")"),
    "fence": pattern(r"(?m)^(?:```|~~~)"),
    "emphasis": pattern(r"(?<![\w*])\*\*[^\s*][^*\n]{0,300}\*\*"),
    "list": pattern(r"(?m)^[-*+] +\S"),
    "quote": pattern(r"(?m)^> ?\S"),
    "table": pattern(r"(?m)^\|?[ :]*-{3,}[ :]*\|[-| :]*$"),
}


def detect_media(source: str) -> Media:
    r"""Guess what kind of source a page is.

    HTML must begin like a document or be made of tags; an article that mentions a tag stays text. Markdown must
    show two of its signs (or one that nothing else has): a bullet or a hash alone is no proof.

    >>> detect_media("<p>One.</p><p>Two.</p>")
    'html'
    >>> detect_media("# Title\n\nSee [the map](https://example.org/map).")
    'markdown'
    >>> detect_media("* indicates required")
    'text'
    """
    sample = source[:_SAMPLE].lstrip("\ufeff")
    if _HTML_START.match(sample):
        return "html"
    closing = len(_CLOSING.findall(sample))
    tags = closing and closing + len(_OPENING.findall(sample))
    dense = tags >= max(2, sample.count("\n\n"), len(sample) // 4000)
    if dense and (closing >= 3 or sample.lstrip().startswith("<")):
        return "html"
    counts = {sign: len(pattern.findall(sample)) for sign, pattern in _MARKDOWN.items()}
    if counts["table"] or counts["fence"] or counts["link"] >= 2 or counts["heading"] >= 2:
        return "markdown"
    shown = [sign for sign, count in counts.items() if count]
    return "markdown" if len(shown) >= 2 and {"heading", "link", "emphasis"} & set(shown) else "text"
