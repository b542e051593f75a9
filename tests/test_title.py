"""The headline of a page, and what it declares as its title without the site's name."""

from __future__ import annotations

import time
from html import escape

import pytest

from declutter.elements import Declared
from declutter.filters.headline import find_headline, headline_text
from declutter.model import Document, Result
from declutter.packs.table import bundled_lexicon
from declutter.segment import segment
from declutter.survey import survey
from declutter.title import Titles, page_title

TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The council has decided that the ferry will run in the winter as well, and that it will cost what it did.",
        "It was the third time that the matter had come before the council, and nobody spoke against it this time.",
        "The boats will leave the harbour at six in the morning, as they did before the line was closed last year.",
    )
)
LINKS = "<ul><li><a href=/a>News</a><li><a href=/b>Sport</a><li><a href=/c>Weather</a></ul>"


def page(body: str, title: str = "", url: str | None = None, **metas: str) -> Document:
    head = f"<title>{escape(title)}</title>" * bool(title)
    head += "".join(
        f'<meta property="og:{name}" content="{escape(content, quote=True)}">' for name, content in metas.items()
    )
    source = f"<html><head>{head}</head><body>{body}</body></html>"
    return survey(source, "html", segment(source, "html"), bundled_lexicon(), url=url, language=None)


def declared(*titles: str, site: str = "", og: str = "") -> Declared:
    return Declared((*(("title", title) for title in titles), *((("og:title", og),) if og else ())), site)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Ferry to run - The Harbour Gazette", "Ferry to run", id="hyphen"),
        pytest.param("Ferry to run – The Harbour Gazette", "Ferry to run", id="dash"),
        pytest.param("Ferry to run | The Harbour Gazette", "Ferry to run", id="bar"),
        pytest.param("Ferry to run|The Harbour Gazette", "Ferry to run", id="bar-without-spaces"),
        pytest.param("Ferry to run » The Harbour Gazette", "Ferry to run", id="angle"),
        pytest.param("Ferry to run « The Harbour Gazette", "Ferry to run", id="angle-back"),
        pytest.param("Ferry to run :: The Harbour Gazette", "Ferry to run", id="colons"),
        pytest.param("Ferry to run | News | The Harbour Gazette", "Ferry to run", id="section"),
        pytest.param("The Harbour Gazette | News | Ferry to run", "Ferry to run", id="in-front"),
        pytest.param("The Harbour Gazette: Ferry to run", "Ferry to run", id="in-front-of-a-colon"),
        pytest.param("Ferry to run | The Harbour Gazette - all the tides", "Ferry to run", id="motto"),
        pytest.param("» Ferry to run | The Harbour Gazette", "Ferry to run", id="begins-with-a-sign"),
        pytest.param(
            "Winter: ferry - and bus - to run | The Harbour Gazette", "Winter: ferry - and bus - to run", id="own"
        ),
        pytest.param("“The Harbour Gazette” saved by readers", "“The Harbour Gazette” saved by readers", id="in-words"),
        pytest.param("The Harbour Gazette", "The Harbour Gazette", id="nothing-else"),
    ],
)
def test_name_of_the_site_is_cut_off(title: str, expected: str) -> None:
    assert page_title(declared(title, site="The Harbour Gazette")) == expected
    assert page_title(declared(title), "www.harbourgazette.example.org") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "Council votes to keep the winter ferry | Gazette", "Council votes to keep the winter ferry", id="end"
        ),
        pytest.param(
            "Gazette | Council votes to keep the winter ferry", "Council votes to keep the winter ferry", id="start"
        ),
        pytest.param("渡轮冬季继续开航市民欢迎_新闻中心_海港网", "渡轮冬季继续开航市民欢迎", id="underscore"),
        pytest.param("渡轮冬季继续开航市民欢迎-海港网", "渡轮冬季继续开航市民欢迎", id="hyphen-in-han"),
        pytest.param("Lighthouse keeping - a handbook", "Lighthouse keeping - a handbook", id="goes-on-small"),
        pytest.param("Tides: a history of the harbour", "Tides: a history of the harbour", id="colon"),
        pytest.param("« La marée » reprend", "« La marée » reprend", id="quotation"),
        pytest.param("How to call tide_table_of from Python", "How to call tide_table_of from Python", id="snake-case"),
        pytest.param("Well-known boats", "Well-known boats", id="hyphenated"),
        pytest.param("", None, id="empty"),
        pytest.param(" | ", None, id="signs-only"),
    ],
)
def test_unknown_name(title: str, expected: str | None) -> None:
    assert page_title(declared(title)) == expected


def test_titles_tell_the_name_of_the_site_by_what_one_leaves_out() -> None:
    titles = declared("Ferry to run - and the bus - Gazette of the harbour", og="Ferry to run - and the bus")
    assert page_title(titles) == "Ferry to run - and the bus"


def test_title_that_was_cut_short_is_not_taken() -> None:
    assert page_title(declared("Ferry to run...", og="Ferry to run in winter")) == "Ferry to run in winter"


def test_nothing_declared() -> None:
    assert page_title(Declared()) is None


def test_of_the_many_things_that_json_ld_names_those_count_that_others_have_words_of() -> None:
    items = ("Is there a ferry?", "What does it cost?", "May dogs come?", "Ferry timetable")
    titles = Titles(Declared((("title", "Ferry timetable | Gazette"), *(("json-ld", item) for item in items))), None)
    assert titles.agreement("Is there a ferry?") == 0
    assert titles.agreement("Ferry timetable") > 1


def test_heading_that_names_the_site_is_not_the_headline() -> None:
    body = f"<h1><a href=/>The Harbour Gazette</a></h1>{LINKS}<h2>Ferry to run in winter</h2>{TEXT}"
    for document in (
        page(body, "Ferry to run in winter - The Harbour Gazette"),
        page(body, "Ferry to run in winter", site_name="The Harbour Gazette"),
        page(body, "Ferry to run in winter", url="https://harbourgazette.example.org/ferry"),
        page(body, "The Harbour Gazette: Ferry to run in winter"),
    ):
        assert headline_text(document) == "Ferry to run in winter"
        found = find_headline(document)
        assert found is not None
        assert document.blocks[found].visible == "Ferry to run in winter"


@pytest.mark.parametrize("tag", ["h1", "h2", "h4", "div", "p"])
def test_any_block_may_be_the_headline(tag: str) -> None:
    document = page(f"<h1>Dates</h1>{LINKS}<{tag}>Ferry to run</{tag}>{TEXT}", "Ferry to run | Gazette")
    assert document.blocks[find_headline(document) or 0].visible == "Ferry to run"


def test_heading_is_the_headline_rather_than_a_line() -> None:
    document = page(f"<p>Ferry to run in winter</p><h1>Ferry to run in winter</h1>{TEXT}", "Ferry to run in winter")
    assert find_headline(document) == 1


def test_block_has_the_last_word_on_what_is_the_titles_own() -> None:
    document = page(f"<h1>Ferry to run – Winter</h1>{TEXT}", "Ferry to run – Winter – Gazette")
    assert headline_text(document) == "Ferry to run – Winter"


def test_what_stands_in_the_headline_besides_is_left_out() -> None:
    document = page(f"<h1>Ferry to run in winter <small>3 May 2031</small></h1>{TEXT}", "Ferry to run in winter")
    assert headline_text(document) == "Ferry to run in winter"


def test_first_level_heading_at_the_text_stands_against_another_title() -> None:
    document = page(f"<h1>Boats sail all year again</h1>{TEXT}", "Ferry to run in winter | The Harbour Gazette")
    assert headline_text(document) == "Boats sail all year again"


def test_declared_title_where_no_block_agrees() -> None:
    document = page(f"<h4>Dates</h4>{TEXT}", "Ferry to run in winter | The Harbour Gazette")
    assert headline_text(document) == "Ferry to run in winter"


def test_something_better_than_the_name_of_the_site() -> None:
    document = page(f"<h1>Ferry</h1>{TEXT}", "The Harbour Gazette", site_name="The Harbour Gazette")
    assert headline_text(document) == "Ferry"


def test_nothing_at_all() -> None:
    assert headline_text(page("<p>Boats.</p>")) is None
    assert Result(page("<p>Boats.</p>"), ()).title is None


def test_title_of_a_result() -> None:
    document = page(f"<h1>The Harbour Gazette</h1><h2>Ferry to run</h2>{TEXT}", "Ferry to run - The Harbour Gazette")
    assert Result(document, ()).title == "Ferry to run"


@pytest.mark.parametrize(
    "title", ["Ferry | " * 12_000, "a " * 50_000, "«" * 100_000, "a_渡" * 30_000, "- " * 50_000, " " * 100_000 + "x"]
)
def test_long_titles_take_no_time(title: str) -> None:
    start = time.perf_counter()
    page_title(declared(title, og=title, site=title), "harbourgazette.example.org")
    assert time.perf_counter() - start < 5


def test_many_headings_take_no_time() -> None:
    document = page("<h1>Ferry to run in the winter</h1>" * 20_000 + TEXT, "Ferry to run in the spring - Gazette")
    start = time.perf_counter()
    find_headline(document)
    assert time.perf_counter() - start < 5
