"""What is known of a page apart from its text, each piece with where it came from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple


class Stated(NamedTuple):
    """One piece of metadata.

    Attributes:
        value: What is stated. Dates are ISO 8601 (``2024-05-03``, ``2024-05-03T10:15:00+02:00``) where they could be
            read without guessing, and the words of the page where not.
        source: Where it stands: ``json-ld``, the name of a ``<meta>`` element such as ``og:title`` or ``meta author``,
            ``microdata``, ``link canonical``, ``html lang``, ``front matter``, a visible block such as ``byline
            block``, ``url``, or the library that found it.
    """

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's metadata. What is not known is None or ``()``.

    Attributes:
        title: The headline.
        authors: Their names, without roles and agencies.
        published: When it was first published.
        modified: When it was last changed.
        site: The name of the site.
        language: The language of the text, as BCP 47 has it: ``en``, ``pt-BR``.
        url: The page's canonical address, absolute where that can be told.
        description: What the page says that it is about, in a sentence or two.
        image: The address of its lead image.
        tags: What it is filed under.
        licence: The address or the name of the licence that it is under.
        dateline: The line that dates it, as its readers see it.
        read_time: How long it takes to read, as the page says.
        image_credits: Who made its pictures.
        author_bio: The note on the author.
    """

    title: Stated | None = None
    authors: tuple[Stated, ...] = ()
    published: Stated | None = None
    modified: Stated | None = None
    site: Stated | None = None
    language: Stated | None = None
    url: Stated | None = None
    description: Stated | None = None
    image: Stated | None = None
    tags: tuple[Stated, ...] = ()
    licence: Stated | None = None
    dateline: Stated | None = None
    read_time: Stated | None = None
    image_credits: tuple[Stated, ...] = ()
    author_bio: Stated | None = None

    def as_dict(self) -> dict[str, Any]:
        """The fields in types that JSON has: ``{"value": …, "source": …}``, lists of these, and None.

        >>> Metadata(site=Stated("Harbour Gazette", "og:site_name")).as_dict()["site"]
        {'value': 'Harbour Gazette', 'source': 'og:site_name'}
        """
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def _plain(stated: Stated | tuple[Stated, ...] | None) -> Any:
    if stated is None:
        return None
    if isinstance(stated, Stated):
        return stated._asdict()
    return [one._asdict() for one in stated]
