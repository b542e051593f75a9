"""Which encoding bytes are in, by what reading them in each would give."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from declutter.decode.languages import EAST_ASIAN, FRACTIONS, LATIN, NEUTRAL, OTHER

_WIDE = frozenset("gb18030 cp932 euc_jp big5hkscs cp949 iso2022_jp_ext johab hz iso2022_kr euc_jis_2004".split())
_JAPANESE = frozenset("cp932 euc_jp euc_jis_2004 iso2022_jp_ext".split())
# The legacy encodings of the web, the more frequent first: of several that read equally well, the first is taken.
_LEGACY = (
    "cp1252 cp1251 gb18030 cp932 euc_jp big5hkscs cp949 cp1250 cp1254 cp1253 cp1256 cp1255 koi8_r iso8859_2 cp1257 "
    "iso8859_7 cp874 koi8_u iso8859_5 cp866 iso8859_6 cp1258 mac_cyrillic"
).split()
# This much text is enough to tell; more costs time and does not change the answer.
_SAMPLE_BYTES = 4096
_SEARCHED_BYTES = 1 << 20
_ASCII_RUN = re.compile(rb"([\x00-\x7f]{8})[\x00-\x7f]{16,}([\x00-\x7f]{8})")
_HIGH = bytes(range(128, 256))
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
# Better than this no other encoding reads text that is in the declared one.
_CERTAIN = 0.93
# Worse than this, the text is in no language known here: the general detector has more of them.
_DOUBTFUL = 0.25
# What a declaration is worth beside the looks: little in a long text, nearly all where there are three letters.
_DECLARED_WORTH = 0.06
_DECLARED_WORTH_SHORT = 1.0
# Two or three characters need not be frequent ones.
_DECLARED_WORTH_SHORT_WIDE = 4.0
# Of few letters nothing certain can be told, and most such pages are Western.
_WESTERN_WORTH_SHORT = 0.65
_NEUTRAL_WORTH = 0.9
# One character in so many of the most frequent ones makes text Chinese, Japanese or Korean beyond doubt.
_EAST_ASIAN_SHARE = 0.25
# Chinese, Japanese and Korean characters come in rows; one in a Latin word is two of its letters.
_ALONE = re.compile(r"(?<![^\x00-\x7f])(?:[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z])(?![^\x00-\x7f])")
_NOT_LATIN = "\u0370"
_UNREADABLE_WORTH = 3.0
# An accent or a fraction within a word, a currency sign at a number: nobody writes that in windows-1252.
_LATIN9 = re.compile(rb"[A-Za-z\xc0-\xff][\xa8\xb8\xb4\xbd](?=[A-Za-z\xc0-\xff])|\d\s?\xa4|\xa4\s?\d|\xbd[a-z]{2}")
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")


def detected(data: bytes, declared: str | None) -> str:
    """The codec that reads bytes best.

    Args:
        data: Bytes that are neither UTF-8 nor UTF-16.
        declared: The codec they claim to be in, if they claim one.

    Returns:
        The name of a Python codec; Western European where nothing speaks for any other.
    """
    sample = _sample(data)
    beyond = 1 + len(sample) - len(sample.translate(None, _HIGH))
    worth: dict[str, float] = {}
    if declared is not None:
        worth[declared] = _worth(sample, declared, 0)
        if worth[declared] >= _CERTAIN:
            return _latin9(data, sample) if declared == "cp1252" else declared
        short = _DECLARED_WORTH_SHORT_WIDE if declared in _WIDE else _DECLARED_WORTH_SHORT
        worth[declared] += _DECLARED_WORTH + short / beyond
    for codec in _LEGACY:
        if codec not in worth:
            worth[codec] = _worth(sample, codec, max(worth.values(), default=0))
            if codec in _WIDE and worth[codec] >= _CERTAIN:
                return codec
    worth["cp1252"] += _WESTERN_WORTH_SHORT / beyond
    best = max(worth, key=lambda codec: worth[codec])
    if worth[best] < _DOUBTFUL:
        return declared or _general(sample) or "cp1252"
    return _latin9(data, sample) if best == "cp1252" else best


def _sample(data: bytes) -> bytes:
    """What is beyond ASCII, with what stands next to it: markup and scripts say nothing about the encoding."""
    first = _BEYOND_ASCII.search(data)
    # A few bytes back may be the middle of a character only in encodings that no page without a declaration uses.
    start = max(0, first.start() - 8) if first else 0
    return _ASCII_RUN.sub(rb"\1 \2", data[start : start + _SEARCHED_BYTES])[:_SAMPLE_BYTES]


def _worth(sample: bytes, codec: str, least: float) -> float:
    """How much the sample read in a codec looks like text: 1 is any language at its best, 0 and less is noise.

    What comes out below `least` is not worked out to the end.
    """
    text = sample.decode(codec, errors="replace").rstrip("\ufffd")
    beyond = Counter(char for char in text if char > "\x7f")
    total = beyond.total()
    if not total:
        return 0.0
    if codec in _WIDE:
        return _east_asian(beyond, total, kana=codec in _JAPANESE) - len(_ALONE.findall(text)) / total
    worth = _alphabetic(beyond, total)
    return worth if worth <= least else worth - _misplaced(text) / total


def _east_asian(beyond: Counter[str], total: int, *, kana: bool) -> float:
    # The kana of EUC-JP are kana in GB 18030 as well, where nobody uses them.
    frequent = sum(n for char, n in beyond.items() if char in EAST_ASIAN or (kana and "ぁ" <= char <= "ヺ"))
    # Half-width kana and characters for private use are what other encodings turn into.
    odd = sum(count for char, count in beyond.items() if "\uff61" <= char <= "\uff9f" or "\ue000" <= char <= "\uf8ff")
    return min(1.0, frequent / total / _EAST_ASIAN_SHARE) - (_UNREADABLE_WORTH * beyond["\ufffd"] + odd) / total


def _alphabetic(beyond: Counter[str], total: int) -> float:
    marks = -_UNREADABLE_WORTH * beyond["\ufffd"]
    letters: list[tuple[str, int]] = []
    for char, count in beyond.items():
        if char in NEUTRAL or char in FRACTIONS:
            marks += _NEUTRAL_WORTH * count
        elif char.isalpha() or "\u0300" <= char <= "\u0323" or "\u0e30" <= char <= "\u0e4e":
            letters.append((char, count))
        elif char != "\ufffd":
            marks -= count
    latin = sum(count for char, count in letters if char < "\u0340")
    alphabets = LATIN if latin * 2 > sum(count for _, count in letters) else OTHER
    known = max(sum(alphabet.get(char, -1.0) * count for char, count in letters) for alphabet in alphabets)
    return (marks + known) / total


def _misplaced(text: str) -> float:
    """Capitals, fractions and other alphabets within words: text in the wrong encoding has them."""
    bad = 0.0
    for (left, right), count in Counter(pairwise(text)).items():
        if left <= "\x7f" and right <= "\x7f":
            continue
        if (left + right).isalpha() and max(left, right) >= _NOT_LATIN and min(left, right).isascii():
            bad += count
        if left.islower() and right.isupper():
            bad += count
        elif left.isupper() and right.isupper():
            bad += 0.2 * count
        elif (left in FRACTIONS and right.isalpha()) or (left.isalpha() and right in FRACTIONS):
            bad += (1 + _NEUTRAL_WORTH) * count
    return bad


def _latin9(data: bytes, sample: bytes) -> str:
    """ISO-8859-15 differs from windows-1252 in eight characters, of which the euro sign and œ are in use."""
    return "iso8859_15" if _LATIN9.search(sample) and not _WINDOWS_ONLY.search(data) else "cp1252"


def _general(sample: bytes) -> str | None:
    # Imported here: hardly any page gets this far, and the detector takes longer to import than a page to clean.
    from charset_normalizer import from_bytes

    matches = from_bytes(sample.replace(b"\0", b""), cp_isolation=list(_LEGACY))
    likely = sorted(matches, key=lambda match: (match.chaos, -match.coherence, _LEGACY.index(match.encoding)))
    return likely[0].encoding if likely else None
