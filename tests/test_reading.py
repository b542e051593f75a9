"""Words of a block: folding, dates, counts and endings."""

from __future__ import annotations

import pytest

from declutter.reading import Grammar, fold, normalise, read

GRAMMAR = Grammar(
    {"en": frozenset("the of and a to in is on it was at".split()), "de": frozenset("der die das und ist".split())},
    months=frozenset("january march may november nov tuesday tue".split()),
    units=frozenset("minute minutes hour hours days".split()),
    ago=frozenset({"ago"}),
    moments=frozenset({"yesterday", "today"}),
    glue=frozenset("at of on am pm the rd".split()),
)


def tokens(text: str) -> list[str]:
    return normalise(text, GRAMMAR)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Don't go", ["Dont", "go"], id="straight-apostrophe"),
        pytest.param("Don’t go", ["Dont", "go"], id="curly-apostrophe"),
        pytest.param("Don`t donʼt", ["Dont", "dont"], id="other-apostrophes"),
        pytest.param("“Quoted” «mot» ‚Wort‘", ["Quoted", "mot", "Wort"], id="quotes-vanish"),
        pytest.param("sign-up – now — please", ["sign", "up", "now", "please"], id="dashes-separate"),
        pytest.param("ＳＩＧＮ　ＵＰ", ["SIGN", "UP"], id="full-width"),
        pytest.param("ﬁnd oﬀers", ["find", "offers"], id="ligatures"),
        pytest.param(
            "news\u200bletter new\u00adsletter", ["newsletter", "newsletter"], id="zero-width-and-soft-hyphen"
        ),
        pytest.param("\u200eshare\u200f \u202bnow\u202c", ["share", "now"], id="direction-marks"),
        pytest.param("one\u00a0two", ["one", "two"], id="no-break-space"),
        pytest.param("read_more/here|there", ["read", "more", "here", "there"], id="other-separators"),
        pytest.param("1,234.5 10:15 3/4 v2", ["1,234.5", "10:15", "3/4", "v", "2"], id="numbers"),
        pytest.param("© 2024 Name* $5 50%", ["©", "2024", "Name", "*", "$", "5", "50", "%"], id="symbols"),
        pytest.param("渡轮 runs", ["渡", "轮", "runs"], id="chinese-one-by-one"),
        pytest.param("フェリー", ["フ", "ェ", "リ", "ー"], id="katakana-one-by-one"),
        pytest.param("페리가 운항", ["페", "리", "가", "운", "항"], id="korean-one-by-one"),
        pytest.param("ΔΙΑΒΆΣΤΕ διαβάστε", ["ΔΙΑΒΑΣΤΕ", "διαβαστε"], id="greek-accents"),
        pytest.param("İLGİLİ Işık", ["ILGILI", "Işik"], id="turkish-dots"),
        pytest.param("ещё", ["еще"], id="russian-yo"),
        pytest.param("صِلة إعلان أخـبار", ["صله", "اعلان", "اخبار"], id="arabic-vowel-signs-seats-and-stretching"),
        pytest.param("cafe\u0301 café", ["café", "café"], id="combining-accent"),
        pytest.param("हिन्दी में", ["हिन्दी", "में"], id="vowel-signs-stay-inside"),
        pytest.param("{n} {date} {name}", ["{n}", "{date}", "{name}"], id="placeholders"),
        pytest.param("… !? --", [], id="punctuation-alone"),
        pytest.param("", [], id="empty"),
    ],
)
def test_fold(text: str, words: list[str]) -> None:
    assert fold(text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Straße STRASSE", ["strasse", "strasse"], id="case-folds"),
        pytest.param("5 Comments", ["{n}", "comments"], id="number"),
        pytest.param("1,234 views", ["{n}", "views"], id="grouped-number"),
        pytest.param("at 10:15 sharp", ["at", "{n}", "sharp"], id="clock-alone-is-a-number"),
        pytest.param("٣ تعليقات", ["{n}", "تعليقات"], id="arabic-digits"),
    ],
)
def test_normalise_words(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    "date",
    [
        "3 May 2024",
        "May 3, 2024",
        "3rd of May 2024",
        "Tuesday, 3 May 2024 at 10:15 am",
        "Tue Nov 3",
        "3.5.2024",
        "03/05/2024",
        "2024-05-03",
        "2024-05-03 10:15",
        "10:15 pm, 3 November",
        "yesterday",
        "Yesterday at 10:15",
        "today 10:15 am",
        "2 hours ago",
        "15 Minutes ago",
        "MAY 2024",
    ],
)
def test_date_is_one_token(date: str) -> None:
    assert tokens(date) == ["{date}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Updated 3 May 2024 by staff", ["updated", "{date}", "by", "staff"], id="inside"),
        pytest.param("the 3 May meeting", ["the", "{date}", "meeting"], id="glue-before-stays"),
        pytest.param("3 May of the year", ["{date}", "of", "the", "year"], id="glue-behind-stays"),
        pytest.param("You may call", ["you", "may", "call"], id="month-without-number"),
        pytest.param("2 hours", ["{n}", "hours"], id="span-is-no-date"),
        pytest.param("long ago", ["long", "ago"], id="ago-alone"),
        pytest.param("20 people were here", ["{n}", "people", "were", "here"], id="no-date"),
    ],
)
def test_date_among_words(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_written_words_match_normalised_ones_one_for_one() -> None:
    normalised, cased = normalise("Updated 3 May 2024 by Mara Lind", GRAMMAR)
    assert normalised == ["updated", "{date}", "by", "mara", "lind"]
    assert cased == ["Updated", "3", "by", "Mara", "Lind"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The ferry will run.", 4, id="english"),
        pytest.param("", 0, id="empty"),
        pytest.param("—…!", 0, id="punctuation"),
        pytest.param("渡" * 17, 10, id="chinese-characters-are-part-words"),
        pytest.param("เรือข้ามฟาก", 6, id="thai"),
        pytest.param("Ferry 渡轮渡轮渡轮渡轮渡 runs", 7, id="mixed"),
        pytest.param("페리가 겨울 내내", 4, id="korean"),
    ],
)
def test_word_count(text: str, words: int) -> None:
    assert read(text, GRAMMAR).words == words


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The boat left.", "sentence"),
        ("Did it leave?", "sentence"),
        ("It left!", "sentence"),
        ("“The boat left.”", "sentence"),
        ("(The boat left.)", "sentence"),
        ("**The boat left.**", "sentence"),
        ("The boat left.  ", "sentence"),
        ("渡轮开了。", "sentence"),
        ("「渡轮开了。」", "sentence"),
        ("नाव चली गई।", "sentence"),
        ("هل غادر القارب؟", "sentence"),
        ("The boat left", "open"),
        ("“The boat left”", "open"),
        ("", "open"),
        ("The boat left:", "colon"),
        ("渡轮：", "colon"),
        ("The boat left…", "ellipsis"),
        ("The boat left...", "ellipsis"),
        ("The boat left [...]", "ellipsis"),
    ],
)
def test_ending(text: str, ends: str) -> None:
    assert read(text, GRAMMAR).ends == ends


def test_stop_share_is_that_of_the_best_language() -> None:
    assert read("The boat is in the dock", GRAMMAR).stop_share == pytest.approx(4 / 6)
    assert read("Der Hafen und das Boot", GRAMMAR).stop_share == pytest.approx(3 / 5)
    assert read("", GRAMMAR).stop_share == 0.0


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        pytest.param("The ferry to the island was late and it is on the way to the old harbour.", True, id="prose"),
        pytest.param("The ferry to the island was late and it is on the way to the old harbour:", True, id="colon"),
        pytest.param("The ferry to the island was late and it is on the way to the old harbour", False, id="open"),
        pytest.param("The ferry was late.", False, id="short"),
        pytest.param(
            "Boats cars trains planes bikes trams buses taxis ships rafts carts vans lorries sleds.", False, id="list"
        ),
    ],
)
def test_prose(text: str, prose: bool) -> None:
    assert read(text, GRAMMAR).prose is prose


def test_without_function_words_prose_is_told_by_length_and_ending() -> None:
    text = "Boats cars trains planes bikes trams buses taxis ships rafts carts vans lorries sleds."
    assert read(text, Grammar({})).prose


def test_many_numbers_and_months_are_read_in_pieces() -> None:
    reading = read("3 May " * 5000, GRAMMAR)
    assert set(reading.tokens) == {"{date}"}
