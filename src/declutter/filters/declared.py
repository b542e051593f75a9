"""Whether a block is in the text that the page declares as its own."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import PlainSign
from declutter.model import Document

# Runs of so many words are compared.
_RUN = 4
# A declared text that covers less than this share of the page's prose is a teaser.
_COVERS = 0.3
_IN, _PARTLY = 0.8, 0.3


def declared(document: Document) -> Iterator[PlainSign]:
    """Whether a block is in the text that the page declares as its own in JSON-LD.

    What it catches:
        Blocks outside of the ``articleBody`` of an article and the ``text`` of a post; those inside are content.
    Why it is noise:
        The site gives search engines its text without what stands around it (schema.org, ``Article``).
    When it is wrong:
        Declared texts that are cut short: one that covers little of the page's prose says nothing.

    Example:
        ``<p>We deliver the Gazette to your door.</p>`` on a page whose ``articleBody`` is without it
    """
    if not document.declared.bodies:
        return
    runs: set[tuple[str, ...]] = set()
    for body in document.declared.bodies:
        words = _words(body)
        runs.update(zip(*(words[i:] for i in range(_RUN)), strict=False))
    shares = [_share(_words(block.visible), runs) for block in document.blocks]
    sizes = [reading.words if reading.prose else 0 for reading in document.readings]
    covered = sum(size for size, share in zip(sizes, shares, strict=True) if share is not None and share >= _IN)
    if covered < _COVERS * sum(sizes):
        return
    for i, share in enumerate(shares):
        if share is not None:
            name = "in" if share >= _IN else "partly" if share >= _PARTLY else "out"
            yield i, f"declared.{name}", f"{share:.0%} of it in JSON-LD", ""


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()


def _share(words: list[str], runs: set[tuple[str, ...]]) -> float | None:
    """The share of a block's runs that are in the declared text; None for blocks of fewer words."""
    own = list(zip(*(words[i:] for i in range(_RUN)), strict=False))
    return sum(run in runs for run in own) / len(own) if own else None
