"""Plain text to blocks."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from declutter.segment import segment_text

MEETING = (
    "The harbour board met on Tuesday evening to talk about the winter timetable, which had been cut twice since "
    "the storm, and after three hours of argument it agreed to keep the last boat on Fridays and on Saturdays. "
    "Several islanders had come across that morning to speak, among them the head of the school, a baker and two "
    "nurses who work nights at the mainland hospital and cannot get home without it."
)
BAKER = (
    "The baker said that he had lost a third of his trade since the cuts began, because visitors who would once have "
    "stayed for supper now leave in the middle of the afternoon so as not to be stranded until the next morning."
)
COSTS = (
    "Keeping the boat will cost about forty thousand a year, most of it for fuel and for the second crew, and the "
    "board hopes that the county will pay half of that when it votes on its budget in the first week of March."
)
INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060\u202a\u202b\u202c\u00ad"


def is_blank(text: str) -> bool:
    return all(char.isspace() or char in INVISIBLE for char in text)


def segmented(source: str) -> list[str]:
    """The texts of the blocks, once it is sure that their spans tile the source."""
    blocks = segment_text(source)
    assert [block.index for block in blocks] == list(range(len(blocks)))
    end = 0
    for block in blocks:
        assert block.span is not None
        assert is_blank(source[end : block.span[0]])
        assert source[block.span[0] : block.span[1]] == block.text == block.visible
        assert block.text == block.text.strip() != ""
        end = block.span[1]
    assert is_blank(source[end:])
    return [block.text for block in blocks]


def flat(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def folded(text: str, width: int = 72) -> str:
    """As ``fold -s`` writes it: a blank stays at the end of each line that was broken."""
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += word + " "
    return "\n".join(lines).removesuffix(" ")


def kinds(source: str) -> list[str]:
    return [block.kind for block in segment_text(source)]


@pytest.mark.parametrize("source", ["", " ", "\n\n\r\n\t", "\ufeff", "\u200b\n\u200e", "\u00a0\u3000"])
def test_blank_source_has_no_blocks(source: str) -> None:
    assert segmented(source) == []


def test_one_line_is_one_block() -> None:
    lines = ["Harbour Times", "Skip to content", MEETING, BAKER, "Read more", COSTS]
    assert segmented("\n".join(lines)) == lines


def test_blank_lines_part_paragraphs() -> None:
    assert segmented(f"Winter boats\n\n{MEETING}\n\n\n{BAKER}\n") == ["Winter boats", MEETING, BAKER]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_line_ends(newline: str) -> None:
    assert segmented(newline.join(["Tides", "Low at six.", "", "High at noon."])) == [
        "Tides",
        "Low at six.",
        "High at noon.",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("\ufeff", id="bom"),
        pytest.param("\t", id="tab"),
        pytest.param("\u00a0 ", id="no-break-space"),
        pytest.param("\u200b", id="zero-width"),
        pytest.param("\u200f\u202b", id="direction-marks"),
        pytest.param("\u3000", id="ideographic-space"),
    ],
)
def test_blanks_around_a_line_are_outside_of_the_block(lead: str) -> None:
    assert segmented(f"{lead}Tides{lead}\n{lead}\n{lead}Low at six.{lead}\n") == ["Tides", "Low at six."]


def test_blanks_inside_a_line_stay() -> None:
    line = "Low\tat\u00a0six,  \u200bhigh\u200f at noon."
    assert segmented(line) == [line]


@pytest.mark.parametrize("width", [60, 72, 78, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_wrapped_paragraphs_are_joined(width: int, newline: str) -> None:
    paragraphs = [MEETING, BAKER, COSTS]
    source = "\n\n".join(textwrap.fill(text, width) for text in paragraphs).replace("\n", newline)
    assert flat(segmented(source)) == paragraphs


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["next-line", "blank-line"])
def test_fold_with_trailing_blanks(gap: str) -> None:
    paragraphs = ["Winter boats", MEETING, "Share", BAKER, COSTS]
    assert flat(segmented(gap.join(map(folded, paragraphs)))) == paragraphs


def test_line_that_fold_did_not_break_is_not_joined_to_the_next() -> None:
    title = "Harbour board keeps the last boat on Fridays and on Saturdays as well"
    assert len(title) == 69
    paragraphs = [title, MEETING, BAKER, COSTS]
    assert flat(segmented("\n".join(map(folded, paragraphs)))) == paragraphs


def test_fold_without_trailing_blanks() -> None:
    paragraphs = ["Winter boats", MEETING, "Share this story", BAKER, COSTS]
    source = "\n\n".join(textwrap.fill(text, 72) for text in paragraphs)
    assert flat(segmented(source)) == paragraphs


def test_short_lines_between_wrapped_ones_stay_alone() -> None:
    source = "\n".join(
        [textwrap.fill(MEETING, 72), "Share", "Print", "Subscribe to our newsletter", textwrap.fill(BAKER, 72)]
    )
    assert flat(segmented(source)) == [MEETING, "Share", "Print", "Subscribe to our newsletter", BAKER]


def test_lynx_dump() -> None:
    source = "\n".join(
        [
            "   #[1]Harbour Times",
            "",
            "Winter boats",
            "",
            textwrap.fill(MEETING, 72, initial_indent="   ", subsequent_indent="   "),
            "",
            "     * [2]News",
            "     * [3]Weather",
            textwrap.fill(COSTS, 72, initial_indent="     * ", subsequent_indent="       "),
            "",
            textwrap.fill(BAKER, 72, initial_indent="   ", subsequent_indent="   "),
        ]
    )
    expected = ["#[1]Harbour Times", "Winter boats", MEETING, "* [2]News", "* [3]Weather", f"* {COSTS}", BAKER]
    assert flat(segmented(source)) == expected


def test_mail_quoting() -> None:
    quoted = textwrap.fill(BAKER, 72, initial_indent="> ", subsequent_indent="> ")
    source = f"On Tuesday Mara wrote:\n{quoted}\n\n{textwrap.fill(MEETING, 72)}\n"
    texts = segmented(source)
    assert flat([text.replace("\n> ", "\n") for text in texts]) == ["On Tuesday Mara wrote:", f"> {BAKER}", MEETING]


def test_answer_below_a_quotation_is_not_joined_to_it() -> None:
    quoted = textwrap.fill(BAKER, 72, initial_indent="> ", subsequent_indent="> ")
    texts = segmented(f"{quoted}\n{textwrap.fill(COSTS, 72)}")
    assert flat(texts)[1:] == [COSTS]


def test_quotation_in_a_quotation_is_not_joined_to_its_answer() -> None:
    inner = textwrap.fill(BAKER, 72, initial_indent="> > ", subsequent_indent="> > ")
    outer = textwrap.fill(COSTS, 72, initial_indent="> ", subsequent_indent="> ")
    texts = segmented(f"{inner}\n{outer}\n{textwrap.fill(MEETING, 72)}")
    assert [text[:8] for text in texts] == ["> > The ", "> Keepin", "The harb"]


def test_signature_of_a_mail_is_not_joined() -> None:
    source = f"{textwrap.fill(MEETING, 72)}\n\n{textwrap.fill(BAKER, 72)}\n-- \nMara Lind\nHarbour Times\n"
    assert flat(segmented(source)) == [MEETING, BAKER, "--", "Mara Lind", "Harbour Times"]


def test_paragraphs_told_by_indent_alone() -> None:
    source = "\n".join(textwrap.fill(text, 72, initial_indent="    ") for text in (MEETING, BAKER, COSTS))
    assert flat(segmented(source)) == [MEETING, BAKER, COSTS]


def test_headings_stay_apart_from_the_wrapped_paragraphs_below_them() -> None:
    source = f"Winter boats\n{textwrap.fill(MEETING, 72)}\n\nCosts\n{textwrap.fill(COSTS, 72)}"
    assert flat(segmented(source)) == ["Winter boats", MEETING, "Costs", COSTS]


def test_one_long_line_does_not_hide_the_wrapping_of_the_others() -> None:
    link = "The minutes of the meeting are here: https://harbour.example.org/board/minutes/2024/november/" + "a" * 60
    wrapped = [textwrap.fill(text, 72) for text in (MEETING, BAKER, COSTS)]
    assert flat(segmented("\n\n".join([link, *wrapped]))) == [link, MEETING, BAKER, COSTS]


POEM = """\
The lamp is lit along the shore tonight,
And no one rows across the silver bay;
The gulls have gone, and with them went the light,
That we had thought would never go away.
I heard the bell below the harbour wall,
It rang for us as once it used to ring,
And still I wait, and do not hear you call,
And still the tide brings nothing but the spring."""


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(POEM, id="capitals"),
        pytest.param(POEM.casefold(), id="small-letters"),
        pytest.param("\n".join(line[:30] for line in POEM.splitlines()).replace(" \n", "\n"), id="short-lines"),
    ],
)
def test_lines_of_a_poem_are_not_joined(source: str) -> None:
    assert segmented(source) == [line.strip() for line in source.splitlines()]


LIST = [
    "A new timetable for the winter boats from the middle of November",
    "The baker who had to close early on every afternoon of the year",
    "What the county will pay and what it has refused to pay so far",
    "Letters: why the last boat on a Friday matters to all of us",
    "Storm damage at the old pier will be repaired before the spring",
]


@pytest.mark.parametrize(
    "marker",
    [pytest.param(mark, id=name) for mark, name in [("", "none"), ("* ", "star"), ("- ", "dash"), ("• ", "bullet")]],
)
def test_items_of_a_list_are_not_joined(marker: str) -> None:
    lines = [marker + line for line in LIST]
    assert segmented("\n".join(lines)) == lines


def test_items_that_happen_to_fill_the_width_are_not_joined() -> None:
    lines = [
        "a new timetable for the winter boats from the middle of November on, they say",
        "the baker who had to close early on every afternoon of last winter",
        "what the county will pay and what it has refused to pay until the budget vote",
        "letters on why the last boat on a Friday matters",
        "storm damage at the old pier will be repaired early",
        "a plan for the school run of the coming year",
        "two nurses on their way home from the night shift",
        "how much a second crew would cost in the long run",
    ]
    assert segmented("\n".join(lines)) == lines


def test_numbered_list() -> None:
    lines = [f"{i}. {line}" for i, line in enumerate(LIST, 1)] + [f"({i}) {line}" for i, line in enumerate(LIST, 1)]
    assert segmented("\n".join(lines)) == lines
    assert set(kinds("\n".join(lines))) == {"list-item"}


def test_wrapped_items_of_a_list_are_joined() -> None:
    items = [f"{i}. {text}" for i, text in enumerate((MEETING, BAKER, COSTS), 1)]
    source = "\n".join(textwrap.fill(item, 72, subsequent_indent="   ") for item in items)
    assert flat(segmented(source)) == items


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("* Ropes and sails", "list-item"),
        ("– Ropes and sails", "list-item"),
        ("a) Ropes and sails", "list-item"),
        ("12. Ropes and sails", "list-item"),
        ("2024 was a good year", "paragraph"),
        ("Ropes - and sails", "paragraph"),
        ("Boat\tLeaves\tArrives", "table-row"),
        ("Boat | Leaves | Arrives", "table-row"),
        ("Boat    Leaves    Arrives", "table-row"),
        ("Home | About", "paragraph"),
    ],
)
def test_kind(line: str, kind: str) -> None:
    assert kinds(f"Tides\n{line}\nLow at six.") == ["paragraph", kind, "paragraph"]


SENTENCES = [
    "Skip to content.",
    "Dr. Lind and Mr. J. Olsen met at 10 a.m. on Pier No. 3 to look at the damage.",
    "“We were lucky,” she said.",
    "“It could have been worse!”",
    "The repairs will cost 1.5 million, e.g. for timber, and they start on 3 Nov. 2024 at the latest.",
    "Was that enough?",
    "Nobody knows… The board meets again in May.",
    "Subscribe to our newsletter.",
]


def test_blob_is_cut_at_sentences() -> None:
    texts = segmented(" ".join(SENTENCES) + " " + MEETING)
    assert texts == [
        *SENTENCES[:6],
        "Nobody knows…",
        "The board meets again in May.",
        *SENTENCES[7:],
        *MEETING_SENTENCES,
    ]


MEETING_SENTENCES = [MEETING[: MEETING.index("Several") - 1], MEETING[MEETING.index("Several") :]]


def test_sentences_of_a_blob_are_of_that_kind() -> None:
    assert kinds(" ".join(SENTENCES) * 2)[0] == "sentence"


def test_blob_after_a_title() -> None:
    texts = segmented("Winter boats\n" + " ".join([MEETING, BAKER, COSTS]))
    assert texts == ["Winter boats", *MEETING_SENTENCES, BAKER, COSTS]


def test_short_single_line_is_not_cut() -> None:
    line = "The board met. It kept the last boat."
    assert segmented(line) == [line]


def test_chinese_blob_is_cut_without_spaces() -> None:
    sentence = "市议会周二表示渡轮将在整个冬季继续运行居民们对此表示欢迎。"
    assert segmented(sentence * 20) == [sentence] * 20


def test_paragraphs_of_a_page_in_many_lines_are_not_cut() -> None:
    long = " ".join([MEETING, BAKER, COSTS])
    assert segmented(f"Winter boats\n{long}\n{long}\n{long}") == ["Winter boats", long, long, long]


@pytest.mark.parametrize(
    ("line", "chars"),
    [
        ("See https://example.org/tides for more", len("https://example.org/tides")),
        ("www.example.org", len("www.example.org")),
        ("Write to desk@example.org today", len("desk@example.org")),
        ("<https://example.org>", len("https://example.org")),
        ("and/or nothing", 0),
        ("The boat left.", 0),
    ],
)
def test_link_chars(line: str, chars: int) -> None:
    assert segment_text(line)[0].link_chars == chars


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("word " * 50_000, id="one-long-line"),
        pytest.param("x" * 200_000, id="one-long-word"),
        pytest.param("a.\n" * 20_000, id="many-lines"),
        pytest.param("A. " * 20_000, id="many-initials"),
        pytest.param("\ud800 lone \udfff", id="lone-surrogates"),
        pytest.param("nul\x00 nul\x1f unit", id="control-characters"),
    ],
)
def test_strange_sources_are_tiled(source: str) -> None:
    assert segmented(source)


def test_blocks_stand_in_order() -> None:
    blocks = segment_text("\n".join([*LIST, "", MEETING, POEM]))
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(blocks))
