"""The pipeline, a frozen value: which filters, and the one path from a page to a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from declutter.categories import known_categories
from declutter.decide import FOCUS, Overrides, decide
from declutter.decode import decode
from declutter.errors import ConflictError, UnknownNameError
from declutter.filters import DEFAULT_FILTERS
from declutter.model import MEDIA, Document, Evidence, Filter, Media, Result
from declutter.packs.table import bundled_lexicon
from declutter.segment import detect_media, segment
from declutter.survey import survey


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Filters and how to apply them. Never changed: `without` and `adding` give new pipelines.

    Attributes:
        filters: The filters; their order does not matter.
    """

    filters: tuple[Filter, ...] = DEFAULT_FILTERS

    def without(self, *names: str) -> Pipeline:
        """The same pipeline without some filters.

        Raises:
            UnknownNameError: if there is no filter of a name; lists those there are.
        """
        known = [filter.name for filter in self.filters]
        for name in names:
            if name not in known:
                raise UnknownNameError("filter", name, known)
        return replace(self, filters=tuple(filter for filter in self.filters if filter.name not in names))

    def adding(self, *filters: Filter) -> Pipeline:
        """The same pipeline with more filters.

        Raises:
            TypeError: if one cannot be called or has no name.
            ConflictError: if there is a filter of that name already.
        """
        names = [filter.name for filter in self.filters]
        for filter in filters:
            if not callable(filter) or not isinstance(getattr(filter, "name", None), str):
                raise TypeError(f"a filter must be callable and have a name, unlike {filter!r}")
            if filter.name in names:
                raise ConflictError(f"there is a filter {filter.name!r} already: remove it with without() first")
            names.append(filter.name)
        return replace(self, filters=self.filters + filters)

    def run(
        self,
        page: str | bytes,
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
        source = _decoded(page)
        media = detect_media(source) if media is None else _known_media(media)
        segmented = segment(source, media)
        document = survey(source, media, segmented, bundled_lexicon(), url=url, language=_code(language))
        verdicts = decide(document, self._evidence(document), threshold, overrides)
        return Result(document, verdicts)

    def _evidence(self, document: Document) -> Iterator[Evidence]:
        for filter in self.filters:
            yield from filter(document)


DEFAULT = Pipeline()


def _decoded(page: str | bytes) -> str:
    _require("page", page, str, bytes, bytearray, memoryview)
    return page if isinstance(page, str) else decode(bytes(page))


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
