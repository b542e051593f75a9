"""The invariants of the design, each a property of any page."""

from __future__ import annotations

import json
import math
import random
import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import declutter
from declutter.categories import CATEGORY_IDS
from declutter.decide import FOCUS
from declutter.render.receipt import receipt
from declutter.segment.lines import BLANK

from .strategies import focuses, html, medias, pages, raw, texts

own_spans = pytest.mark.parametrize("media", ["text", "markdown"])


@given(page=pages, media=medias, focus=focuses)
def test_kept_and_dropped_are_all_the_blocks_in_order(page, media, focus):
    result = declutter.extract(page, media=media, focus=focus)
    blocks = [verdict.block for verdict in result.verdicts]
    assert blocks == list(result.document.blocks)
    assert [block.index for block in blocks] == list(range(len(blocks)))
    both = sorted((*result.kept, *result.dropped), key=lambda verdict: verdict.block.index)
    assert both == list(result.verdicts)


@own_spans
@given(page=texts)
@example(page="\ufeff\u200b \x1f\u2028")
@example(page="a\x1cb\x85c\u2028d\ve\rf\r\ng")
def test_spans_tile_every_character_that_is_not_blank(media, page):
    document = declutter.extract(page, media=media).document
    assert document.source == page
    cursor = 0
    for block in document.blocks:
        start, end = block.span
        assert page[cursor:start].strip(BLANK) == ""
        assert block.text == page[start:end]
        assert block.text.strip(BLANK) == block.text != ""
        cursor = end
    assert page[cursor:].strip(BLANK) == ""


@own_spans
@given(page=texts, focus=focuses)
def test_text_is_the_source_with_one_blank_line_where_something_was_dropped(media, page, focus):
    result = declutter.extract(page, media=media, focus=focus)
    kept = [verdict.block for verdict in result.kept]
    expected = page[slice(*kept[0].span)] if kept else ""
    for before, after in pairwise(kept):
        beside = after.index == before.index + 1
        expected += page[before.span[1] : after.span[0]] if beside else "\n\n"
        expected += page[slice(*after.span)]
    assert result.text == expected


@given(page=html, focus=focuses)
def test_text_of_html_is_its_kept_blocks_verbatim(page, focus):
    result = declutter.extract(page, media="html", focus=focus)
    rest = result.text
    for i, verdict in enumerate(result.kept):
        if i:
            assert rest.startswith("\n")
            rest = rest[1:].removeprefix("\n")
        assert rest.startswith(verdict.block.text)
        rest = rest[len(verdict.block.text) :]
    assert rest == ""


@given(page=pages, media=medias, focus=focuses)
def test_evidence_sums_exactly_and_the_sum_decides(page, media, focus):
    for verdict in declutter.extract(page, media=media, focus=focus).verdicts:
        assert math.fsum(row.log_odds for row in verdict.evidence) == verdict.log_odds
        assert verdict.kept == (verdict.log_odds <= FOCUS[focus])
        assert {row.block for row in verdict.evidence} <= {verdict.block.index}


@given(page=pages, focus=focuses, data=st.data())
def test_overrides_are_rows_of_the_receipt(page, focus, data):
    chosen = data.draw(st.lists(st.sampled_from(CATEGORY_IDS), unique=True, max_size=len(CATEGORY_IDS)))
    cut = data.draw(st.integers(0, len(chosen)))
    keep, drop = chosen[:cut], chosen[cut:]
    for verdict in declutter.extract(page, focus=focus, keep=keep, drop=drop).verdicts:
        assert math.fsum(row.log_odds for row in verdict.evidence) == verdict.log_odds
        assert verdict.kept == (verdict.log_odds <= FOCUS[focus])
        assert verdict.kept or verdict.category not in keep


@given(page=pages, media=medias)
def test_what_is_dropped_has_a_category_of_the_taxonomy(page, media):
    result = declutter.extract(page, media=media)
    assert {verdict.category for verdict in result.dropped} <= set(CATEGORY_IDS)


@given(page=pages, media=medias)
def test_a_stricter_focus_keeps_no_more(page, media):
    kept = [
        {verdict.block.index for verdict in declutter.extract(page, media=media, focus=focus).kept}
        for focus in ("precision", "balanced", "recall")
    ]
    assert kept[0] <= kept[1] <= kept[2]


@dataclass(frozen=True)
class Says:
    """A filter that says the same of every block."""

    name: str
    log_odds: float
    category: str = ""

    def __call__(self, document):
        for block in document.blocks:
            yield declutter.Evidence(block.index, self.name, f"{self.name}.always", self.log_odds, self.category)


@given(page=pages, media=medias, seed=st.integers(0, 2**32))
def test_order_of_filters_changes_nothing(page, media, seed):
    filters = list(declutter.DEFAULT.filters)
    random.Random(seed).shuffle(filters)
    shuffled = declutter.Pipeline(tuple(filters))
    assert declutter.extract(page, media=media, pipeline=shuffled) == declutter.extract(page, media=media)


@pytest.mark.parametrize("category", ["", "newsletter", "mine"])
def test_order_of_own_filters_changes_nothing(category):
    first, second, third = Says("first", 0.1, category), Says("second", 0.3, "mine"), Says("third", 0.3, "yours")
    page = "Skip to content\n\nThe ferry will run all winter, the council said.\n\nShare this article"
    one = declutter.extract(page, pipeline=declutter.DEFAULT.adding(first, second, third))
    other = declutter.extract(page, pipeline=declutter.Pipeline((third, second, first, *declutter.DEFAULT.filters)))
    assert one == other


@given(page=pages, media=medias)
def test_a_filter_that_says_nothing_changes_nothing(page, media):
    def silent(_document):
        return ()

    silent.name = "silent"
    pipeline = declutter.DEFAULT.adding(silent)
    assert declutter.extract(page, media=media, pipeline=pipeline) == declutter.extract(page, media=media)


@given(page=pages, media=medias, name=st.sampled_from([filter.name for filter in declutter.DEFAULT.filters]))
def test_removing_a_filter_removes_only_its_rows(page, media, name):
    def rows(pipeline):
        result = declutter.extract(page, media=media, pipeline=pipeline)
        return [
            sorted(row for row in verdict.evidence if row.filter not in ("context", name))
            for verdict in result.verdicts
        ]

    less = declutter.DEFAULT.without(name)
    assert rows(less) == rows(declutter.DEFAULT)
    for verdict in declutter.extract(page, media=media, pipeline=less).verdicts:
        assert name not in {row.filter for row in verdict.evidence}


def _use_everything(result):
    json.dumps(result.to_dict(), allow_nan=False)
    assert 0.5 <= result.confidence <= 1
    assert len(list(receipt(result))) == len(result.verdicts)
    assert result.title is None or isinstance(result.title, str)
    assert isinstance(result.text, str)


@given(page=pages, media=medias, url=st.sampled_from([None, "", "https://[", "https://example.org/a"]))
@example(page="", media=None, url=None)
@example(page="\0" * 300, media="html", url=None)
@example(page="\ud800", media="html", url=None)
@example(page="<?xml version='1.0' encoding='utf-16'?><p>x</p>", media="html", url=None)
def test_never_raises_on_text(page, media, url):
    _use_everything(declutter.extract(page, media=media, url=url))


@given(page=raw, media=medias)
@example(page=b"", media=None)
@example(page=b'<meta charset="idna">caf\xe9 \xff', media=None)
@example(page=b'<meta charset="punycode">caf\xe9 \xff', media=None)
@example(page=b'<meta charset="unicode_escape">\\d caf\xe9 \xff', media=None)
@example(page=b'<meta charset="undefined">caf\xe9 \xff', media=None)
@example(page=b"\xff\xfe\0", media=None)
@example(page=b"\0" * 301, media=None)
def test_never_raises_on_bytes(page, media):
    _use_everything(declutter.extract(page, media=media))


SHOWN = "p div ul li span b a table tr td h1 section blockquote br pre article".split()


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in SHOWN] + [f"</{tag}>" for tag in SHOWN if tag != "br"]),
            st.just("word"),
        ),
        max_size=60,
    )
)
def test_html_loses_no_word(tokens):
    words = [f"w{i}" if token == "word" else token for i, token in enumerate(tokens)]
    blocks = declutter.extract(" ".join(words), media="html").document.blocks
    found = re.findall(r"w\d+", " ".join(block.text for block in blocks))
    assert found == [word for word in words if not word.startswith("<")]


@pytest.mark.parametrize(
    "tag", ["div", "p", "b", "ul><li", "blockquote", "table><tr><td", "a", "font", "dl><dd", "dd", "dt"]
)
@pytest.mark.parametrize("depth", [200, 5_000])
def test_html_loses_no_word_however_deep(tag, depth):
    blocks = declutter.extract(f"<{tag}>" * depth + "the last word", media="html").document.blocks
    assert "the last word" in " ".join(block.text for block in blocks)


def test_html_loses_nothing_behind_a_nul():
    blocks = declutter.extract("<p>one\0two</p><p>the last word", media="html").document.blocks
    assert [block.text for block in blocks] == ["onetwo", "the last word"]


def test_html_loses_nothing_behind_a_huge_text():
    # libxml2 has a limit of ten million bytes, unless told otherwise.
    blocks = declutter.extract(f"<p>{'x' * 11_000_000}</p><p>the last word", media="html").document.blocks
    assert [len(block.text) for block in blocks] == [11_000_000, 13]
