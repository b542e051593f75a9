"""What callers have in hand: a page, or a file or response that holds one."""

from __future__ import annotations

import os
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, Union

from declutter.segment import tree_of

if TYPE_CHECKING:
    from lxml import etree


class Readable(Protocol):
    """An open file, or what behaves like one, such as the response of ``urllib.request.urlopen``."""

    def read(self) -> str | bytes:
        """All that is left of it."""


class HasContent(Protocol):
    """A response of requests or httpx."""

    @property
    def content(self) -> bytes:
        """The page as it came."""


class HasData(Protocol):
    """A response of urllib3, which is what ``trafilatura.fetch_response`` gives, too."""

    @property
    def data(self) -> bytes:
        """The page as it came."""


class HasBody(Protocol):
    """A response of Scrapy."""

    @property
    def body(self) -> bytes:
        """The page as it came."""


PageInput: TypeAlias = Union[str, bytes, "etree._Element", "etree._ElementTree", Readable, HasContent, HasData, HasBody]

# Before `read`, which gives nothing where a response was read already.
_HELD_AS = ("content", "data", "body")


@dataclass(frozen=True, slots=True)
class Opened:
    """A page taken out of what it came in.

    Attributes:
        page: The page itself.
        url: Where a response is from; None for all else.
    """

    page: str | bytes | etree._Element
    url: str | None = None


def opened(page: object) -> Opened:
    """Take a page out of what it came in; a file is read to its end, nothing is fetched.

    Args:
        page: A page as `declutter.extract` takes it.

    Raises:
        TypeError: if it is none, or what is read from it is neither str nor bytes.
    """
    if isinstance(page, str | bytes):
        return Opened(page)
    if isinstance(page, bytearray | memoryview):
        return Opened(bytes(page))
    tree = tree_of(page)
    if tree is not None:
        return Opened(tree)
    for name in _HELD_AS:
        held = getattr(page, name, None)
        if isinstance(held, bytes):
            return Opened(held, _url(page))
    read = getattr(page, "read", None)
    if not callable(read):
        raise TypeError(_refusal(page))
    held = read()
    if not isinstance(held, str | bytes):
        raise TypeError(_refusal(held, "what read() of page gives"))
    return Opened(held, _url(page))


def _url(page: object) -> str | None:
    # That of httpx is an object.
    url = getattr(page, "url", None)
    return None if url is None else str(url)


def _refusal(given: object, what: str = "page") -> str:
    kinds = "str or bytes" if what != "page" else "str or bytes, an element or tree of lxml, an open file or a response"
    return f"{what} must be {kinds}, not {type(given).__name__}{_advice(given)}"


def _advice(given: object) -> str:
    if isinstance(given, os.PathLike):
        return ": read it first, as in page.read_bytes()"
    if isinstance(given, Awaitable):
        return ": await it first, and give what it returns"
    return ""
