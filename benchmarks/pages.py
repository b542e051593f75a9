"""The pages with golds, and which of them make up a sample."""

from __future__ import annotations

import hashlib
import heapq
import json
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIX = ".jsonl.xz"

# The golds of these sets begin with the headline.
HEADLINED = ("blogs", "news5", "cleaneval")
# The set of five languages has their names.
_CODES = {"Chinese": "zh", "English": "en", "Greek": "el", "Polish": "pl", "Russian": "ru"}
_DECLARED = re.compile(r"""<html[^>]{0,500}?\blang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)
# Where a page says its language, if anywhere.
_HEAD = 10_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what should come out of it.

    Attributes:
        set: The name of its data set: the file's name less ``.jsonl.xz``.
        id: What the set calls it.
        html: The page.
        url: Where it is from; empty when the set does not tell.
        page_type: What kind of page it is; empty when the set does not tell.
        gold: The main text; None where the set has segments instead.
        wanted: Segments that must be in the output.
        unwanted: Segments that must not.
        language: ISO 639-1 code of its language, by the set or by the page itself; empty when neither tells.
    """

    set: str
    id: str
    html: str
    url: str = ""
    page_type: str = ""
    gold: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    language: str = ""

    @property
    def headlined(self) -> bool:
        """Whether the gold begins with the headline, so that a system's title is put in front of its text."""
        return self.set.startswith(HEADLINED)


def set_files(folder: Path, names: Sequence[str] = ()) -> list[Path]:
    """The data sets of a folder, by name.

    Args:
        folder: Where the ``*.jsonl.xz`` files are.
        names: Which of them; all when empty.

    Raises:
        FileNotFoundError: if there is none, or none of a name.
    """
    files = {path.name.removesuffix(SUFFIX): path for path in sorted(folder.glob(f"*{SUFFIX}"))}
    if not files:
        raise FileNotFoundError(f"no *{SUFFIX} in {folder}")
    for name in names:
        if name not in files:
            raise FileNotFoundError(f"no set {name!r} in {folder}: there is {', '.join(files)}")
    return [files[name] for name in names or files]


def load(folder: Path, names: Sequence[str] = (), per_set: int | None = None) -> list[Page]:
    """The pages of the data sets, or a sample of each set."""
    return [page for path in set_files(folder, names) for page in sample(_read(path), per_set)]


def sample(pages: Iterable[Page], count: int | None) -> list[Page]:
    """The pages with the lowest hash of their id: the same ones in every run and on every machine.

    A smaller sample is part of any larger one.
    """
    if count is None:
        return list(pages)
    return heapq.nsmallest(count, pages, key=rank)


def rank(page: Page) -> str:
    """What a sample is ordered by."""
    return hashlib.sha256(page.id.encode()).hexdigest()


def _read(path: Path) -> Iterator[Page]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield page_of(path.name.removesuffix(SUFFIX), json.loads(line))


def _language(record: Mapping[str, Any]) -> str:
    declared = _DECLARED.search(record["html"], 0, _HEAD)
    return _CODES.get(record.get("language") or "") or (str(declared[1]).lower() if declared else "")


def page_of(name: str, record: dict[str, Any]) -> Page:
    """A line of a data set as a page."""
    gold = record.get("main_content")
    segments = {} if gold is not None else record
    return Page(
        set=name,
        id=str(record["id"]),
        html=record["html"],
        url=record.get("url") or "",
        page_type=record.get("page_type") or "",
        language=_language(record),
        gold=gold,
        wanted=tuple(segments.get("with") or ()),
        unwanted=tuple(segments.get("without") or ()),
    )
