"""What the command keeps and drops."""

from __future__ import annotations

import json

import pytest

import declutter

from .command import FURNITURE, PAGE, PROSE, TEXT, TITLE


def test_with_title(run, page):
    assert run(page, "--with-title").out == f"{TITLE}\n\n{TEXT}"
    assert json.loads(run(page, "--with-title", "--to", "json").out)["text"] == f"{TITLE}\n\n{TEXT}".rstrip("\n")


def test_with_title_and_kept_headline_gives_it_once(run, page):
    assert run(page, "--with-title", "--keep", "headline").out.count(TITLE) == 1


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--focus", "precision"], {"focus": "precision"}),
        (["--focus", "recall"], {"focus": "recall"}),
        ([], {"focus": "balanced", "keep": [], "drop": [], "language": None, "media": None, "url": None}),
        (["--keep", "share,newsletter", "--keep", "poll"], {"keep": ["share", "newsletter", "poll"]}),
        (["--drop", "share, newsletter", "--drop=poll"], {"drop": ["share", "newsletter", "poll"]}),
        (["--language", "DE"], {"language": "de"}),
        (["--url", "https://example.org/a"], {"url": "https://example.org/a"}),
    ],
    ids=["precision", "recall", "defaults", "keep", "drop", "language", "url"],
)
def test_options_reach_extract(run, page, monkeypatch, args, expected):
    given = {}

    def extract(data, **options):
        given.update(options)
        return declutter.extract(data, **options)

    monkeypatch.setattr("declutter.cli.job.extract", extract)
    assert run(page, *args).status == 0
    assert {name: given[name] for name in expected} == expected


def test_focus_changes_what_stays(run, page):
    sizes = [len(run(page, "--focus", focus).out) for focus in ("precision", "balanced", "recall")]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    ("args", "back"),
    [
        (["--keep", "newsletter"], [FURNITURE[2]]),
        (["--keep", "newsletter,share"], FURNITURE[1:]),
        (["--keep", "newsletter", "--keep", "share", "--keep", "skip-link"], FURNITURE),
        (["--keep", "headline"], [TITLE]),
    ],
    ids=["one", "with a comma", "repeated", "metadata"],
)
def test_keep_puts_a_category_back(run, page, args, back):
    expected = [line for line in PAGE.rstrip("\n").split("\n\n") if line in [*PROSE, *back]]
    assert run(page, *args).out.rstrip("\n").split("\n\n") == expected


def test_only_dropped_is_the_rest(run, page):
    assert run(page, "--only-dropped").out.rstrip("\n").split("\n\n") == [FURNITURE[0], TITLE, *FURNITURE[1:]]


def test_only_dropped_in_json(run, page):
    record = json.loads(run(page, "--only-dropped", "--to", "json").out)
    assert [block["text"] for block in record["blocks"]] == [FURNITURE[0], TITLE, *FURNITURE[1:]]
    assert {block["kept"] for block in record["blocks"]} == {False}


def test_language_is_in_the_record(run, page):
    assert json.loads(run(page, "--language", "de", "--to", "json").out)["language"] == "de"
