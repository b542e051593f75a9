"""The words of ``words.toml``, folded as blocks are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from declutter.reading import fold

_NAME_SETS = (
    "particles",
    "between",
    "after",
    "jobs",
    "organisations",
    "never_first",
    "pictures",
    "reporting",
    "nobody",
    "no_tags",
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that tell what a visible byline or dateline says; all of them folded and without capitals.

    Attributes:
        months: The number of each month, by its name.
        glue: What may stand between the parts of a date.
        changed: What opens a date of change.
        changed_unspaced: The same in scripts without spaces.
        particles: Words inside names that have no capital.
        between: Words between two names.
        after: Words at which a name ends.
        jobs: Words that name a job.
        organisations: Words that name an organisation.
        never_first: What no person's name begins with.
        pictures: What opens the credit of a picture.
        jobs_unspaced: The same in scripts without spaces, the longest first.
        reporting: Words that tell that a name is the author's.
        nobody: What stands in for an author.
        no_tags: Tags that say nothing.
    """

    months: Mapping[str, int]
    glue: frozenset[str]
    changed: frozenset[str]
    changed_unspaced: tuple[str, ...]
    particles: frozenset[str]
    between: frozenset[str]
    after: frozenset[str]
    jobs: frozenset[str]
    organisations: frozenset[str]
    never_first: frozenset[str]
    pictures: frozenset[str]
    jobs_unspaced: tuple[str, ...]
    reporting: frozenset[str]
    nobody: frozenset[str]
    no_tags: frozenset[str]


@cache
def bundled_words() -> Words:
    """The words that come with declutter. Package data does not change, so they are read once."""
    import tomllib
    from importlib.resources import files

    data = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    dates, names = data["dates"], data["names"]
    return Words(
        {folded(name): int(number) for number, written in data["months"].items() for name in written.split()},
        _set(dates["glue"]),
        _set(dates["changed"]),
        tuple(dates["changed_unspaced"]),
        **{key: _set(names[key]) for key in _NAME_SETS},
        jobs_unspaced=_longest_first(names["jobs_unspaced"]),
    )


def folded(text: str) -> str:
    """A text as it is compared: its words, without case and punctuation, with blanks between them.

    >>> folded("Sin-Categoría"), folded("كانون_الثاني")
    ('sin categoría', 'كانون الثاني')
    """
    return " ".join(fold(text)).casefold()


def _set(words: str) -> frozenset[str]:
    return frozenset(map(folded, words.split())) - {""}


def _longest_first(words: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
