"""Get our app."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document


def app_promo(document: Document) -> Iterator[Sign]:
    """Invitations to get the site's app.

    What it catches:
        Banners for the app, names of app stores, and the notes beside their codes.
    Why it is noise:
        They promote the publisher's other product on every page alike.
    When it is wrong:
        An app's own page or a review of apps, where the names of stores are facts.

    Example:
        ``Download our app``
    """
    return wording(document, "app-promo")
