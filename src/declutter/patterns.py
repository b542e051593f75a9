"""Regular expressions that are compiled when they are first used.

Compiling all of them takes longer than cleaning a page, and most pages need few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import re

    import regex

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")


def pattern(source: str) -> regex.Pattern[str]:
    """A pattern of the ``regex`` module, compiled at its first use.

    Args:
        source: The expression, its flags inline: ``(?i)…``.
    """
    return cast("regex.Pattern[str]", _Lazy(source, "regex"))


def plain_pattern(source: str) -> re.Pattern[str]:
    r"""A pattern of the ``re`` module, which knows no ``\p{…}`` but takes a fraction of the time.

    Args:
        source: The expression. Its ``\s``, ``\w`` and ``\d`` are not quite those of ``regex``.
    """
    return cast("re.Pattern[str]", _Lazy(source, "re"))


class _Lazy:
    __slots__ = ("engine", "source", *_METHODS)

    def __init__(self, source: str, engine: str) -> None:
        self.source = source
        self.engine = engine

    def __getattr__(self, name: str) -> Any:
        """Called for a method that is not there yet: compile, and put all of them there."""
        if name not in _METHODS:
            raise AttributeError(name)
        from importlib import import_module

        compiled = import_module(self.engine).compile(self.source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
