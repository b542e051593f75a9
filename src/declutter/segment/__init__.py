"""Source to blocks: one segmenter for each kind of source, and the guess which kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from declutter.elements import Declared
from declutter.model import Media
from declutter.segment.detect import detect_media
from declutter.segment.html import segment_html
from declutter.segment.markdown import segment_markdown
from declutter.segment.segmented import Segmented
from declutter.segment.text import segment_text
from declutter.segment.tree import source_of, tree_of

if TYPE_CHECKING:
    from lxml import etree

__all__ = [
    "Segmented",
    "detect_media",
    "segment",
    "segment_html",
    "segment_markdown",
    "segment_text",
    "source_of",
    "tree_of",
]


def segment(source: str | etree._Element, media: Media) -> Segmented:
    """Cut a source into blocks. Never fails; time is linear in the source.

    Args:
        source: The page, decoded; or, for HTML, its tree, which is only read.
        media: What kind of source it is; `detect_media` guesses it.
    """
    if not isinstance(source, str) or media == "html":
        return segment_html(source)
    if media == "text":
        return Segmented(segment_text(source))
    blocks, title = segment_markdown(source)
    return Segmented(blocks, declared=Declared((("front matter", title),) if title else ()))
