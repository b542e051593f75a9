"""The shape of a block: how long it is, how it ends, and what it is made of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from declutter.filters.base import PlainSign, marked
from declutter.model import Document, Reading
from declutter.patterns import pattern, plain_pattern

# Upper limits of the size classes, in words, and their names.
_SIZES = (3, 6, 10, 15, 25, 50)
_SIZE_NAMES = ("fragment", "label", "short", "line", "sentence", "paragraph", "long")
_STOP_SHARES = (0.001, 0.15, 0.25, 0.35, 0.45)
_STOP_NAMES = ("none", "rare", "few", "some", "many", "most")
# Shares of function words mean something from so many words on.
_MEASURED_WORDS = 4
# Elements of lists and tables are sized more coarsely: up to so many words they are short.
_SHORT_ELEMENT = 6
# A list that a colon introduces goes on as long as its lines have at most so many words.
_LISTED_WORDS = 12
_SEPARATORS = plain_pattern(r"[|•·»›▪]|\s[-–—/]\s")
_QUOTED = plain_pattern(r"[\"“„«»”」][^\"“”„«»」]{8,400}[\"”“«»」]")
# "150 g butter", "½ tsp salt", "2–3 cups": quantities as recipes and instructions give them.
_MEASURE = pattern(
    r"(?i)[-–*•\s]*[\d½¼¾⅓⅔][\d½¼¾⅓⅔.,/–-]*\s?(?:g|kg|mg|ml|cl|dl|l|litres?|liters?|oz|lbs?|tbsps?|tsps?|teaspoons?"
    r"|tablespoons?|cups?|pinch(?:es)?|cloves?|sprigs?|slices?|tins?|cans?|bunch(?:es)?|cm|mm|inch(?:es)?)\b"
)
_DIGITS = tuple("0123456789½¼¾⅓⅔")
# Sites speak of themselves and to the reader in one breath; in articles, only people who are quoted do.
_MUCH_ADDRESS = 0.1
_QUOTES = ('"', "“", "„", "«")
# Without any of these there is no quotation, no separator and no measure.
_TELLING = '"“„«»”」|•·›▪-–—/0½¼¾⅓⅔'
_CONTINUING = (",", ";", "，", "；", "、")


def shape(document: Document) -> Iterator[PlainSign]:
    """How long a block is, how it ends, and what it is made of.

    What it catches:
        Fragments and labels without an end mark, lines with separators, paragraphs in which the site speaks of itself
        and to the reader; and, on the other side, sentences, quotations and measures, which speak for content.
    Why it is noise:
        Furniture is written in labels, articles in sentences (Kohlschütter, Fankhauser and Nejdl 2010,
        "Boilerplate detection using shallow text features"; Pomikálek 2011 for the function words).
    When it is wrong:
        Verse, dialogue, ingredients and sub-headings are short and open too: their neighbours must speak for them.

    Example:
        ``Business Lifestyle``
    """
    introduced = False
    telling = marked(document, _TELLING)
    for block, reading in zip(document.blocks, document.readings, strict=True):
        i, words, ends = block.index, reading.words, reading.ends
        if introduced:
            yield i, "shape.introduced", "after a colon", ""
        opens = ends == "colon" and words >= _MEASURED_WORDS
        introduced = opens or (introduced and ends == "open" and words <= _LISTED_WORDS)
        if block.kind in ("preformatted", "rule"):
            yield i, f"shape.{block.kind}", "", ""
            continue
        ending = "open" if ends == "ellipsis" else ends
        yield i, f"shape.{_SIZE_NAMES[bisect_left(_SIZES, words)]}.{ending}", f"{words} words", ""
        if block.kind not in ("paragraph", "sentence"):
            yield i, f"shape.{block.kind}.{'short' if words <= _SHORT_ELEMENT else 'long'}", "", ""
        if ends == "open" and block.visible.endswith(_CONTINUING):
            yield i, "shape.continuing", block.visible[-1], ""
        if i in telling:
            for reason, match in _marks(block.visible, reading):
                yield i, reason, match, ""
        if words < _MEASURED_WORDS:
            continue
        if reading.address and not any(mark in block.visible for mark in _QUOTES):
            much = "much" if reading.address >= _MUCH_ADDRESS else "some"
            yield i, f"shape.address.{much}", f"{reading.address:.0%} we and you", ""
        if reading.stop_share is not None:
            stops = _STOP_NAMES[bisect_right(_STOP_SHARES, reading.stop_share)]
            yield i, f"shape.function-words.{stops}", f"{reading.stop_share:.0%} function words", ""


def _marks(text: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """What single characters tell."""
    if reading.words >= _MEASURED_WORDS and _QUOTED.search(text):
        yield "shape.quotation", ""
    if _SEPARATORS.search(text) and len(_SEPARATORS.findall(text[:2000])) * 8 >= reading.words:
        yield "shape.separators", ""
    if text[:8].strip("-–*• ")[:1] in _DIGITS and (match := _MEASURE.match(text)):
        yield "shape.measure", match[0]
