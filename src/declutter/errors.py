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

    def __reduce__(self) -> tuple[type[UnknownNameError], tuple[str, str, tuple[str, ...]]]:
        # Pickle would call the class with the message alone, and a pool of processes hangs on an error it cannot load.
        return type(self), (self.what, self.name, self.known)


class ConflictError(DeclutterError, ValueError):
    """Two requests that cannot both be met, such as keeping and dropping one category."""


class FilterError(DeclutterError, ValueError):
    """Evidence that cannot be used: a block that is not there, or log-odds that are no finite number."""


class PackError(DeclutterError, ValueError):
    """A language pack that cannot be used; names the file, the place in it and what to write instead."""


class MissingExtraError(DeclutterError, ImportError):
    """A function needs a package that declutter does not install of its own; says which extra brings it."""

    def __init__(self, extra: str, package: str) -> None:
        self.extra = extra
        self.package = package
        super().__init__(
            f"this needs {package}, which is not installed: pip install 'declutter-text[{extra}]'", name=package
        )

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.extra, self.package)
