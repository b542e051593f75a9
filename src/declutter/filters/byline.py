"""Who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from declutter.filters.base import Sign, wording
from declutter.model import Block, Document, Reading
from declutter.patterns import pattern

# The word before the author's name, in languages that write names with capitals.
_OPENERS = frozenset({"by", "von", "par", "por", "di", "door", "av", "przez"})
# Name, role, agency, date and reading time glued together.
_LONGEST = 160
# The same in words.
_MOST_WORDS = 16
# Behind the name come a role, an agency or a date.
_AFTER_NAME = pattern(r"[,|•·(/–—]")
# Given name and surname: "By Design" is left to the packs, "Von Kiel nach Riga" is a journey.
_CAPITALS_AT_ONCE = 2
# In threads a post stands under its author's account and date, in so many words; so many of them make a thread.
_POST_WORDS = 3
_FEWEST_POSTS = 3
# Directly below the headline, a name needs no opening word; a role may follow it.
_BELOW_TITLE = 4
_NAME = pattern(
    r"\p{Lu}[\p{L}.'’-]+(?:\s(?:de|van|von|da|al|bin|der|la|\p{Lu}[\p{L}.'’-]*)){1,3}"
    r"(?:\sand\s\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,2})?(?:(?:,\s|\sin\s|\sat\s)[\p{L}\s'’-]{4,40})?"
)


def byline(document: Document) -> Iterator[Sign]:
    """Who wrote the text.

    What it catches:
        The author's name with its opening word, and the role, agency, date and reading time glued
        to it.
    Why it is noise:
        It names the author, apart from the text.
    When it is wrong:
        A line of verse or a sub-heading that opens with the same word and has capitals throughout.

    Example:
        ``By Mara Lindqvist, staff reporter``
    """
    yield from wording(document, "byline")
    posts: list[Block] = []
    for block, reading in zip(document.blocks, document.readings, strict=True):
        tokens = reading.tokens
        if not tokens:
            continue
        if tokens[0] in _OPENERS and _is_line(block, reading) and _is_named(block.visible):
            yield Sign(block.index, "byline.by", block.visible, "byline")
        if tokens[-1] == "{date}" and 2 <= len(tokens) <= _POST_WORDS and _is_account(reading):
            posts.append(block)
    reason = "byline.thread" if len(posts) >= _FEWEST_POSTS else "byline.post"
    for block in posts:
        yield Sign(block.index, reason, block.visible, "byline")
    title = document.headline
    if title is not None:
        for block in document.blocks[title + 1 : title + 1 + _BELOW_TITLE]:
            if _NAME.fullmatch(block.visible) and document.readings[block.index].ends == "open":
                yield Sign(block.index, "byline.name", block.visible, "byline")


def _is_line(block: Block, reading: Reading) -> bool:
    return (
        len(block.visible) <= _LONGEST
        and block.kind in ("paragraph", "list-item")
        and reading.ends == "open"
        and reading.words <= _MOST_WORDS
    )


def _is_named(text: str) -> bool:
    """Whether a name follows the first word: two capitals at once, and on at least half the words."""
    words = _AFTER_NAME.split(text, 1)[0].split()[1:]
    # A date or a reading time glued to the name is no part of it.
    name = list(takewhile(lambda word: not any(map(str.isdigit, word)), words))
    capitals = [word[0].isupper() for word in name]
    at_once = capitals[:_CAPITALS_AT_ONCE]
    return len(at_once) == _CAPITALS_AT_ONCE and all(at_once) and 2 * sum(capitals) >= len(capitals)


def _is_account(reading: Reading) -> bool:
    """Whether what stands before a date can be the name of an account: no function words, no numbers."""
    return not reading.stop_share and "{n}" not in reading.tokens and reading.tokens.count("{date}") == 1
