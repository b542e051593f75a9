"""Regular expressions that are compiled when they are first used.

Compiling all of them takes longer than cleaning a page, and most pages need few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")


def pattern(source: str) -> regex.Pattern[str]:
    """A pattern of the ``regex`` module, compiled at its first use.

    Args:
        source: The expression, its flags inline: ``(?i)…``.
    """
    return cast("regex.Pattern[str]", _Lazy(source))


class _Lazy:
    __slots__ = ("source", *_METHODS)

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        """Called for a method that is not there yet: compile, and put all of them there."""
        if name not in _METHODS:
            raise AttributeError(name)
        import regex

        compiled = regex.compile(self.source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
