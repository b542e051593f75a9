"""What is measured: declutter and the peers that take HTML.

Every system is given the page as ``str`` and nothing else: no URL, no language. A peer's own title is asked for only
where the gold begins with the headline, and outside the time that is measured.

Everything is imported where it is first needed, lxml and declutter too: what a system takes of memory is measured from
before that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Output:
    """What a system made of a page.

    Attributes:
        text: The main text.
        title: Gives the headline that the system knows; None when titles are none of its business, and then the
            page's ``<title>`` stands in.
    """

    text: str
    title: Callable[[], str | None] | None = None


Extract = Callable[[str], Output]


@dataclass(frozen=True, slots=True)
class System:
    """One line of the table.

    Attributes:
        name: What the table calls it.
        package: What to install for it.
        load: Imports the package and gives the function to call; raises ImportError where it is not installed.
    """

    name: str
    package: str
    load: Callable[[], Extract]


def parsed(html: str) -> HtmlElement:
    """The tree of a page: what every system's time is compared with.

    Raises:
        lxml.etree.ParserError: if there is nothing in it.
    """
    from lxml.html import document_fromstring

    try:
        return document_fromstring(html)
    except ValueError:
        # lxml takes no str that declares an encoding.
        return document_fromstring(html.encode("utf-8", "replace"))


def declared_title(html: str) -> str:
    """What the page's ``<title>`` says."""
    from lxml.etree import LxmlError

    try:
        return " ".join((parsed(html).findtext(".//title") or "").split())
    except LxmlError:
        return ""


def installed(systems: Sequence[System]) -> tuple[dict[str, Extract], list[str]]:
    """The systems that are here, ready to be called, and the packages of those that are not."""
    ready: dict[str, Extract] = {}
    missing: list[str] = []
    for system in systems:
        try:
            extract = system.load()
            # Whatever is imported or built at the first call must not count as the first page's time.
            _warm_up(extract)
        except ImportError:
            missing.append(system.package)
        else:
            ready[system.name] = extract
    return ready, sorted(set(missing))


def _warm_up(extract: Extract) -> None:
    try:
        extract("<html><body><p>The ferry will run all winter, the council said on Tuesday.</p></body></html>")
    except ImportError:
        raise
    except Exception:  # noqa: S110
        # A peer that cannot do this page is measured all the same.
        pass


def _declutter() -> Extract:
    import declutter

    def extract(page: str) -> Output:
        result = declutter.extract(page)
        return Output(result.text, lambda: result.title)

    return extract


def _trafilatura(**settings: object) -> Callable[[], Extract]:
    def load() -> Extract:
        import trafilatura

        def title(page: str) -> str | None:
            found = trafilatura.extract_metadata(page)
            return found.title if found else None

        # Without comments, as in its own evaluation: the golds have none.
        extract = partial(trafilatura.extract, include_comments=False, **settings)
        return lambda page: Output(extract(page) or "", lambda: title(page))

    return load


def _readability() -> Extract:
    import html_text
    from readability import Document

    def extract(page: str) -> Output:
        document = Document(page)
        return Output(html_text.extract_text(document.summary()), document.short_title)

    return extract


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: Output(extract_plain_text(page, main_content=True))


def stop_words(language: str | None) -> frozenset[str]:
    """The stop words that jusText has for a language, or those of all its languages together.

    Raises:
        ImportError: if jusText is not installed.
    """
    import justext

    languages = justext.get_stoplists() if language is None else [language]
    return frozenset().union(*map(justext.get_stoplist, languages))


def _justext(language: str | None) -> Callable[[], Extract]:
    def load() -> Extract:
        import justext

        words = stop_words(language)

        def extract(page: str) -> Output:
            paragraphs = justext.justext(page, words)
            return Output("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))

        return extract

    return load


def _boilerpy3() -> Extract:
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor()
    return lambda page: Output(extractor.get_content(page))


def _rs_trafilatura() -> Extract:
    import rs_trafilatura

    def extract(page: str) -> Output:
        result = rs_trafilatura.extract(page)
        return Output(result.main_content or "", lambda: result.title)

    return extract


def _magic_html() -> Extract:
    import html_text
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()

    def extract(page: str) -> Output:
        found = extractor.extract(page, base_url="")
        return Output(html_text.extract_text(found.get("html") or ""), lambda: found.get("title"))

    return extract


def _all_text() -> Extract:
    import html_text

    return lambda page: Output(html_text.extract_text(page))


DECLUTTER = System("declutter", "declutter-text", _declutter)
ALL_TEXT = System("all text", "html-text", _all_text)
HTML_PEERS = (
    System("trafilatura", "trafilatura", _trafilatura()),
    System("trafilatura fast", "trafilatura", _trafilatura(fast=True)),
    System("trafilatura precision", "trafilatura", _trafilatura(favor_precision=True)),
    System("readability", "readability-lxml", _readability),
    System("resiliparse", "resiliparse", _resiliparse),
    System("jusText", "justext", _justext("English")),
    # It has to be told the language. Where pages are in many, all lists together is what trafilatura's evaluation does.
    System("jusText all languages", "justext", _justext(None)),
    System("boilerpy3", "boilerpy3", _boilerpy3),
    System("rs-trafilatura", "rs-trafilatura", _rs_trafilatura),
    System("magic-html", "magic-html", _magic_html),
    ALL_TEXT,
)
