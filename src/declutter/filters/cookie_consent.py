"""Cookie banners and consent managers."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def cookie_consent(document: Document) -> Iterator[Sign]:
    """Cookie banners, and the texts and buttons of consent managers.

    What it catches:
        The notice that the site uses cookies, its buttons, and the names of the classes of cookies.
    Why it is noise:
        They ask for consent and lie over the text, on every page alike.
    When it is wrong:
        An article on the law or the technique of cookies that quotes a banner.

    Example:
        ``Accept all cookies``
    """
    return wording(document, "cookie-consent")
