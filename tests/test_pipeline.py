"""The pipeline as a value, and the path from a page to a result."""

from __future__ import annotations

import math
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, dataclass

import pytest

import declutter
from declutter import DEFAULT, ConflictError, Document, Evidence, Pipeline, UnknownNameError
from declutter.filters import READABILITY

STORY = (
    "The harbour board met on Tuesday evening to talk about the winter timetable, which had been cut twice since the "
    "storm, and it agreed to keep the last boat on Fridays.",
    "The baker said that he had lost a third of his trade since the cuts began, because the visitors who would have "
    "stayed for supper now leave in the middle of the afternoon.",
    "Keeping the boat will cost about forty thousand a year, and the board hopes that the county will pay half of it.",
)
PAGE = "\n\n".join(STORY)


@dataclass(frozen=True)
class Mentions:
    """A filter that speaks against blocks with a word."""

    word: str
    name: str = "mentions"
    log_odds: float = 50.0
    category: str = "advert"

    def __call__(self, document: Document) -> Iterator[Evidence]:
        for block in document.blocks:
            if self.word in block.text:
                yield Evidence(block.index, self.name, "mentions.word", self.log_odds, self.category, self.word)


def names(pipeline: Pipeline) -> list[str]:
    return [filter.name for filter in pipeline.filters]


def test_default_has_one_filter_for_each_category_and_no_name_twice() -> None:
    known = names(DEFAULT)
    assert len(known) == len(set(known))
    assert {category.id for category in declutter.CATEGORIES} <= set(known)


def test_without_gives_a_new_pipeline() -> None:
    less = DEFAULT.without("related", "share")
    assert set(names(DEFAULT)) - set(names(less)) == {"related", "share"}
    assert len(names(less)) == len(names(DEFAULT)) - 2
    assert less != DEFAULT == Pipeline()


def test_without_nothing_is_the_same() -> None:
    assert DEFAULT.without() == DEFAULT.adding() == DEFAULT


def test_without_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="unknown filter 'relatd'; choose from: paywall, donation") as caught:
        DEFAULT.without("related", "relatd")
    assert caught.value.name == "relatd"
    assert caught.value.known == tuple(names(DEFAULT))


def test_without_twice_is_unknown() -> None:
    with pytest.raises(UnknownNameError):
        DEFAULT.without("related").without("related")


def test_adding_gives_a_new_pipeline() -> None:
    mine = Mentions("baker")
    assert DEFAULT.adding(mine).filters == (*DEFAULT.filters, mine)
    assert mine not in DEFAULT.filters


def test_adding_a_name_that_is_there_is_a_conflict() -> None:
    with pytest.raises(ConflictError, match=r"'related' already: remove it with without\(\) first"):
        DEFAULT.adding(Mentions("baker", name="related"))


def test_adding_one_name_twice_is_a_conflict() -> None:
    with pytest.raises(ConflictError, match="'mentions'"):
        DEFAULT.adding(Mentions("baker"), Mentions("board"))


def test_replacing_a_filter() -> None:
    mine = Mentions("baker", name="related")
    assert names(DEFAULT.without("related").adding(mine))[-1] == "related"


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("related", id="string"),
        pytest.param(lambda document: [], id="no-name"),
        pytest.param(type("Named", (), {"name": "named"})(), id="not-callable"),
        pytest.param(Mentions("baker", name=5), id="name-is-no-string"),
    ],
)
def test_adding_what_is_no_filter(wrong: object) -> None:
    with pytest.raises(TypeError, match="a filter must be callable and have a name"):
        DEFAULT.adding(wrong)


def test_custom_filter_drops_with_its_row() -> None:
    result = DEFAULT.adding(Mentions("baker")).run(PAGE)
    verdict = result.verdicts[1]
    assert verdict in result.dropped
    assert STORY[1] not in result.text
    assert verdict.category == "advert"
    assert verdict.evidence[0] == Evidence(1, "mentions", "mentions.word", 50.0, "advert", "baker")


def test_filter_that_says_nothing_changes_nothing() -> None:
    assert DEFAULT.adding(Mentions("absent")).run(PAGE) == DEFAULT.run(PAGE)


def test_removing_a_filter_removes_its_rows_only() -> None:
    whole, less = DEFAULT.run(PAGE), DEFAULT.without("byline").run(PAGE)
    for before, after in zip(whole.verdicts, less.verdicts, strict=True):
        expected = {row for row in before.evidence if row.filter not in ("byline", "context")}
        assert {row for row in after.evidence if row.filter != "context"} == expected


def test_order_of_filters_does_not_matter() -> None:
    backwards = Pipeline(DEFAULT.filters[::-1])
    assert backwards.run(PAGE) == DEFAULT.run(PAGE)


def test_pipeline_without_filters_judges_by_context_alone() -> None:
    result = Pipeline(()).run(PAGE)
    assert {row.filter for verdict in result.verdicts for row in verdict.evidence} == {"context"}
    assert result.text


def test_pipeline_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT.filters = ()


def test_default_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(DEFAULT))
    assert copy == DEFAULT
    assert copy.run(PAGE) == DEFAULT.run(PAGE)


def test_result_can_be_pickled() -> None:
    result = DEFAULT.run(PAGE)
    assert pickle.loads(pickle.dumps(result)) == result


def test_pipelines_are_values() -> None:
    assert hash(Pipeline()) == hash(DEFAULT)
    assert DEFAULT.without("share") == DEFAULT.without("share")


def test_threads_give_the_same_result() -> None:
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(DEFAULT.run, [PAGE] * 8))
    assert all(result == DEFAULT.run(PAGE) for result in results)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param({"page": None}, "page", id="page-none"),
        pytest.param({"page": 5}, "page", id="page-number"),
        pytest.param({"page": ["a"]}, "page", id="page-list"),
        pytest.param({"url": b"https://example.org"}, "url", id="url-bytes"),
        pytest.param({"language": 5}, "language", id="language-number"),
        pytest.param({"media": 5}, "media", id="media-number"),
        pytest.param({"focus": None}, "focus", id="focus-none"),
        pytest.param({"focus": ["recall"]}, "focus", id="focus-list"),
        pytest.param({"keep": "share"}, "keep", id="keep-string"),
        pytest.param({"drop": b"share"}, "drop", id="drop-bytes"),
        pytest.param({"drop": None}, "drop", id="drop-none"),
        pytest.param({"keep": 5}, "keep", id="keep-number"),
        pytest.param({"keep": [5]}, "keep", id="keep-list-of-numbers"),
        pytest.param({"drop": ["share", None]}, "drop", id="drop-list-with-none"),
        pytest.param({"drop": [["share"]]}, "drop", id="drop-list-of-lists"),
    ],
)
def test_wrong_type_names_the_argument(arguments: dict[str, object], name: str) -> None:
    with pytest.raises(TypeError, match=rf"^{name} must be"):
        DEFAULT.run(**{"page": PAGE, **arguments})


@pytest.mark.parametrize("pipeline", [None, "default", ()], ids=["none", "string", "tuple"])
def test_extract_names_a_wrong_pipeline(pipeline: object) -> None:
    with pytest.raises(TypeError, match=r"^pipeline must be"):
        declutter.extract(PAGE, pipeline=pipeline)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param({"keep": ["shares"]}, "unknown category 'shares'; choose from: paywall", id="keep"),
        pytest.param({"drop": ["share", "x"]}, "unknown category 'x'", id="drop"),
        pytest.param({"focus": "sharp"}, "unknown focus 'sharp'; choose from: precision, balanced, recall", id="focus"),
        pytest.param({"media": "pdf"}, "unknown media 'pdf'; choose from: html, text, markdown", id="media"),
    ],
)
def test_unknown_names_list_the_known_ones(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(UnknownNameError, match=message):
        DEFAULT.run(PAGE, **arguments)


def test_keeping_and_dropping_one_category_is_a_conflict() -> None:
    with pytest.raises(ConflictError, match="category 'share' is to be kept and dropped"):
        DEFAULT.run(PAGE, keep=["legal", "share"], drop=["share"])


@pytest.mark.parametrize(
    "make", [list, tuple, set, frozenset, iter], ids=["list", "tuple", "set", "frozenset", "iterator"]
)
def test_categories_come_in_any_collection(make) -> None:
    pipeline = Pipeline((Mentions("baker"),))
    result = pipeline.run(PAGE, keep=make(["advert"]))
    assert len(result.kept) == 3


@pytest.mark.parametrize("make", [bytes, bytearray, memoryview], ids=["bytes", "bytearray", "memoryview"])
def test_bytes_of_any_kind(make) -> None:
    assert DEFAULT.run(make(PAGE.encode())) == DEFAULT.run(PAGE)


@pytest.mark.parametrize(
    ("source", "media"),
    [
        pytest.param("<html><p>Low", "html", id="html"),
        pytest.param("# Low\n\n## High", "markdown", id="markdown"),
        pytest.param("Low", "text", id="text"),
    ],
)
def test_media_is_guessed(source: str, media: str) -> None:
    assert DEFAULT.run(source).document.media == media


@pytest.mark.parametrize("media", ["html", "text", "markdown"])
def test_media_can_be_given(media: str) -> None:
    result = Pipeline(()).run("<p>Low</p>", media=media)
    assert result.document.media == media
    assert (result.text == "Low") is (media == "html")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (None, None),
        ("", None),
        ("https://News.Example.org:8080/tides?x", "news.example.org"),
        ("no url at all", None),
        ("http://[broken", None),
    ],
)
def test_host(url: str | None, host: str | None) -> None:
    assert DEFAULT.run(PAGE, url=url).document.host == host


def test_language_is_guessed_or_taken() -> None:
    assert DEFAULT.run(PAGE).language == "en"
    assert DEFAULT.run("Zzyzx qwrtp").language is None
    assert DEFAULT.run("Zzyzx qwrtp", language="en").language == "en"


def test_unknown_language() -> None:
    with pytest.raises(UnknownNameError, match="unknown language 'klingon'"):
        DEFAULT.run(PAGE, language="klingon")


@pytest.mark.parametrize(("focus", "kept"), [("precision", 0), ("balanced", 0), ("recall", 1)])
def test_focus(focus: str, kept: int) -> None:
    pipeline = Pipeline((Mentions("Low", log_odds=2.0),))
    assert len(pipeline.run("Low", focus=focus).kept) == kept


@pytest.mark.parametrize("page", ["", b"", " \n", "<html></html>", "\ufeff", "\x00"], ids=repr)
@pytest.mark.parametrize("focus", ["precision", "balanced", "recall"])
def test_empty_pages(page: str | bytes, focus: str) -> None:
    result = DEFAULT.run(page, focus=focus)
    assert result.text.strip("\x00") == ""
    assert result.title is None


@pytest.mark.parametrize(
    "source", [PAGE, f"<html><title>Boats</title><p>{'</p><p>'.join(STORY)}</p>", f"# Boats\n\n{PAGE}"]
)
def test_receipt_sums_exactly(source: str) -> None:
    result = DEFAULT.run(source)
    assert result.verdicts
    for verdict in result.verdicts:
        assert math.fsum(row.log_odds for row in verdict.evidence) == verdict.log_odds
    assert {v.block.index for v in result.kept} | {v.block.index for v in result.dropped} == set(
        range(len(result.document.blocks))
    )


def test_story_survives_whole() -> None:
    assert declutter.clean(PAGE) == PAGE
    assert declutter.extract(PAGE).text == PAGE


def _second_opinion(document: Document) -> Iterator[Evidence]:
    yield from (Evidence(block.index, "second", "second.out", 9.0, "related") for block in document.blocks)


def test_consulted_filters_are_asked_only_when_the_others_are_unsure() -> None:
    class Second:
        name = "second"
        __call__ = staticmethod(_second_opinion)

    asking = DEFAULT.consulting(Second())
    sure = "The ferry will run all winter, the council said on Tuesday, after a long debate in the hall.\n\n" * 9
    assert asking.run(sure).confidence >= 0.9
    assert "second.out" not in {row.reason for verdict in asking.run(sure).verdicts for row in verdict.evidence}
    unsure = "Ferry winter notes\n\nAll winter, it said"
    assert DEFAULT.run(unsure).confidence < 0.9
    assert all("second.out" in {row.reason for row in verdict.evidence} for verdict in asking.run(unsure).verdicts)
    assert asking.without("second") == DEFAULT
    with pytest.raises(declutter.DeclutterError):
        asking.adding(Second())


def test_readability_gives_a_second_opinion() -> None:
    prose = "The ferry will run all winter, the council said on Tuesday, after a long debate in the town hall. " * 3
    article = f"<div id='a'><p>{prose}</p><p>{prose}</p></div>"
    page = f"<html><body>{article}<div class='sidebar'><a href='/'>Shopping</a></div></body></html>"
    rows = list(READABILITY(declutter.extract(page).document))
    assert {row.reason for row in rows} == {"readability.out.linked"}
    assert list(READABILITY(declutter.extract("Plain text").document)) == []
    assert list(READABILITY(declutter.extract("<p>\x00<", media="html").document)) == []
