"""Which claim of a field is believed: the most trusted one that is not known to be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from declutter.lexicon import without_numbers
from declutter.metadata.dates import declared_date, is_future
from declutter.metadata.model import Stated
from declutter.metadata.names import MOST_NAMES, declared_names, names_in
from declutter.metadata.words import bundled_words, folded
from declutter.packs.table import bundled_lexicon
from declutter.patterns import plain_pattern
from declutter.reading import normalise
from declutter.site_name import key

_ADDRESS = plain_pattern(r"(?i)^(?:https?:)?//|^www\.|^@")
_CUT = ("…", "...", "[…]", "[...]", "…]")
_SHORTEST_DESCRIPTION = 15
_MOST_TAGS, _LONGEST_TAG = 30, 60
_BESIDE_TAGS = ("comment-form", "counter", "dateline", "print-save", "read-more", "share")
_BETWEEN_TAGS = plain_pattern(r"\s*[,;|、，]\s*")
_LANGUAGE = plain_pattern(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.].*)?$")
_LICENCE = plain_pattern(r"(?i)licen[cs]e|creative\s?commons|\bCC[ -](?:BY|0)|public domain|^https?://|^/\w")


def site_of(claims: Iterable[Stated], title: str | None) -> Stated | None:
    """The name of the site: no address, and not the page's title."""
    for claim in claims:
        if not _ADDRESS.search(claim.value) and key(claim.value) not in ("", key(title or "")):
            return claim
    return None


def authors_of(claims: Sequence[Stated], seen: Sequence[Stated], sites: frozenset[str]) -> tuple[Stated, ...]:
    """The authors by the first source that names a person, or an organisation where no byline names one.

    Args:
        claims: What the page declares, the most trusted first.
        seen: The names that its bylines have.
        sites: The names of the site as `key` has them; the site is believed to be the author if a byline says so, too.
    """
    in_bylines = {key(stated.value) for stated in seen}
    for source, own in groupby(claims, key=lambda claim: claim.source):
        names = {folded(name): name for claim in own for name in declared_names(claim.value)}
        fitting = [name for name in names.values() if key(name) not in sites or key(name) in in_bylines]
        if fitting and (any(map(names_in, fitting)) or not seen):
            return tuple(Stated(name, source) for name in fitting[:MOST_NAMES])
    return tuple(stated for stated in seen if key(stated.value) not in sites)


def date_of(claims: Iterable[Stated], order: str, today: date) -> Stated | None:
    """The first claim that is a date and not in the future, as ISO 8601."""
    for claim in claims:
        found = declared_date(claim.value, order)
        if found is not None and not is_future(found, today):
            return Stated(found, claim.source)
    return None


def language_of(claims: Iterable[Stated], spoken: str | None) -> Stated | None:
    """The first claim that agrees with the language that the text is in; that language when none does.

    Templates say "en" for whatever stands in them, so the words of the text are believed first.

    Args:
        claims: What the page declares.
        spoken: The code of the language that most of the text's function words are of; None when there is no telling.
    """
    for claim in claims:
        match = _LANGUAGE.match(claim.value)
        if match and (spoken is None or match[1].lower() == spoken):
            parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
            return Stated("-".join(filter(None, parts)), claim.source)
    return Stated(spoken, "text") if spoken else None


def description_of(claims: Sequence[Stated], others: Iterable[str | None]) -> Stated | None:
    """The first claim that is more than the title or the site's name; one that is not cut short, if there is any."""
    known = {key(other) for other in others if other}
    fitting = [claim for claim in claims if len(claim.value) >= _SHORTEST_DESCRIPTION and key(claim.value) not in known]
    whole = [claim for claim in fitting if not claim.value.endswith(_CUT)]
    return next(iter(whole or fitting), None)


def tags_of(claims: Iterable[Stated], seen: Sequence[Stated], sites: frozenset[str]) -> tuple[Stated, ...]:
    """The tags by the first source that has any, each one once."""
    claims = sorted(claims, key=lambda claim: claim.source == "meta keywords")
    for _, own in groupby(
        (*claims[: _keywords(claims)], *seen, *claims[_keywords(claims) :]), key=lambda one: one.source
    ):
        tags = _split(own, sites)
        if tags:
            return tuple(tags.values())[:_MOST_TAGS]
    return ()


def _keywords(claims: Sequence[Stated]) -> int:
    """Where the keywords begin, which many sites give alike for all pages."""
    return next((i for i, claim in enumerate(claims) if claim.source == "meta keywords"), len(claims))


def _split(claims: Iterable[Stated], sites: frozenset[str]) -> Mapping[str, Stated]:
    tags: dict[str, Stated] = {}
    for claim in claims:
        for tag in _BETWEEN_TAGS.split(claim.value):
            tag = tag.strip(" #\"'")
            low = folded(tag)
            known = low in bundled_words().no_tags or key(tag) in sites or _is_wording(tag)
            if 0 < len(tag) <= _LONGEST_TAG and low and not known:
                tags.setdefault(low, Stated(tag, claim.source))
    return tags


def _is_wording(tag: str) -> bool:
    """Whether a tag is what stands beside tags: "27 comments"."""
    lexicon = bundled_lexicon()
    tokens = normalise(tag[:_LONGEST_TAG], lexicon.grammar)[0]
    owner = lexicon.whole.get(" ".join(without_numbers(tokens)))
    return owner >= 0 and lexicon.owners[owner].category in _BESIDE_TAGS


def licence_of(claims: Iterable[Stated], linked: Sequence[Stated]) -> Stated | None:
    """The first claim that names a licence, else the one licence that the page links to."""
    declared = next((claim for claim in claims if _LICENCE.search(claim.value)), None)
    return declared or (linked[0] if len({link.value.rstrip("/") for link in linked}) == 1 else None)
