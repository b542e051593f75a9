"""Finding the phrases of packs in blocks."""

from __future__ import annotations

import pytest

from declutter.lexicon import Lexicon
from declutter.model import Hit
from declutter.packs import load_pack
from declutter.packs.table import compile_lexicon
from declutter.reading import read

HEAD = """
language = "en"
name = "English"
script = "Latin"
stopwords = "the of and a to in is"
months = ["may", "november"]
time = { units = ["hours"], ago = ["ago"], words = ["yesterday"], glue = ["at", "am"] }
"""


def lexicon(phrases: str) -> Lexicon:
    return compile_lexicon([load_pack(HEAD + phrases)])


def find(phrases: str, text: str) -> list[tuple[str, str]]:
    """Category and manner of what is found in a text."""
    return [(hit.category, hit.how) for hit in hits(phrases, text)]


def hits(phrases: str, text: str) -> tuple[Hit, ...]:
    compiled = lexicon(phrases)
    return compiled.find(0, text, read(text, compiled.grammar))


def words(number: int) -> str:
    return " ".join(["harbour"] * number)


SIGN_UP = '[phrases.newsletter]\nwhole = ["Sign up now", "Don’t miss out!", "{n} subscribers", "Updated {date}"]'


@pytest.mark.parametrize(
    "text",
    [
        "Sign up now",
        "SIGN UP NOW!",
        "  Sign-up  now… ",
        "“Sign up now”",
        "Ｓｉｇｎ　ｕｐ　ｎｏｗ",
        "Sign\u200b up\nnow »",
        "Don't miss out",
        "dont miss out!!!",
        "5 subscribers",
        "1,234 Subscribers",
        "Updated 3 May 2024",
        "Updated: yesterday",
        "Updated 2 hours ago",
    ],
)
def test_whole_block(text: str) -> None:
    assert find(SIGN_UP, text) == [("newsletter", "whole")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "Sign up",
        "Sign up now and then",
        "Please sign up now",
        "many subscribers",
        "Updated often",
        "now up sign",
    ],
)
def test_not_the_whole_block(text: str) -> None:
    assert find(SIGN_UP, text) == []


@pytest.mark.parametrize("text", ["12 Share", "Share 1,234", "3 May 2024 Share (5)", "Share 5 6 7"])
def test_numbers_at_the_edges_do_not_matter(text: str) -> None:
    assert find('[phrases.share]\nwhole = ["Share"]', text) == [("share", "whole")]


def test_numbers_inside_do_matter() -> None:
    assert find('[phrases.share]\nwhole = ["Share this"]', "Share 5 this") == []


def test_hit_tells_what_was_found() -> None:
    assert hits(SIGN_UP, "DON’T miss out") == (Hit(0, "newsletter", "whole", "dont miss out", "en"),)


def test_english_says_what_a_shared_phrase_is() -> None:
    other = HEAD.replace('"en"', '"de"') + '[phrases.contact]\nwhole = ["E-Mail"]'
    packs = [load_pack(HEAD + '[phrases.share]\nwhole = ["E-mail"]'), load_pack(other)]
    for ordered in (packs, packs[::-1]):
        both = compile_lexicon(ordered)
        (hit,) = both.find(0, "e-mail", read("e-mail", both.grammar))
        assert (hit.category, hit.language) == ("share", "en")


def test_phrases_of_all_packs_are_found() -> None:
    other = HEAD.replace('"en"', '"de"') + '[phrases.share]\nwhole = ["Teilen"]'
    both = compile_lexicon([load_pack(HEAD + '[phrases.share]\nwhole = ["Share"]'), load_pack(other)])
    found = [both.find(0, text, read(text, both.grammar)) for text in ("Share", "Teilen")]
    assert [hit.language for (hit,) in found] == ["en", "de"]
    assert set(both.grammar.stop_words) == {"en", "de"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("Story by {name}", "Story by Mara Lind", True, id="name-last"),
        pytest.param("Story by {name}", "Story by Mara van der Berg", True, id="particles"),
        pytest.param("Story by {name}", "STORY BY MARA LIND", True, id="capitals"),
        pytest.param("Story by {name}", "Story by the sea", False, id="no-capital"),
        pytest.param("Story by {name}", "Story by Mara who went to sea", False, id="too-few-capitals"),
        pytest.param("Story by {name}", "Story by", False, id="no-name"),
        pytest.param("Story by {name}", "Story by 12", False, id="number-is-no-name"),
        pytest.param("Story by {name}", "Story by " + "Mara " * 8, False, id="name-too-long"),
        pytest.param("{name} reports", "Mara Lind reports", True, id="name-first"),
        pytest.param("{name} reports", "they reports", False, id="name-first-without-capital"),
        pytest.param("About {name} and {name}", "About Mara Lind and Jon Berg", True, id="two-names"),
        pytest.param("{name} for {name} only", "Mara Lind for Harbour Times only", True, id="name-first-and-inside"),
        pytest.param("Story by {name}, {date}", "Story by Mara Lind, 3 May 2024", True, id="name-and-date"),
        pytest.param("作者{name}", "作者李明", True, id="script-without-case"),
    ],
)
def test_free_names(phrase: str, text: str, found: bool) -> None:
    assert find(f'[phrases.byline]\nwhole = ["{phrase}"]', text) == [("byline", "whole")] * found


LABELS = '[phrases.related]\nlabel = ["Read more"]\nwhole = ["See also"]'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Read more: the winter boats", [("related", "label")], id="label"),
        pytest.param("READ MORE : the winter boats", [("related", "label")], id="blank-before-colon"),
        pytest.param("Read more：冬季渡轮", [("related", "label")], id="full-width-colon"),
        pytest.param("See also: the winter boats", [("related", "label")], id="whole-phrase-as-label"),
        pytest.param("Read more the winter boats", [], id="no-colon"),
        pytest.param("Please read more: the winter boats", [], id="more-before"),
        pytest.param("Read\nmore: the winter boats", [], id="line-break-in-label"),
        pytest.param("Read more:", [], id="nothing-behind"),
    ],
)
def test_label(text: str, expected: list[tuple[str, str]]) -> None:
    assert find(LABELS, text) == expected


BAR = """[phrases.share]
whole = ["Copy link", "Facebook"]
tokens = ["share", "tweet"]
[phrases.print-save]
tokens = ["print"]"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Share Tweet", [("share", "tokens")], id="tokens"),
        pytest.param("Share | Tweet | Print 3", [("share", "tokens")], id="most-votes"),
        pytest.param("Facebook Tweet Copy link", [("share", "compound")], id="compound"),
        pytest.param("Share 12 Tweet 5", [("share", "tokens")], id="counters"),
        pytest.param("Share", [], id="one-token-is-none"),
        pytest.param("Share 12", [], id="one-token-and-counter"),
        pytest.param("Share Tweet boats", [], id="unknown-word"),
        pytest.param("Share " * 24, [("share", "tokens")], id="longest"),
        pytest.param("Share " * 25, [], id="too-long"),
    ],
)
def test_rows_of_known_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert find(BAR, text) == expected


def test_compound_lists_its_parts() -> None:
    (hit,) = hits(BAR, "Facebook Copy Link Tweet")
    assert hit.phrase == "facebook | copy link | tweet"


EDGES = """[phrases.newsletter]
start = ["Sign up for our", "Join {name} today", "{name} writes to you"]
end = ["to your inbox"]
contains = ["weekly newsletter"]
[phrases.login]
start = ["Sign up", "Sign"]"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Join Mara Lind today for tea", {("newsletter", "start")}, id="name-inside"),
        pytest.param("Mara Lind writes to you on Fridays", {("newsletter", "start")}, id="name-first"),
        pytest.param("Straight to your inbox!", {("newsletter", "end")}, id="end"),
        pytest.param("Our weekly newsletter is out", {("newsletter", "contains")}, id="contains"),
        pytest.param("Our weekly newsletters are out", set(), id="part-of-a-word"),
        pytest.param("Our newsletter weekly", set(), id="other-order"),
        pytest.param("You can sign up later", set(), id="start-is-not-inside"),
        pytest.param("To your inbox it goes", set(), id="end-is-not-start"),
        pytest.param(
            "Our weekly newsletter, straight to your inbox",
            {("newsletter", "end"), ("newsletter", "contains")},
            id="two",
        ),
    ],
)
def test_edges_and_inside(text: str, expected: set[tuple[str, str]]) -> None:
    assert set(find(EDGES, text)) == expected


def test_longest_start_of_each_category() -> None:
    found = {hit.category: hit.phrase for hit in hits(EDGES, "Sign up for our tea")}
    assert found == {"newsletter": "sign up for our", "login": "sign up"}


def test_strong_hits_silence_weak_ones() -> None:
    phrases = EDGES + '\n[phrases.paywall]\nwhole = ["Sign up for our weekly newsletter"]'
    assert find(phrases, "Sign up for our weekly newsletter!") == [("paywall", "whole")]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        pytest.param(52, {"start", "end", "contains"}, id="60-words-are-looked-at-everywhere"),
        pytest.param(53, {"contains"}, id="61-words-only-inside"),
        pytest.param(112, {"contains"}, id="120-words-inside"),
        pytest.param(113, set(), id="121-words-are-prose"),
    ],
)
def test_length_limits(extra: int, expected: set[str]) -> None:
    phrases = '[phrases.newsletter]\nstart = ["Sign up"]\nend = ["your inbox"]\ncontains = ["weekly newsletter"]'
    text = f"Sign up now: weekly newsletter {words(extra)} in your inbox"
    assert {how for _, how in find(phrases, text)} == expected


def test_empty_lexicon_finds_nothing() -> None:
    empty = compile_lexicon([])
    assert empty.find(0, "Sign up", read("Sign up", empty.grammar)) == ()


def test_block_index_is_carried() -> None:
    compiled = lexicon(SIGN_UP)
    assert [hit.block for hit in compiled.find(7, "Sign up now", read("Sign up now", compiled.grammar))] == [7]
