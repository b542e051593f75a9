"""Captions and credits of pictures."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.filters.base import Sign, marked, wording
from declutter.model import Document
from declutter.patterns import pattern

# Captions are a sentence or two.
_MOST_WORDS = 60
# The same in characters, for the cheap test.
_LONGEST = 500
# Longer brackets hold sentences.
_LONGEST_CREDIT = 90
# An agency alone in the bracket may also end a report, so the block must have a caption's length.
_MOST_WORDS_BARE = 30
# Possessive, so that a long row of names takes no longer than its length.
_CAPITALISED = r"\p{Lu}[\p{L}\p{M}.'’-]*+"
# Names that in a bracket, or behind a slash, can only be sources.
_AGENCY = (
    r"(?:Getty|Reuters|REUTERS|AFP|Shutterstock|Unsplash|iStock|iStockphoto|Flickr|Wikimedia|Alamy|Pexels|Pixabay"
    r"|Magnum|Imago|IMAGO)"
)
# These are also initials of other things ("OSHA/EPA"), so a name or "Photo" must stand beside them.
_INITIALS = r"(?:AP|PA|EPA|dpa|DPA|ANSA|EFE|TASS)"
# "Getty Images", "AP Photo", "… via Getty Images".
_TAIL = r"(?:\s(?:Images?|Photos?|Pictures?|Stock|Commons|News|Wire|Media|via\s.{2,40}))?"
# "Name Surname/Agency"; one word before the slash ("Twitter/X") is no name.
_NAMES = pattern(rf"{_CAPITALISED}\s{_CAPITALISED}\s?/\s?\p{{Lu}}")
_WITH_INITIALS = pattern(
    rf"\b{_INITIALS}(?:\s(?:Photo|Images|Wire|Media|File)\b|\s?/\s?\p{{Lu}}\p{{Ll}})|\p{{Ll}}\s?/\s?{_INITIALS}\b"
    r"|^(?:Handout|Courtesy)\b"
)
# "(Photo: …)", "(Foto: …)", "[Image by …]".
_LABELLED = pattern(
    r"(?i)(?:Photo|Photograph|Photography|Foto|Image|Picture|Pic|Bild|Illustration|Credit)s?(?:\s?:|\sby\s|\scourtesy\s)"
)
_HAS_AGENCY = pattern(rf"\b{_AGENCY}\b")
_ONLY_AGENCY = pattern(rf"(?:via\s)?{_AGENCY}{_TAIL}")
_WIRE = pattern(rf"(?:/\s?|\bvia\s){_AGENCY}{_TAIL}$|{_CAPITALISED}\s{_CAPITALISED}\s?/\s?{_INITIALS}{_TAIL}$")
# "… at the county court. Picture: Name Surname" ends many a caption.
_NAMED_MAKER = pattern(
    r"(?:\b(?i:photo|photograph|picture|pic|image|foto|bild|illustration)s?(?i:\s?credit)?\s?[:©]\s?©?\s?"
    r"|(?:^|[.!?…)]\s)(?:Photo|Photograph|Picture|Image|Illustration)s?\sby\s(?=\p{Lu}))"
    r"[\p{L}\p{M}.'’-]++(?:[\s/,]{1,3}[\p{L}\p{M}.'’-]++){0,6}$"
)
# The longest credit behind a slash; looking at no more keeps the search short.
_WIRE_CHARS = 120
# Both kinds of brackets are used.
_CLOSING = {")": "(", "]": "["}


def image_credit(document: Document) -> Iterator[Sign]:
    """Captions and credits of pictures.

    What it catches:
        Credits that stand alone, and captions that end in one: in brackets, or behind a slash.
    Why it is noise:
        The picture is gone; its caption and the name of its maker belong to it, not to the text.
    When it is wrong:
        A short report that ends with the name of the agency it came from.

    Example:
        ``A ferry leaves the harbour at dawn. (Mara Lindqvist/Getty Images)``
    """
    yield from wording(document, "image-credit")
    ending_so = marked(document, ":©)]/")
    for block in document.blocks:
        text = block.visible
        if block.index not in ending_so and " by " not in text and "via " not in text:
            continue
        if len(text) > _LONGEST or block.kind in ("table-row", "preformatted", "heading"):
            continue
        words = document.readings[block.index].words
        if words > _MOST_WORDS:
            continue
        if (":" in text or "©" in text or " by " in text) and (match := _NAMED_MAKER.search(text[-_WIRE_CHARS:])):
            yield Sign(block.index, "image-credit.maker", match[0], "image-credit")
        elif text[-1:] in _CLOSING:
            credit = text[:-1].rpartition(_CLOSING[text[-1]])[2]
            if len(credit) <= min(_LONGEST_CREDIT, len(text) - 2) and _is_credit(credit, words):
                yield Sign(block.index, "image-credit.bracket", credit, "image-credit")
        elif ("/" in text or "via " in text) and "://" not in text and (match := _WIRE.search(text[-_WIRE_CHARS:])):
            yield Sign(block.index, "image-credit.wire", match[0], "image-credit")


def _is_credit(credit: str, words: int) -> bool:
    """Whether the content of a bracket at the end of a block of so many words names a picture's source."""
    if _ONLY_AGENCY.fullmatch(credit):
        return words <= _MOST_WORDS_BARE
    return bool(
        credit.startswith("©")
        or _LABELLED.match(credit)
        or _NAMES.search(credit)
        or _WITH_INITIALS.search(credit)
        or (_HAS_AGENCY.search(credit) and _is_capitalised(credit.split()))
    )


def _is_capitalised(words: list[str]) -> bool:
    """Whether two words in three have a capital: "(Reuters reported it first)" is no credit."""
    return 3 * sum(word[0].isupper() for word in words) >= 2 * len(words)
