"""A note on the author."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, wording
from declutter.model import Document
from declutter.patterns import pattern

# Notes are a sentence or three.
_MOST_WORDS = 60
# The same in characters, for the cheap test.
_LONGEST = 500
_FEWEST_WORDS = 5
# Where the colon behind a speaker's name stands at the latest.
_NAME_CHARS = 40
# Possessive, so that a long row of names takes no longer than its length.
_NAME = r"\p{Lu}[\p{L}\p{M}.'’-]*+"
# Two or three names, then what their bearer is.
_OPENING = pattern(rf"{_NAME}\s{_NAME}(?:\s{_NAME})?,?\sis\s(?:an?|the)\s")
# "… is the award-winning deputy political editor": roles stand no further in.
_ROLE_CHARS = 70
# Professions of people who write; a subject may have any other.
_ROLE = pattern(
    r"(?i)\b(?:reporter|writer|editor|journalist|author|correspondent|columnist|contributor|professor|lecturer"
    r"|freelancer?|critic|blogger|essayist|novelist|photographer)\b"
)
# People who are the subject are quoted; authors are not.
_QUOTES = '"“”„«»'


def author_bio(document: Document) -> Iterator[Sign]:
    """A note on the author.

    What it catches:
        Headings of such notes, and short paragraphs that open with a name and say what its bearer
        writes.
    Why it is noise:
        It is about the author, not about the subject, and stands under all the author's texts.
    When it is wrong:
        A short paragraph that introduces a person whom the text is about.

    Example:
        ``Mara Lindqvist is a reporter who covers ferries and ports``
    """
    yield from wording(document, "author-bio")
    for block in document.blocks:
        text = block.visible
        if " is " not in text or len(text) > _LONGEST or block.kind not in ("paragraph", "quote"):
            continue
        if document.readings[block.index].words > _MOST_WORDS or any(quote in text for quote in _QUOTES):
            continue
        match = _OPENING.match(text)
        if match and _ROLE.search(text[match.end() :][:_ROLE_CHARS]) and not _amid_prose(document, block.index):
            yield Sign(block.index, "author-bio.is-a", match[0].strip(), "author-bio")

    names = _bylined(document)
    if not names:
        return
    for i, reading in enumerate(document.readings):
        if i <= names.get(reading.cased[:2], i):
            continue
        spoken = ":" in document.blocks[i].visible[:_NAME_CHARS]  # "Jo Li: And then?" is an interview
        fits = not spoken and reading.ends == "sentence" and _FEWEST_WORDS <= reading.words <= _MOST_WORDS
        if fits and not _amid_prose(document, i):
            yield Sign(i, "author-bio.named", " ".join(reading.cased[:2]), "author-bio")


def _bylined(document: Document) -> dict[tuple[str, ...], int]:
    """The first two words of each name in a byline, and the last block that has it."""
    names: dict[tuple[str, ...], int] = {}
    for hit in document.hits.get("byline", ()):
        cased = document.readings[hit.block].cased
        for i in range(len(cased) - 1):
            if cased[i][0].isupper() and cased[i + 1][0].isupper():
                names[cased[i : i + 2]] = hit.block
    return names


def _amid_prose(document: Document, index: int) -> bool:
    """Whether prose stands right before and right behind a block: then it is part of it."""
    readings = document.readings
    return 0 < index < len(readings) - 1 and readings[index - 1].prose and readings[index + 1].prose
