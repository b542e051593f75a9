"""Edit links and language switches."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def lang_edit_link(document: Document) -> Iterator[Sign]:
    """Links to edit the page, and switches to other languages.

    What it catches:
        What a content system shows its editors, and the row of language names of a switch.
    Why it is noise:
        They lead to another form of the page.
    When it is wrong:
        A list of languages in an article on languages.

    Example:
        ``Edit this page``
    """
    return wording(document, "lang-edit-link")
