"""Which hosts are left out together."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from benchmarks.pages import Page

FOLDS = 5


def host_of(page: Page) -> str:
    """What is left out together: a page's host, or the page where its set does not tell."""
    return urlsplit(page.url).hostname or page.id


def fold_of(host: str, folds: int = FOLDS) -> int:
    """Which fold a host belongs to: the same one in every run."""
    return int(hashlib.sha256(host.encode()).hexdigest(), 16) % folds
