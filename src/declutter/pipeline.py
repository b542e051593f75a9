"""The pipeline, a frozen value: which filters, and the one path from a page to a result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from declutter.categories import known_categories
from declutter.decide import FOCUS, Overrides, decide
from declutter.decode import decode
from declutter.errors import ConflictError, UnknownNameError
from declutter.filters import DEFAULT_FILTERS
from declutter.model import MEDIA, Document, Evidence, Filter, Media, Result
from declutter.packs.table import bundled_lexicon
from declutter.page_input import PageInput, opened
from declutter.segment import detect_media, segment, source_of
from declutter.survey import survey

# Pages with less confidence are worth a second opinion: one in five of the development pages, with most of the errors.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Filters and how to apply them. Never changed: `without` and `adding` give new pipelines.

    Attributes:
        filters: The filters; their order does not matter.
        consulted: Costly filters that are asked only about pages on which the verdicts of the others are unsure:
            with a `Result.confidence` below 0.9.
    """

    filters: tuple[Filter, ...] = DEFAULT_FILTERS
    consulted: tuple[Filter, ...] = ()

    def without(self, *names: str) -> Pipeline:
        """The same pipeline without some filters.

        Raises:
            UnknownNameError: if there is no filter of a name; lists those there are.
        """
        known = [filter.name for filter in self.filters + self.consulted]
        for name in names:
            if name not in known:
                raise UnknownNameError("filter", name, known)
        filters, consulted = (
            tuple(filter for filter in some if filter.name not in names) for some in (self.filters, self.consulted)
        )
        return replace(self, filters=filters, consulted=consulted)

    def adding(self, *filters: Filter) -> Pipeline:
        """The same pipeline with more filters.

        Raises:
            TypeError: if one cannot be called or has no name.
            ConflictError: if there is a filter of that name already.
        """
        self._require_new(filters)
        return replace(self, filters=self.filters + filters)

    def consulting(self, *filters: Filter) -> Pipeline:
        """The same pipeline with more filters that are asked only about pages on which the others are unsure.

        ``DEFAULT.consulting(READABILITY)`` takes a second opinion from readability-lxml.

        Raises:
            TypeError: if one cannot be called or has no name.
            ConflictError: if there is a filter of that name already.
        """
        self._require_new(filters)
        return replace(self, consulted=self.consulted + filters)

    def _require_new(self, filters: Iterable[Filter]) -> None:
        names = [filter.name for filter in self.filters + self.consulted]
        for filter in filters:
            if not callable(filter) or not isinstance(getattr(filter, "name", None), str):
                raise TypeError(f"a filter must be callable and have a name, unlike {filter!r}")
            if filter.name in names:
                raise ConflictError(f"there is a filter {filter.name!r} already: remove it with without() first")
            names.append(filter.name)

    def run(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        language: str | None = None,
        media: Media | None = None,
        focus: str = "balanced",
        keep: Iterable[str] = (),
        drop: Iterable[str] = (),
    ) -> Result:
        """Clean one page: decode, segment, filter, decide. The arguments are those of `declutter.extract`."""
        _require("url", url, str, None)
        threshold, overrides = _threshold(focus), _overrides(keep, drop)
        media = None if media is None else _known_media(media)
        given = opened(page)
        url = given.url if url is None else url
        if isinstance(given.page, str | bytes):
            source = given.page if isinstance(given.page, str) else decode(given.page)
            media = media or detect_media(source)
            segmented = segment(source, media)
        else:
            media = _media_of_tree(media)
            source, segmented = source_of(given.page), segment(given.page, media)
        document = survey(source, media, segmented, bundled_lexicon(), url=url, language=_code(language))
        evidence = _asked(self.filters, document)
        result = Result(document, decide(document, evidence, threshold, overrides), threshold)
        if not self.consulted or result.confidence >= _SURE:
            return result
        evidence += _asked(self.consulted, document)
        return Result(document, decide(document, evidence, threshold, overrides), threshold)


DEFAULT = Pipeline()


def _asked(filters: Iterable[Filter], document: Document) -> list[Evidence]:
    return list(chain.from_iterable(filter(document) for filter in filters))


def _media_of_tree(media: Media | None) -> Media:
    if media not in (None, "html"):
        raise ConflictError(f"a tree is HTML and cannot be read as {media!r}: leave media out")
    return "html"


def _threshold(focus: str) -> float:
    _require("focus", focus, str)
    if focus not in FOCUS:
        raise UnknownNameError("focus", focus, FOCUS)
    return FOCUS[focus]


def _known_media(media: Media) -> Media:
    _require("media", media, str)
    if media not in MEDIA:
        raise UnknownNameError("media", media, MEDIA)
    return media


def _code(language: str | None) -> str | None:
    """A language code, checked: one without a pack will do, a name such as "English" will not."""
    _require("language", language, str, None)
    if language is not None and not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
        raise UnknownNameError("language", language, bundled_lexicon().grammar.stop_words)
    return language


def _overrides(keep: Iterable[str], drop: Iterable[str]) -> Overrides:
    kept, dropped = (known_categories(_names(name, value)) for name, value in (("keep", keep), ("drop", drop)))
    for both in sorted(kept & dropped):
        raise ConflictError(f"category {both!r} is to be kept and dropped: choose one")
    return Overrides(kept, dropped)


def _names(argument: str, value: Iterable[str]) -> tuple[str, ...]:
    collection = isinstance(value, Iterable) and not isinstance(value, str | bytes)
    names = tuple(value) if collection else (None,)
    if not all(isinstance(name, str) for name in names):
        raise TypeError(f"{argument} must be a collection of category names, such as ['related'], not {value!r}")
    return tuple(map(str, names))


def _require(name: str, value: object, *types: type | None) -> None:
    """Refuse an argument of the wrong type, naming it and what it may be."""
    allowed = tuple(type(None) if kind is None else kind for kind in types)
    if not isinstance(value, allowed):
        names = " or ".join("None" if kind is None else kind.__name__ for kind in types)
        raise TypeError(f"{name} must be {names}, not {type(value).__name__}")
