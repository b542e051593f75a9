"""Every error that declutter raises on purpose, in one small tree."""

from __future__ import annotations

from collections.abc import Iterable


class DeclutterError(Exception):
    """The root: ``except DeclutterError`` catches whatever declutter raises on purpose.

    Wrong argument *types* are not in this tree: they raise ``TypeError``, as everywhere in Python.
    """


class UnknownNameError(DeclutterError, ValueError):
    """A name (category, filter, focus, media, language) that declutter does not know; lists the known ones."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what = what
        self.name = name
        self.known = tuple(known)
        super().__init__(f"unknown {what} {name!r}; choose from: {', '.join(self.known)}")


class ConflictError(DeclutterError, ValueError):
    """Two requests that cannot both be met, such as keeping and dropping one category."""


class FilterError(DeclutterError, ValueError):
    """Evidence that cannot be used: a block that is not there, or log-odds that are no finite number."""


class PackError(DeclutterError, ValueError):
    """A language pack that cannot be used; names the file, the place in it and what to write instead."""
