"""Follow us elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, blocks_with, wording
from declutter.model import Document
from declutter.patterns import pattern

# The longest names that networks allow, with a host.
_LONGEST = 60
# With the host behind it, as in the fediverse: "@name@example.org".
_HANDLE = pattern(r"@\w[\w.]{1,29}(?:@\w[\w.-]{2,39})?")


def follow(document: Document) -> Iterator[Sign]:
    """Invitations to follow the publisher or the author on other sites.

    What it catches:
        Calls to follow, rows of network names, and account names that stand alone.
    Why it is noise:
        They lead to other sites.
    When it is wrong:
        An account name that is the whole answer to a question, or names the author of a quoted
        post.

    Example:
        ``@harbourgazette``
    """
    yield from wording(document, "follow")
    for block in blocks_with(document, "@"):
        text = block.visible
        if len(text) > _LONGEST or not text.startswith("@") or block.kind not in ("paragraph", "list-item"):
            continue
        if _HANDLE.fullmatch(text):
            yield Sign(block.index, "follow.handle", text, "follow")
