"""What the extra ``metadata`` adds: htmldate, asked about pages that neither declare nor show a date."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from declutter.metadata.model import Stated

if TYPE_CHECKING:
    from lxml import etree

# The source of such a date.
GUESSED = "htmldate"


def guessed_date(root: etree._Element, today: date) -> Stated | None:
    """The date that htmldate finds in a page; None without the extra, or when it finds none.

    Args:
        root: The page, which is copied.
        today: Later dates are none.
    """
    with suppress(ImportError):
        from htmldate import find_date
        from lxml import etree as lxml_etree
        from lxml import html

        # A tree, never a text: a text that looks like an address would be fetched.
        with suppress(Exception):
            tree = html.document_fromstring(lxml_etree.tostring(root, encoding="unicode"))
            found = find_date(tree, extensive_search=False, original_date=True, max_date=today.isoformat())
            return Stated(found, GUESSED) if found else None
    return None
