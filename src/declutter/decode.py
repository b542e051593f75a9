"""Bytes to text: byte-order mark, then the page's own declaration, then UTF-8, then detection.

The order is that of the WHATWG encoding standard, except that text which is valid UTF-8 (but for a damaged byte
here or there) beats a declaration of something else: no other encoding looks like UTF-8 by accident.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A declaration further down than this is not looked at; browsers stop at 1,024 bytes, real pages do not.
_HEAD_BYTES = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
# What browsers read under a label is often a superset of what the label says (WHATWG, "Names and labels").
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",  # a declaration readable as ASCII bytes cannot be UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
# Codecs that a page may declare; Python has others, such as idna, that are no encodings of pages.
_WEB = re.compile(
    r"utf-(8|16|16-le|16-be)|ascii|iso8859-\d+|cp125\d|cp866|cp874|cp932|cp949|tis-620|koi8-[rut]|mac-(roman|cyrillic)"
    r"|gb2312|gbk|gb18030|hz|big5|big5hkscs|shift_jis\w*|euc_jp\w*|iso2022_jp\w*|euc_kr|johab|iso2022_kr"
)
# The legacy encodings of the web (WHATWG, "Legacy encodings"), the more frequent first: where the detector finds
# several equally likely, the first is taken.
_LEGACY = (
    "cp1252 cp1251 gb18030 cp932 euc_jp big5hkscs cp949 cp1250 cp1254 cp1253 cp1256 cp1255 koi8_r iso8859_2 cp1257 "
    "cp874 cp1258 koi8_u iso2022_jp cp866 mac_cyrillic"
).split()
# Text in bytes has next to no control characters below this; UTF-16 has them in every other place.
_LOW = 9
# Letters and marks that Western European text in windows-1252 adds to ASCII, and the most that it adds.
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøùúûüÿœßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜŒ’‘“”„«»–—…•·€£©®°§¡¿ªº\xa0")
_MOST_WESTERN = 0.25
# Detection looks at this much; more costs time and does not change the answer.
_SAMPLE_BYTES = 65_536


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
    if sum(data.count(low, 0, 256) for low in range(_LOW)) > max(8, min(len(data), 256) // 4):
        return data.decode(_utf16(data), errors="replace")
    text = data.decode("utf-8", errors="replace")
    if not _damaged(text):
        return text
    declared = _declared(data)
    if declared is not None:
        text = data.decode(declared, errors="replace")
        # One bad byte in a thousand is a damaged page; more is a wrong declaration.
        if text.count("\ufffd") * 1000 <= len(text) + 1000:
            return text
    return data.decode(_detected(data) or declared or "utf-8", errors="replace")


def _is_western(data: bytes) -> bool:
    """Whether text is mostly ASCII and the rest what Western European languages need: detectors are unsure there."""
    beyond = [char for char in data.decode("cp1252", errors="replace") if char > "\x7f"]
    strange = sum(1 for char in beyond if char not in _WESTERN)
    return len(beyond) <= _MOST_WESTERN * len(data) and strange * 30 <= len(beyond)


def _damaged(text: str) -> bool:
    """Whether text decoded as UTF-8 was something else: a truncated or patched page still is UTF-8."""
    bad = text.count("\ufffd")
    return bad > 0 and bad * 10 > sum(1 for char in text if char > "\x7f") - bad


def _utf16(data: bytes) -> str:
    """Guess the byte order of UTF-16 without a mark: the high bytes of alphabets are low numbers."""
    even, odd = (sum(data[parity:256:2].count(low) for low in range(_LOW)) for parity in (0, 1))
    return "utf-16-le" if odd >= even else "utf-16-be"


def _declared(data: bytes) -> str | None:
    for match in _DECLARED.finditer(data[:_HEAD_BYTES]):
        try:
            name = codecs.lookup(match[1].decode("ascii")).name
        except LookupError:
            continue
        if _WEB.fullmatch(name):
            return _SUPERSETS.get(name, name)
    return None


def _detected(data: bytes) -> str | None:
    if _is_western(data[:_SAMPLE_BYTES]):
        return "cp1252"
    # Imported here: most input is UTF-8, and the detector takes longer to import than a page to clean.
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE_BYTES].replace(b"\0", b""), cp_isolation=list(_LEGACY))
    likely = sorted(matches, key=lambda match: (match.chaos, -match.coherence, _LEGACY.index(match.encoding)))
    return likely[0].encoding if likely else None
