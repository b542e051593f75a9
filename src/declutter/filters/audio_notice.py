"""Listen-to-this-article players."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def audio_notice(document: Document) -> Iterator[Sign]:
    """Players that read an article aloud, and notes on synthetic voices.

    What it catches:
        The invitation to listen, the state of the player, and notes that a machine made the voice.
    Why it is noise:
        They offer the same text a second time, in another form.
    When it is wrong:
        A radio programme's own page, where the invitation to listen is what the page is for.

    Example:
        ``Listen to this article``
    """
    return wording(document, "audio-notice")
