"""Metadata of whole pages: what is declared, what is seen, and which of the two is believed."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

import declutter
from declutter.metadata import Metadata, Stated
from declutter.metadata.gather import metadata_of

TEXT = (
    "<p>The ferry will run all winter, the council said on Tuesday, after a year of talks with the island's shops.</p>"
    "<p>Nobody could say who would pay for the boat in the end, but the crew will stay on until the spring.</p>"
)
URL = "https://gazette.example.org/news/ferry"
ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Ferry to run all winter",
            "author": [{"@id": "#mara"}, {"@type": "Person", "name": "Tom Oak"}],
            "datePublished": "2024-05-03T10:15:00+02:00",
            "dateModified": "2024-05-04",
            "description": "The island keeps its boat, &amp; the shops are <b>glad</b>.",
            "image": {"@type": "ImageObject", "url": "/boat.jpg"},
            "keywords": ["ferry", "harbour"],
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "inLanguage": "en-GB",
            "mainEntityOfPage": {"@id": URL},
            "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
            "timeRequired": "PT4M",
        },
        {"@id": "#mara", "@type": "Person", "name": "Mara Lindqvist"},
        {"@type": "Comment", "author": {"name": "Someone Else"}, "datePublished": "2024-06-01"},
    ],
}


def page(*head: str, body: str = TEXT, headline: str = "Ferry to run all winter") -> str:
    return f"<html lang=en><head>{''.join(head)}</head><body><h1>{headline}</h1>{body}</body></html>"


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def metadata(source: str, url: str | None = None, **options: str) -> Metadata:
    return metadata_of(declutter.extract(source, url=url, **options), date(2025, 1, 1))


def values(stated: tuple[Stated, ...]) -> list[str]:
    return [one.value for one in stated]


def test_json_ld() -> None:
    found = metadata(page(ld(ARTICLE)), URL)
    source = "json-ld"
    assert found == Metadata(
        title=Stated("Ferry to run all winter", "headline block"),
        authors=(Stated("Mara Lindqvist", source), Stated("Tom Oak", source)),
        published=Stated("2024-05-03T10:15:00+02:00", source),
        modified=Stated("2024-05-04", source),
        site=Stated("Harbour Gazette", source),
        language=Stated("en-GB", source),
        url=Stated(URL, source),
        description=Stated("The island keeps its boat, & the shops are glad .", source),
        image=Stated("https://gazette.example.org/boat.jpg", source),
        tags=(Stated("ferry", source), Stated("harbour", source)),
        licence=Stated("https://creativecommons.org/licenses/by/4.0/", source),
        read_time=Stated("PT4M", source),
    )


def test_meta_and_link() -> None:
    found = metadata(
        page(
            "<link rel=canonical href=/news/ferry>",
            "<meta property=og:site_name content='Harbour Gazette'><meta name=author content='Mara Lindqvist'>",
            "<meta property=article:published_time content='2024-05-03'>",
            "<meta property=article:modified_time content='2024-05-04'>",
            "<meta property=og:image content=/logo.png><meta name=twitter:image content=/boat.jpg>",
            "<meta property=og:description content='The island keeps its …'>",
            "<meta name=description content='The island keeps its boat.'>",
            "<meta property=article:tag content=ferry><meta property=article:tag content=harbour>",
            "<meta name=keywords content='news, gazette, islands'><link rel=license href=/terms>",
            "<meta name=twitter:label1 content='Est. reading time'><meta name=twitter:data1 content='4 minutes'>",
        ),
        URL,
    )
    assert found.authors == (Stated("Mara Lindqvist", "meta author"),)
    assert found.published == Stated("2024-05-03", "article:published_time")
    assert found.modified == Stated("2024-05-04", "article:modified_time")
    assert found.site == Stated("Harbour Gazette", "og:site_name")
    assert found.url == Stated(URL, "link canonical")
    assert found.image == Stated("https://gazette.example.org/boat.jpg", "twitter:image")
    assert found.description == Stated("The island keeps its boat.", "meta description")
    assert found.tags == (Stated("ferry", "article:tag"), Stated("harbour", "article:tag"))
    assert found.licence == Stated("/terms", "rel license")
    assert found.read_time == Stated("4 minutes", "twitter:data1")
    assert found.language == Stated("en", "html lang")


def test_microdata() -> None:
    body = (
        "<article itemscope itemtype='https://schema.org/Article'><span itemprop=author itemscope "
        "itemtype='https://schema.org/Person'><b itemprop=name>Mara Lindqvist</b></span>"
        "<time itemprop=datePublished datetime=2024-05-03>Friday</time>" + TEXT + "</article>"
        "<div itemscope itemtype='https://schema.org/Comment'><b itemprop=author>Someone Else</b></div>"
    )
    found = metadata(page(body=body))
    assert found.authors == (Stated("Mara Lindqvist", "microdata"),)
    assert found.published == Stated("2024-05-03", "microdata")


def test_what_readers_see() -> None:
    body = (
        "<p class=byline>By Mara Lindqvist and Tom Oak</p><p class=date>Published 3 May 2024 | Updated 5 May 2024</p>"
        "<p>4 min read</p>" + TEXT + "<p>A ferry leaves the harbour. (Photo: Jo Li)</p><p>Tags: ferry, harbour</p>"
        "<p>Mara Lindqvist is a reporter who covers ferries and ports.</p>"
    )
    found = metadata(page(body=body))
    assert found.authors == (Stated("Mara Lindqvist", "byline block"), Stated("Tom Oak", "byline block"))
    assert found.published == Stated("2024-05-03", "dateline block")
    assert found.modified == Stated("2024-05-05", "dateline block")
    assert found.dateline == Stated("Published 3 May 2024 | Updated 5 May 2024", "dateline block")
    assert found.read_time == Stated("4 min read", "read-time block")
    assert found.image_credits == (Stated("Jo Li", "image-credit block"),)
    assert values(found.tags) == ["ferry", "harbour"]
    assert found.author_bio == Stated("Mara Lindqvist is a reporter who covers ferries and ports.", "author-bio block")


@pytest.mark.parametrize("media", ["text", "markdown"])
def test_text(media: str) -> None:
    text = (
        "Ferry to run all winter\n\nBy Mara Lindqvist, staff reporter\n\n3 May 2024\n\n"
        "The ferry will run all winter, the council said on Tuesday, after a year of talks with the island's shops.\n\n"
        "#ferry #harbour #winter"
    )
    found = metadata(text, media=media)
    assert values(found.authors) == ["Mara Lindqvist"]
    assert found.published == Stated("2024-05-03", "dateline block")
    assert values(found.tags) == ["ferry", "harbour", "winter"]
    assert found.language == Stated("en", "text")


def test_time_for_machines_beside_words_for_people() -> None:
    body = "<p>By Mara Lindqvist</p><p class=date><time datetime='2024-05-03T10:15:00Z'>2 hours ago</time></p>" + TEXT
    assert metadata(page(body=body)).published == Stated("2024-05-03T10:15:00+00:00", "time")


def test_date_that_cannot_be_told_keeps_its_words() -> None:
    body = "<p>By Mara Lindqvist</p><p class=date>Posted 03/05/2024</p>" + TEXT
    assert metadata(page(body=body)).published == Stated("Posted 03/05/2024", "dateline block")
    british = page(body=body).replace("lang=en", "lang=en-GB")
    assert metadata(british).published == Stated("2024-05-03", "dateline block")


def test_comments_are_not_the_page() -> None:
    comment = "<p>Posted by Jo Li on June 1, 2024</p><p>I have always liked that boat and I hope that it will stay.</p>"
    body = "<p>By Mara Lindqvist</p>" + TEXT + "<h3>Leave a comment</h3>" + comment * 3
    found = metadata(page(body=body))
    assert values(found.authors) == ["Mara Lindqvist"]
    assert found.published is None


@pytest.mark.parametrize(
    ("head", "field"),
    [
        pytest.param("<meta name=author content='Harbour Gazette'>", "authors", id="author-is-the-site"),
        pytest.param("<meta name=author content='https://example.org/mara'>", "authors", id="author-is-an-address"),
        pytest.param("<meta name=author content=admin>", "authors", id="author-is-nobody"),
        pytest.param("<meta property=article:published_time content=2031-01-01>", "published", id="in-the-future"),
        pytest.param("<meta property=article:published_time content=1970-01-01>", "published", id="not-set"),
        pytest.param("<meta property=article:published_time content=soon>", "published", id="no-date"),
        pytest.param("<meta name=description content='Ferry to run all winter'>", "description", id="is-the-title"),
        pytest.param("<meta property=og:image content='/img/placeholder.png'>", "image", id="no-image"),
        pytest.param("<meta property=og:image content='data:image/png;base64,x'>", "image", id="image-in-the-page"),
        pytest.param("<meta name=keywords content='Uncategorized'>", "tags", id="no-tag"),
        pytest.param("<meta name=keywords content='27 comments'>", "tags", id="counter"),
        pytest.param("<meta name=license content='All rights'>", "licence", id="no-licence"),
        pytest.param("<link rel=canonical href='javascript:x'>", "url", id="no-address"),
    ],
)
def test_known_to_be_wrong(head: str, field: str) -> None:
    found = metadata(page("<meta property=og:site_name content='Harbour Gazette'>", head))
    assert not getattr(found, field)


def test_what_is_seen_takes_the_place_of_what_is_wrong() -> None:
    found = metadata(
        page(
            "<meta property=og:site_name content=Gazette><meta name=author content=Gazette>",
            body="<p>By Jo Li</p>" + TEXT,
        )
    )
    assert found.authors == (Stated("Jo Li", "byline block"),)


def test_organisation_is_the_author_where_no_person_is_named() -> None:
    head = "<meta name=author content='Island News Agency'>"
    assert values(metadata(page(head)).authors) == ["Island News Agency"]
    assert values(metadata(page(head, body="<p>By Jo Li</p>" + TEXT)).authors) == ["Jo Li"]


def test_declared_author_stands_before_the_byline() -> None:
    found = metadata(page("<meta name=author content='Mara Lindqvist'>", body="<p>By Jo Li</p>" + TEXT))
    assert found.authors == (Stated("Mara Lindqvist", "meta author"),)


def test_change_before_publication_is_none() -> None:
    head = "<meta property=article:published_time content=2024-05-03><meta name=lastmod content=2023-01-01>"
    assert metadata(page(head)).modified is None


def test_language_is_that_of_the_text() -> None:
    body = (
        "<p>Die Fähre fährt den ganzen Winter, sagte der Rat am Dienstag, nach einem Jahr der Gespräche mit den Läden "
        "auf der Insel, und niemand konnte sagen, wer das Boot am Ende bezahlen soll.</p>"
    )
    assert metadata(page(body=body)).language == Stated("de", "text")


def test_front_page_is_not_the_address_of_an_article() -> None:
    head = "<link rel=canonical href='https://gazette.example.org/'>"
    assert metadata(page(head), URL).url == Stated(URL, "url")


def test_many_articles_are_teasers() -> None:
    teasers = [
        {"@type": "NewsArticle", "headline": f"Other story {i}", "author": {"name": "Someone Else"}} for i in range(4)
    ]
    assert metadata(page(ld(teasers))).authors == ()
    assert values(metadata(page(ld([*teasers, ARTICLE]))).authors) == ["Mara Lindqvist", "Tom Oak"]


def test_date_in_the_address() -> None:
    assert metadata(page(), "https://gazette.example.org/2024/05/03/ferry").published == Stated("2024-05-03", "url")


def test_site_in_the_title() -> None:
    found = metadata(
        page("<title>Ferry to run all winter | Harbour Gazette</title>"), "https://harbourgazette.example/a"
    )
    assert found.site == Stated("Harbour Gazette", "title")


def test_kept_bylines_are_bylines() -> None:
    result = declutter.extract(page(body="<p>By Mara Lindqvist</p>" + TEXT), keep=["byline"])
    assert "By Mara Lindqvist" in result.text
    assert values(result.metadata.authors) == ["Mara Lindqvist"]


@pytest.mark.parametrize("source", ["", "   ", "<p>", "Yes."])
def test_nothing_known(source: str) -> None:
    found = metadata(source)
    assert found.authors == ()
    assert found.published is None
    assert json.loads(json.dumps(found.as_dict()))["tags"] == []


def test_metadata_does_not_depend_on_being_asked_before() -> None:
    result = declutter.extract(page(ld(ARTICLE)))
    assert result.metadata == result.metadata


def test_nothing_of_it_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys, declutter; declutter.extract('<p>x</p>').text; print([m for m in sys.modules if 'metadata' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "declutter.metadata" not in done.stdout


FAR_FROM_THE_TEXT = page(
    "<meta property=og:type content=article>",
    body=TEXT * 3 + "<p><a href=/a>Harbour news</a></p>" * 30 + "<div class=date>3 May 2024</div>",
)


def test_htmldate_is_asked_where_nothing_else_tells() -> None:
    pytest.importorskip("htmldate", reason="the extra metadata is not installed")
    assert metadata(FAR_FROM_THE_TEXT).published == Stated("2024-05-03", "htmldate")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "htmldate", None)
    assert metadata(FAR_FROM_THE_TEXT).published is None
    assert metadata(page(ld(ARTICLE))).published is not None
