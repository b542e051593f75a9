"""Source to blocks: one segmenter for each kind of source, and the guess which kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from declutter.model import Block, Media
from declutter.segment.detect import detect_media
from declutter.segment.html import segment_html
from declutter.segment.markdown import segment_markdown
from declutter.segment.text import segment_text

__all__ = ["Segmented", "detect_media", "segment", "segment_html", "segment_markdown", "segment_text"]


@dataclass(frozen=True, slots=True)
class Segmented:
    """What segmenting gives: the blocks in order, and the title that the page declares, if any."""

    blocks: tuple[Block, ...]
    title: str | None


def segment(source: str, media: Media) -> Segmented:
    """Cut a source into blocks. Never fails; time is linear in the source.

    Args:
        source: The page, decoded.
        media: What kind of source it is; `detect_media` guesses it.
    """
    match media:
        case "html":
            return Segmented(*segment_html(source))
        case "markdown":
            return Segmented(*segment_markdown(source))
        case "text":
            return Segmented(segment_text(source), None)
