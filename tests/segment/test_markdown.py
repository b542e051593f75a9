"""Markdown to blocks."""

from __future__ import annotations

import pytest

from declutter.segment import segment_markdown
from declutter.segment.markdown import visible_text

LONG = "The harbour board met on Tuesday evening to talk about the winter timetable,"


def segmented(source: str) -> list[tuple[str, str]]:
    """Kind and text of the blocks, once it is sure that their spans tile the source."""
    blocks, _ = segment_markdown(source)
    assert [block.index for block in blocks] == list(range(len(blocks)))
    end = 0
    for block in blocks:
        assert block.span is not None
        assert not source[end : block.span[0]].strip("\ufeff\u200b").strip()
        assert source[block.span[0] : block.span[1]] == block.text
        end = block.span[1]
    assert not source[end:].strip("\ufeff\u200b").strip()
    return [(block.kind, block.text) for block in blocks]


def title(source: str) -> str | None:
    return segment_markdown(source)[1]


@pytest.mark.parametrize("source", ["", " \n\n", "\ufeff"])
def test_blank_source_has_no_blocks(source: str) -> None:
    assert segmented(source) == []
    assert title(source) is None


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        pytest.param("Low water is at six.", "paragraph", id="paragraph"),
        pytest.param("# Tides", "heading", id="heading-1"),
        pytest.param("###### Tides ######", "heading", id="heading-6-closed"),
        pytest.param("####### Tides", "paragraph", id="seven-hashes-are-no-heading"),
        pytest.param("#tides", "paragraph", id="hashtag-is-no-heading"),
        pytest.param("Tides\n=====", "heading", id="setext-1"),
        pytest.param("Tides\n-----", "heading", id="setext-2"),
        pytest.param("- low water", "list-item", id="dash"),
        pytest.param("* low water", "list-item", id="star"),
        pytest.param("+ low water", "list-item", id="plus"),
        pytest.param("12. low water", "list-item", id="number"),
        pytest.param("2) low water", "list-item", id="number-bracket"),
        pytest.param("- [x] low water", "list-item", id="task"),
        pytest.param("-low water", "paragraph", id="dash-without-blank"),
        pytest.param("> Low water is at six.", "quote", id="quote"),
        pytest.param("> One line\n> and the next.", "quote", id="quote-of-two-lines"),
        pytest.param("***", "rule", id="rule-stars"),
        pytest.param("- - -", "rule", id="rule-dashes"),
        pytest.param("_____", "rule", id="rule-underscores"),
        pytest.param("```\nlow = 6\n\nhigh = 12\n```", "preformatted", id="fence"),
        pytest.param("~~~python\nlow = 6\n```\n~~~", "preformatted", id="tilde-fence"),
        pytest.param("````\n```\n````", "preformatted", id="fence-within-longer-fence"),
        pytest.param("| low | six |", "table-row", id="row"),
        pytest.param("![The pier](pier.jpg)", "paragraph", id="image"),
    ],
)
def test_each_type_of_block(source: str, kind: str) -> None:
    assert segmented(source) == [(kind, source)]


def test_a_page_of_everything() -> None:
    source = f"# Tides\n{LONG}\nwhich had been cut.\n\n- low\n- high\n\n> Six.\n\n***\n\n```\nx\n```\nThe end."
    assert segmented(source) == [
        ("heading", "# Tides"),
        ("paragraph", f"{LONG}\nwhich had been cut."),
        ("list-item", "- low"),
        ("list-item", "- high"),
        ("quote", "> Six."),
        ("rule", "***"),
        ("preformatted", "```\nx\n```"),
        ("paragraph", "The end."),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_line_ends(newline: str) -> None:
    source = newline.join(["# Tides", "", "- low", "- high", "", "Six."])
    assert [text for _, text in segmented(source)] == ["# Tides", "- low", "- high", "Six."]


def test_short_lines_are_blocks_of_their_own() -> None:
    assert [text for _, text in segmented("Share\nPrint\nSubscribe")] == ["Share", "Print", "Subscribe"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"{LONG}\nwhich had been cut.", id="small-letter"),
        pytest.param(f"{LONG}\nMara Lind said.", id="long-line-before"),
        pytest.param("A short line\nthat goes on.", id="short-line-before-small-letter"),
    ],
)
def test_lines_of_a_paragraph_are_joined(source: str) -> None:
    assert segmented(source) == [("paragraph", source)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("# Tides", "heading"), ("- low", "list-item"), ("> Six.", "quote"), ("***", "rule"), ("| a | b |", "table-row")],
)
def test_what_ends_a_paragraph(line: str, kind: str) -> None:
    assert segmented(f"{LONG}\n{line}") == [("paragraph", LONG), (kind, line)]


def test_item_goes_on_in_the_next_lines() -> None:
    source = "- low water\n  at six\nand high at noon\n- next"
    assert [text for _, text in segmented(source)] == ["- low water\n  at six\nand high at noon", "- next"]


def test_nested_items_are_blocks_of_their_own() -> None:
    source = "- tides\n  - low\n    1. at six\n  - high\n- winds"
    assert segmented(source) == [
        ("list-item", "- tides"),
        ("list-item", "- low"),
        ("list-item", "1. at six"),
        ("list-item", "- high"),
        ("list-item", "- winds"),
    ]


def test_quote_ends_where_its_mark_ends() -> None:
    assert [kind for kind, _ in segmented("> Six.\n\n> Seven.\n\nEight.")] == ["quote", "quote", "paragraph"]


def test_unclosed_fence_does_not_swallow_the_page() -> None:
    source = "```\nlow = 6\n\n# Tides\n\nLow water is at six."
    assert segmented(source)[-2:] == [("heading", "# Tides"), ("paragraph", "Low water is at six.")]


def test_what_a_fence_holds_is_no_markdown() -> None:
    source = "```\n# comment\n- item\n[a](b)\n```\nAfter."
    assert segmented(source) == [("preformatted", "```\n# comment\n- item\n[a](b)\n```"), ("paragraph", "After.")]
    block = segment_markdown(source)[0][0]
    assert block.visible == block.text
    assert block.link_chars == 0


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["| Boat | Leaves |", "|------|--------|", "| Gull | 6:15 |"], id="outer-pipes"),
        pytest.param(["Boat | Leaves", "--- | ---", "Gull | 6:15"], id="no-outer-pipes"),
        pytest.param(["| Boat | Leaves |", "| :-- | --: |", "| Gull |  |"], id="alignment"),
    ],
)
def test_rows_of_a_table(rows: list[str]) -> None:
    assert segmented("\n".join(rows)) == [("table-row", row) for row in rows]


def test_pipe_in_prose_is_no_table() -> None:
    assert segmented("Use a|b to choose.") == [("paragraph", "Use a|b to choose.")]


def test_reference_definitions_are_blocks_of_their_own() -> None:
    source = f"{LONG} see [the map][1].\n[1]: https://example.org/map\n[2]: https://example.org/tides"
    assert [text for _, text in segmented(source)] == source.split("\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('---\ntitle: "Winter boats"\ntags: [a, b]\n---\n\nText.', "Winter boats", id="yaml"),
        pytest.param("---\ntags:\n- a\n- b\nTitle: Winter boats\n---\nText.", "Winter boats", id="yaml-list"),
        pytest.param('+++\ntitle = "Winter boats"\n+++\nText.', "Winter boats", id="toml"),
        pytest.param("---\r\ntitle: 'Winter boats'\r\n---\r\nText.", "Winter boats", id="crlf"),
        pytest.param("---\ndate: today\n---\nText.", None, id="no-title"),
        pytest.param("---\ntitle: Boats\nabout: >\n  The last boat\n  stays.\n---\nText.", "Boats", id="folded-value"),
    ],
)
def test_front_matter(source: str, expected: str | None) -> None:
    assert title(source) == expected
    assert [kind for kind, _ in segmented(source)] == ["preformatted", "paragraph"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("---\n\nThe boat left.\n\n---\n", id="rule-and-text"),
        pytest.param("---\ntitle: never closed\n\nText.", id="never-closed"),
        pytest.param("Text.\n---\ntitle: no\n---\n", id="not-at-the-top"),
    ],
)
def test_no_front_matter(source: str) -> None:
    assert title(source) is None
    assert "preformatted" not in [kind for kind, _ in segmented(source)]


@pytest.mark.parametrize(
    ("markdown", "visible", "linked"),
    [
        pytest.param("Low water.", "Low water.", 0, id="plain"),
        pytest.param("[map](https://example.org)", "map", 3, id="link"),
        pytest.param("See [the **map**](/map 'Map') now", "See the map now", 7, id="link-with-marks-and-title"),
        pytest.param("[map](https://en.wikipedia.org/wiki/Pier_(disambiguation))", "map", 3, id="brackets-in-target"),
        pytest.param("[map][1] and [tides][]", "map and tides", 8, id="reference-links"),
        pytest.param("![The pier](pier.jpg)", "", 0, id="image"),
        pytest.param("[![The pier](pier.jpg)](/pier)", "", 0, id="linked-image"),
        pytest.param("https://example.org/map", "https://example.org/map", 23, id="bare-url"),
        pytest.param("<https://example.org>", "https://example.org", 19, id="autolink"),
        pytest.param("Low[[1]](#note-1) water", "Low[1] water", 3, id="brackets-in-link"),
        pytest.param("[**Home**](/) | [News](/news)", "Home News", 8, id="bar-of-links"),
        pytest.param("# **Tides** #", "Tides", 0, id="heading"),
        pytest.param("- [x] *low* `water`", "low water", 0, id="task-and-emphasis"),
        pytest.param("> Six.\n> Seven.", "Six. Seven.", 0, id="quote"),
        pytest.param("| Boat | Leaves |", "Boat Leaves", 0, id="row"),
        pytest.param("snake_case and __bold__", "snake_case and bold", 0, id="underscores"),
        pytest.param("5 < 6 and <b>7</b>", "5 < 6 and 7", 0, id="tags"),
        pytest.param(r"\*no emphasis\*", "*no emphasis*", 0, id="escapes"),
        pytest.param("[not a link] (really)", "[not a link] (really)", 0, id="brackets-alone"),
        pytest.param("~~old~~ new", "old new", 0, id="struck-out"),
        pytest.param("2 * 3 = 6", "2 * 3 = 6", 0, id="product"),
        pytest.param("Name *", "Name *", 0, id="star-of-a-required-field"),
        pytest.param(
            "It closed in 2024. Then it rained.", "It closed in 2024. Then it rained.", 0, id="year-ends-sentence"
        ),
        pytest.param("Tides - and winds", "Tides - and winds", 0, id="dash-inside"),
        pytest.param("File > Save > Quit", "File > Save > Quit", 0, id="arrows-inside"),
    ],
)
def test_visible_text(markdown: str, visible: str, linked: int) -> None:
    assert visible_text(markdown) == (visible, linked)


def test_block_of_links_is_all_link() -> None:
    block = segment_markdown("- [Home](/) [News](/news)")[0][0]
    assert block.visible == "Home News"
    assert block.link_chars == 8


@pytest.mark.parametrize("char", list("[]()!`*_~#>|-<\\\n"))
def test_heaps_of_one_mark_are_tiled(char: str) -> None:
    assert segmented(f"Tides {char * 5000} low")


@pytest.mark.parametrize(
    "pattern", ["[" * 3 + "a](", "](", "![a](", "[a](b", "<a ", "**a", "- ", "> ", "a|b\n", "```\n", "[a]: b\n"]
)
def test_heaps_of_one_pattern_are_tiled(pattern: str) -> None:
    assert segmented("Tides\n" + pattern * 1000)
