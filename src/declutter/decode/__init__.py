"""Bytes to text: byte-order mark, then UTF-8, then the encoding in which the bytes read best.

Text which is valid UTF-8 (but for a damaged byte here or there) beats a declaration of something else: no other
encoding looks like UTF-8 by accident. Any other declaration is evidence and no proof: servers and templates declare
what nobody checked.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from declutter.decode.detect import detected
from declutter.decode.labels import declared

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Text in bytes has next to none of these control characters; UTF-16 has its high bytes among them, or low ones by
# chance.
_CONTROLS = bytes(sorted({*range(32)} - {*b"\t\n\f\r\x1b"}))
_UTF16_BYTES = 1024
_MOST_CONTROLS = 0.02
_LEAST_READABLE = 0.9
# Escapes that no text but this has; all other bytes are ASCII.
_ESCAPES = (
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b(?:\$[@B]|\(J|\(I|\$\(D)"), "iso2022_jp_ext"),
)
# The same encoding with more characters: taken where the usual one leaves bytes unread.
_WIDER = {"euc_jp": "euc_jis_2004", "big5hkscs": "cp950"}


def decode(data: bytes) -> str:
    """Turn a page's bytes into text. Never fails: what cannot be decoded becomes U+FFFD.

    Args:
        data: The page as it came over the wire or from a file.

    Returns:
        The text without its byte-order mark.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    wide = _utf16(data[:_UTF16_BYTES])
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        return text if not _damaged(text) else _legacy(data)
    if b"\x1b" in data:
        for escape, encoding in _ESCAPES:
            if escape.search(data):
                return data.decode(encoding, errors="replace")
    # HZ is ASCII with shifts that any script may contain: it has to be declared.
    return data.decode("hz", errors="replace") if text.isascii() and declared(data) == "hz" else text


def _legacy(data: bytes) -> str:
    claim = declared(data)
    codec = detected(data, None if claim == "utf-8" else claim)
    text = data.decode(codec, errors="replace")
    if "\ufffd" in text and codec in _WIDER:
        other = data.decode(_WIDER[codec], errors="replace")
        return other if other.count("\ufffd") < text.count("\ufffd") else text
    return text


def _damaged(text: str) -> bool:
    """Whether text decoded as UTF-8 was something else: a truncated or patched page still is UTF-8.

    In other encodings one character in ten looks like UTF-8 by accident, at most.
    """
    bad = text.count("\ufffd")
    # Found by deletion, for speed: a page may be megabytes of ASCII.
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return bad > beyond - bad


def _utf16(start: bytes) -> str | None:
    """UTF-16 without a mark, and its byte order: the high bytes are few, the low ones many.

    Args:
        start: The first bytes, so many as tell.

    Returns:
        The name of the codec, or None for bytes that are no UTF-16.
    """
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if controls <= max(2, _MOST_CONTROLS * len(start)):
        return None
    zeros = start.count(0)
    if not controls > max(8, len(start) // 4):
        try:
            codecs.getincrementaldecoder("utf-8")().decode(start)
        except UnicodeDecodeError:
            pass
        else:
            return None
    even, odd = (sum(count * count for count in Counter(start[parity::2]).values()) for parity in (0, 1))
    codec = "utf-16-le" if odd >= even else "utf-16-be"
    text = start[: len(start) // 2 * 2].decode(codec, errors="replace")
    readable = sum(1 for char in text if (char.isprintable() and char != "\ufffd") or char in "\t\n\r\x0b\x0c")
    return codec if readable >= _LEAST_READABLE * len(text) or zeros * 4 > len(start) else None
