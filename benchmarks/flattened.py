"""Pages that have lost their tags: how they lose them, and the peers that clean what is left."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.metrics import tokens
from benchmarks.systems import Extract, Output, System, stop_words

FLATTENERS = ("html_text", "resiliparse", "inscriptis")
_SENTENCE_MARKS = tuple(".!?…。！？")
_CLOSING_MARKS = "\"'”’»«)]」』"


def flattener(name: str) -> Callable[[str], str]:
    """What turns a page into text, every word of it.

    Raises:
        ImportError: if its package is not installed.
    """
    if name == "html_text":
        import html_text

        return lambda html: str(html_text.extract_text(html))
    if name == "resiliparse":
        from resiliparse.extract.html2text import extract_plain_text

        return lambda html: str(extract_plain_text(html, main_content=False))
    import inscriptis

    return lambda html: str(inscriptis.get_text(html))


def flattened(html: str, flatten: Callable[[str], str]) -> str:
    """A page as text; empty where the flattener can make nothing of it."""
    try:
        return flatten(html)
    except Exception:
        # Every system is then given the same nothing.
        return ""


def _c4() -> Extract:
    """The rules for lines of C4 (Raffel et al. 2020, JMLR 21:140, section 2.2), as datatrove has them.

    Its rules for whole pages (five sentences, curly brackets, lorem ipsum) are off: they choose pages, and here every
    page counts.
    """
    from datatrove.data import Document
    from datatrove.pipeline.filters.c4_filters import C4QualityFilter

    rules = C4QualityFilter(min_num_sentences=-1, filter_lorem_ipsum=False, filter_curly_bracket=False)

    def extract(page: str) -> Output:
        document = Document(text=page, id="")
        rules.filter(document)
        return Output(document.text)

    return extract


def _justext_lines(language: str | None) -> Callable[[], Extract]:
    """The classification of jusText (Pomikálek 2011) with each line as a paragraph; without tags no line is a link."""

    def load() -> Extract:
        from justext.core import PathInfo, classify_paragraphs, revise_paragraph_classification
        from justext.paragraph import Paragraph

        words = stop_words(language)

        def extract(page: str) -> Output:
            paragraphs = []
            for line in filter(str.strip, page.splitlines()):
                paragraph = Paragraph(PathInfo().append("p"))
                paragraph.append_text(line)
                paragraphs.append(paragraph)
            classify_paragraphs(paragraphs, words)
            revise_paragraph_classification(paragraphs, max_heading_distance=200)
            return Output("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))

        return extract

    return load


def _rule_of_thumb() -> Extract:
    """Lines of at least ten words that end in a sentence mark."""

    def kept(line: str) -> bool:
        return line.rstrip().rstrip(_CLOSING_MARKS).endswith(_SENTENCE_MARKS) and len(tokens(line)) >= 10

    return lambda page: Output("\n".join(filter(kept, page.splitlines())))


def _everything() -> Extract:
    return Output


TEXT_PEERS = (
    System("C4 lines", "datatrove", _c4),
    System("jusText lines", "justext", _justext_lines("English")),
    System("jusText lines all languages", "justext", _justext_lines(None)),
    System("rule of thumb", "declutter-text", _rule_of_thumb),
    System("all text", "declutter-text", _everything),
)
