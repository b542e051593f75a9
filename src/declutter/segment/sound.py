"""Text without what is no character."""

from __future__ import annotations

from declutter.patterns import plain_pattern

# The two that are left stand for cells and line breaks while text is gathered; to Python they are white space.
_ODD = plain_pattern("[\x00-\x08\x0b\x0c\x0e-\x1d\x7f\ud800-\udfff]")


def sound(text: str) -> str:
    r"""Control characters turned to blanks, and halves of characters to the mark for such.

    Character references and JSON escapes can stand for either.

    >>> sound("low\x01tide \ud83d")
    'low tide �'
    """
    if not _ODD.search(text):
        return text
    return _ODD.sub(lambda match: " " if match[0] < "\x80" else "\ufffd", text)
