"""What the filters found in the page that its readers see: who, when, how long, what about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from declutter.labels import label_of
from declutter.metadata.around import Around, is_said, said_of
from declutter.metadata.bylines import authors_of, hits_in, source_of
from declutter.metadata.dates import dates_with_words
from declutter.metadata.model import Stated
from declutter.metadata.names import is_whole, names_in
from declutter.metadata.spans import named_by
from declutter.metadata.words import bundled_words
from declutter.model import Result, Verdict
from declutter.patterns import pattern

_WHO_AND_WHEN = ("byline", "dateline", "provenance", "read-time")
_LONGEST = 400
_MOST_TAGS, _LONGEST_TAG = 30, 60
_HASHTAG = pattern(r"#([\p{L}\p{M}\p{N}_-]+)")
_BETWEEN_TAGS = pattern(r"\s*[,;|•·/\n、，]\s*|\s{2,}")
_CREDITS = ("image-credit.maker", "image-credit.bracket", "image-credit.wire")
# So many blocks below the headline a line that has some date in it is that of the page.
_UNDATED = 6
_MOST_CAPTIONS, _MOST_CREDITS, _LONGEST_CREDIT = 100, 20, 120
# Shorter blocks are headings and links of such a note.
_FEWEST_BIO_WORDS = 6


@dataclass(frozen=True, slots=True)
class Visible:
    """What the page's readers see, without the text.

    Attributes:
        authors: Names in bylines, the nearest to the headline first.
        published: Dates in the lines that say when it was published, ISO 8601.
        modified: Dates in those that say when it was changed.
        undated: The line that dates it when its date cannot be told.
        others: The place of the block where comments or other stories begin.
        blocks: The places of the blocks that say who and when.
        tag_lists: The places of those that list tags.
        dateline: The line that dates it.
        read_time: How long it takes to read.
        image_credits: Who made the pictures.
        author_bio: The note on the author.
        tags: What it is filed under.
    """

    authors: tuple[Stated, ...]
    published: tuple[Stated, ...]
    modified: tuple[Stated, ...]
    undated: tuple[Stated, ...]
    others: int
    blocks: tuple[int, ...]
    tag_lists: tuple[int, ...]
    dateline: Stated | None
    read_time: Stated | None
    image_credits: tuple[Stated, ...]
    author_bio: Stated | None
    tags: tuple[Stated, ...]


def visible_of(result: Result, order: str) -> Visible:
    """Go over the verdicts of a result.

    Args:
        result: The page.
        order: Which comes first in its dates; see `declutter.metadata.dates.order_of`.
    """
    said = [verdict for verdict in result.verdicts if is_said(verdict)]
    around = Around(result)
    near = around.those_near([verdict for verdict in said if verdict.category in _WHO_AND_WHEN])
    near = sorted({verdict.block.index: verdict for verdict in (*near, *around.lines)}.values(), key=around.distance)
    tag_lists = around.those_near([verdict for verdict in said if verdict.category == "tag-list"])
    published, modified, undated = _dated(result, near, around, order)
    datelines = [verdict for verdict in near if verdict.category == "dateline"]
    times = [verdict for verdict in near if verdict.category == "read-time" and _by_own(verdict, "read-time")]
    return Visible(
        authors_of(result, near, around),
        published,
        modified,
        undated,
        around.others,
        tuple(verdict.block.index for verdict in near),
        tuple(verdict.block.index for verdict in tag_lists),
        _line(datelines, "dateline block"),
        _line(times, "read-time block"),
        tuple(Stated(credit, "image-credit block") for credit in dict.fromkeys(_credits(result, around, said)))[
            :_MOST_CREDITS
        ],
        _bio(result, around, said),
        _each(_tags(result, tag_lists), "tag-list block", _MOST_TAGS),
    )


def _each(values: Iterable[str], source: str, most: int) -> tuple[Stated, ...]:
    """The first of some values, each once."""
    return tuple(Stated(value, source) for value in islice(dict.fromkeys(values), most))


def _by_own(verdict: Verdict, family: str) -> bool:
    """Whether the family's own filter speaks for a block, not only what stands around it."""
    return any(row.filter == family for row in said_of(verdict))


def _line(verdicts: Iterable[Verdict], source: str) -> Stated | None:
    return next((Stated(_flat(verdict), source) for verdict in verdicts), None)


def _flat(verdict: Verdict) -> str:
    return " ".join(verdict.block.visible.split())


def _dated(result: Result, near: Iterable[Verdict], around: Around, order: str) -> tuple[tuple[Stated, ...], ...]:
    """The dates of publication and of change, and the lines whose dates cannot be told."""
    published: list[Stated] = []
    modified: list[Stated] = []
    undated: list[Stated] = []
    for verdict in near:
        source = source_of(verdict, "dateline")
        found = dates_with_words(verdict.block.visible, order)
        for value, before in found:
            (modified if tells_change(before) else published).append(Stated(value, source))
        if (
            not found
            and around.is_right_below(verdict, _UNDATED)
            and "{date}" in result.document.readings[verdict.block.index].tokens
        ):
            undated.append(Stated(_flat(verdict), source))
    return tuple(published), tuple(modified), tuple(undated)


def tells_change(words: Iterable[str]) -> bool:
    """Whether folded words say that what follows is a date of change."""
    words = list(words)
    known = bundled_words()
    said = "".join(words)
    return not known.changed.isdisjoint(words) or any(sign in said for sign in known.changed_unspaced)


def _credits(result: Result, around: Around, said: Iterable[Verdict]) -> Iterator[str]:
    """The makers and agencies in the credits of pictures in and around the text."""
    captions = (one for one in said if one.category == "image-credit" and around.is_in_text(one))
    for verdict in islice(captions, _MOST_CAPTIONS):
        text, reading = verdict.block.visible, result.document.readings[verdict.block.index]
        spans = [row.match for row in said_of(verdict) if row.reason in _CREDITS]
        if not spans:
            hits = hits_in(result, "image-credit", verdict.block.index)
            spans = [span for hit in hits for span in named_by(hit, reading, text) if _names_maker(span)]
        for span in spans:
            label = label_of(span)
            credit = " ".join((span.partition(label)[2] if label else span).split()).strip(" :：©()[]/")
            if credit and len(credit) <= _LONGEST_CREDIT:
                yield credit


def _names_maker(span: str) -> bool:
    """Whether what stands behind a label such as "Photo:" is a person or an agency, and not a story or a menu."""
    return "/" in span or "©" in span or any(map(is_whole, names_in(span)))


def _bio(result: Result, around: Around, said: Iterable[Verdict]) -> Stated | None:
    """The sentences of the first note on the author."""
    lines: dict[str, None] = {}
    last = -1
    for verdict in said:
        i = verdict.block.index
        reading = result.document.readings[i]
        own = verdict.category == "author-bio" and any(row.category == "author-bio" for row in said_of(verdict))
        if not own or reading.words < _FEWEST_BIO_WORDS or not around.is_in_text(verdict):
            continue
        if lines and i > last + 2:
            break
        lines[_flat(verdict)] = None
        last = i
    return Stated("\n".join(lines), "author-bio block") if lines else None


def _tags(result: Result, said: Iterable[Verdict]) -> Iterator[str]:
    """The tags in lines that list them: hashtags, and what follows a label. Other lines do not tell where one ends."""
    for verdict in said:
        text = verdict.block.visible
        labelled = [hit for hit in hits_in(result, "tag-list", verdict.block.index) if hit.how == "label"]
        hashtags = _HASHTAG.findall(text)
        rest = named_by(labelled[0], result.document.readings[verdict.block.index], text)[0] if labelled else ""
        for tag in hashtags or _BETWEEN_TAGS.split(rest):
            tag = tag.strip(" .#")
            if 0 < len(tag) <= _LONGEST_TAG:
                yield tag
