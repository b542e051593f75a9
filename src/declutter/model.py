"""The vocabulary: blocks and documents, evidence and verdicts, and the result that holds them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, runtime_checkable

from declutter.elements import Declared, Element, Holding

if TYPE_CHECKING:
    from declutter.metadata.model import Metadata

Media = Literal["html", "text", "markdown"]
MEDIA: tuple[Media, ...] = ("html", "text", "markdown")

Kind = Literal["paragraph", "heading", "list-item", "table-row", "preformatted", "quote", "caption", "rule", "sentence"]


PAGE_TYPES = ("article", "forum", "product", "listing", "collection", "documentation", "service")


class PageType(NamedTuple):
    """A guess what kind of page it is.

    Attributes:
        name: One of `PAGE_TYPES`.
        probability: How probable that is, 0 to 1.
    """

    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Block:
    """A maximal run of text with no block-level break inside.

    Attributes:
        index: Its place among the document's blocks, from 0.
        text: The block. In text and Markdown it is ``source[start:end]``, to the character.
        kind: What the source says it is; ``paragraph`` when it says nothing, ``sentence`` when it was cut
            out of a longer line.
        span: ``(start, end)`` offsets into the source, in characters; None for HTML.
        xpath: Where the block's innermost block-level element is; None for text and Markdown. ``root.xpath`` finds it,
            where ``root`` is the root of the page's tree or the element that was given: for an element inside a
            bigger tree the path begins with a dot and leads from there. It needs no namespaces to be declared.
        visible: What a reader sees of it: the text without Markdown's markup and link targets.
        link_chars: How many of the visible characters stand inside links.
        element: The index of the innermost element around all of it; -1 for text and Markdown.
    """

    index: int
    text: str
    visible: str
    kind: Kind = "paragraph"
    span: tuple[int, int] | None = None
    xpath: str | None = None
    link_chars: int = 0
    element: int = -1

    @property
    def link_density(self) -> float:
        """The share of visible characters that stand inside links, 0 to 1."""
        return min(1.0, self.link_chars / len(self.visible)) if self.visible else 0.0


class Hit(NamedTuple):
    """A phrase of a language pack found in a block.

    Attributes:
        block: The block's index.
        category: What the phrase speaks for.
        how: How it was found: ``whole``, ``label``, ``tokens``, ``compound``, ``start``, ``end`` or
            ``contains``, or by single words that give it away, ``cues``.
        phrase: The phrase as the pack has it, normalised.
        language: The pack's language.
    """

    block: int
    category: str
    how: str
    phrase: str
    language: str

    @property
    def claims(self) -> bool:
        """Whether the phrase makes up the whole block."""
        return self.how in ("whole", "label", "tokens", "compound")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one look at a block's words tells, so that no filter has to look again.

    Attributes:
        tokens: The words, case-folded, without punctuation; numbers are ``{n}``, dates ``{date}``.
        cased: The same words as they were written, one for one.
        words: How many words; characters of scripts without spaces count as a fraction of one.
        stop_share: The share of words that are function words of the language they have most of, 0 to 1; None in
            a language whose function words are not known.
        ends: How the block ends: ``sentence``, ``open`` (no end mark), ``colon`` or ``ellipsis``.
        address: The share of words that are "we" or "you" and their like, 0 to 1; 0 unless both occur.
        question: Whether the end mark is a question mark.
        prose: Whether it reads like running text: long enough, whole sentences, function words.
    """

    tokens: tuple[str, ...]
    cased: tuple[str, ...]
    words: int
    stop_share: float | None
    ends: Literal["sentence", "open", "colon", "ellipsis"]
    address: float
    question: bool
    prose: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A page in blocks, with the facts about it that filters read.

    Attributes:
        source: The page as text, decoded but otherwise untouched; of a tree that was given, its markup.
        media: What kind of source it is.
        blocks: Every block, in order.
        readings: One `Reading` a block.
        hits: The phrases found, by category.
        claimed: The blocks that known wording claims as a whole.
        marks: The blocks that have a sign such as ``%`` or ``©``, in order, by the sign; every digit counts as ``0``.
        spoken_of: For each sentence or paragraph that does not address the reader, the categories that it speaks of.
        stretch: The first and last block of the stretch where prose is densest; None when there is no prose.
        elements: The elements that the blocks stand in; none for text and Markdown.
        holdings: What each element holds, one for one.
        declared: What the page says of itself in its head, in JSON-LD or in front matter.
        title: What the page declares as its title, without the site's name; None if nothing.
        headline: The block that is most likely the headline; None when nothing looks like one.
        language: ISO 639-1 code of the text; None when unknown.
        url: Where the page is from, by the caller or by itself; None when unknown.
        host: The host of that; None when unknown.
    """

    source: str
    media: Media
    blocks: tuple[Block, ...]
    readings: tuple[Reading, ...] = ()
    hits: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)
    claimed: frozenset[int] = frozenset()
    spoken_of: Mapping[int, frozenset[str]] = field(default_factory=dict)
    stretch: tuple[int, int] | None = None
    marks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    holdings: tuple[Holding, ...] = ()
    declared: Declared = field(default_factory=Declared)
    title: str | None = None
    headline: int | None = None
    language: str | None = None
    url: str | None = None
    host: str | None = None


class Evidence(NamedTuple):
    """One reason, from one filter, for or against one block: a row of the receipt.

    Attributes:
        block: The block's index.
        filter: The name of the filter that says so.
        reason: A stable code, such as ``newsletter.whole``.
        log_odds: Natural-log odds: above 0 for noise, below 0 for content.
        category: What the block would be dropped as; empty when the row names none.
        match: What triggered the row.
    """

    block: int
    filter: str
    reason: str
    log_odds: float
    category: str = ""
    match: str = ""


@runtime_checkable
class Filter(Protocol):
    """Anything with a name that is called with a document and gives evidence.

    A filter is pure: the same document gives the same rows, whatever other filters there are.
    """

    @property
    def name(self) -> str:
        """What ``Pipeline.without`` and the receipt call it."""

    def __call__(self, document: Document) -> Iterable[Evidence]:
        """Give the evidence found in a document, for any of its blocks, in any order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided on one block, and the rows that sum to it.

    Attributes:
        block: The block.
        evidence: The rows, the strongest first.
        log_odds: ``math.fsum`` of the rows' log-odds, exactly.
        category: What the block is or would be dropped as; None for main text that no row of weight speaks against.
        kept: Whether the block is main text.
    """

    block: Block
    evidence: Sequence[Evidence]
    log_odds: float
    category: str | None
    kept: bool

    @property
    def probability(self) -> float:
        """The probability that the block is noise, 0 to 1."""
        if self.log_odds >= 0:
            return 1 / (1 + math.exp(-self.log_odds))
        return 1 - 1 / (1 + math.exp(self.log_odds))


@dataclass(frozen=True, slots=True)
class Result:
    """A cleaned page: every block's verdict, and what follows from them.

    Attributes:
        document: The page in blocks.
        verdicts: One verdict a block, in order.
        threshold: The log-odds of noise up to which blocks were kept.
    """

    document: Document
    verdicts: tuple[Verdict, ...]
    threshold: float = 0.0

    @property
    def kept(self) -> tuple[Verdict, ...]:
        """The verdicts of the blocks that are main text, in order."""
        return tuple(verdict for verdict in self.verdicts if verdict.kept)

    @property
    def dropped(self) -> tuple[Verdict, ...]:
        """The verdicts of the blocks that are not, in order."""
        return tuple(verdict for verdict in self.verdicts if not verdict.kept)

    @property
    def text(self) -> str:
        """The main text, without a newline at its end. In text mode every kept block is verbatim."""
        from declutter.render import main_text

        return main_text(self)

    @property
    def title(self) -> str | None:
        """The headline found in the page, or else what the page declares as its title."""
        from declutter.render import title

        return title(self)

    @property
    def metadata(self) -> Metadata:
        """Authors, dates, site, tags and the like, each with its source. Gathered each time it is asked for."""
        from declutter.metadata.gather import metadata_of

        return metadata_of(self)

    @property
    def page_type(self) -> PageType:
        """What kind of page it probably is."""
        from declutter.page_type import guess_page_type

        return guess_page_type(self.document)

    @property
    def language(self) -> str | None:
        """ISO 639-1 code of the text, None when unknown."""
        return self.document.language

    @property
    def confidence(self) -> float:
        """How sure the verdicts are, from 0.5 to 1. The mean certainty of a block, weighted by its length.

        1.0 for an empty page: nothing in it is in doubt.
        """
        sizes = [len(verdict.block.text) for verdict in self.verdicts]
        if not sum(sizes):
            return 1.0
        sure = (
            size * max(verdict.probability, 1 - verdict.probability)
            for size, verdict in zip(sizes, self.verdicts, strict=True)
        )
        return math.fsum(sure) / sum(sizes)

    def markdown(self, include: Iterable[str] = ("tables",)) -> str:
        """The main text as Markdown; of text and Markdown it is what `text` is, verbatim.

        Args:
            include: What to put in beside the text: ``links``, ``images``, ``tables``.

        Raises:
            UnknownNameError: if there is no part of a name.
            MissingExtraError: if the packages of the extra ``html`` are not installed.
        """
        from declutter.render.markdown import article_markdown

        return article_markdown(self, include)

    def html(self, include: Iterable[str] = ("links", "tables")) -> str:
        """The main text as clean HTML, safe to put on a page.

        Args:
            include: What to put in beside the text: ``links``, ``images``, ``tables``.

        Raises:
            UnknownNameError: if there is no part of a name.
            MissingExtraError: if the packages of the extra ``html`` are not installed.
        """
        from declutter.render.html import article_html

        return article_html(self, include)

    @property
    def comments(self) -> str:
        """What readers wrote below the article, as text; empty when nothing was found."""
        from declutter.render.comments import reader_comments

        return reader_comments(self)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data for JSON: text, title, and every block with its receipt."""
        from declutter.render import as_dict

        return as_dict(self)

    def report(self, name: str = "") -> str:
        """The result as one HTML file for a browser: every block, its receipt, and a slider for the threshold.

        Args:
            name: What to call the page at the top, such as its file name.
        """
        from declutter.render.report import report

        return report(self, name)
