"""Furniture glued to paragraphs is cut off as blocks of its own, to the character."""

from __future__ import annotations

import pytest

import declutter

BODY = "The council decided on Tuesday to close the pool for the winter. Nobody had been told, the caretaker said."


def blocks(text: str, media: declutter.Media = "text") -> list[str]:
    return [block.text for block in declutter.extract(text, media=media).document.blocks]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(["(Photo: Mara Lindqvist)"], [], id="credit-in-brackets"),
        pytest.param(["ADVERTISEMENT"], [], id="capitals"),
        pytest.param(["Advertisement"], [], id="label-of-one-word"),
        pytest.param(["(Photo: Mara Lindqvist)", "ADVERTISEMENT"], [], id="two-before"),
        pytest.param([], ["Read more: Pool closes for winter"], id="label-behind"),
        pytest.param([], ["(Read more: What is left of the pool?)"], id="brackets-behind"),
        pytest.param([], ["Sign up for our newsletter."], id="call-behind"),
        pytest.param([], ["Follow us on Facebook.", "Advertisement"], id="two-behind"),
    ],
)
@pytest.mark.parametrize("media", ["html", "text"])
def test_what_is_glued_is_cut_off(before: list[str], after: list[str], media: declutter.Media) -> None:
    text = " ".join([*before, BODY, *after])
    page = f"<main><p>{text}</p></main>" if media == "html" else text
    # Another paragraph, or a text of one line would be cut at every sentence anyway.
    rest = ["The ferry runs all the same.", "So does the bus."]
    found = blocks("\n\n".join([page, *rest]) if media == "text" else page, media)
    assert found[: len(found) - len(rest) * (media == "text")] == [*before, BODY, *after]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"KYIV {BODY}", id="dateline"),
        pytest.param(f"{BODY} Next: the budget.", id="label-that-writers-use"),
        pytest.param(f"Share Prices Fell. {BODY}", id="word-of-a-title"),
        pytest.param("A ferry leaves the harbour. Photo: Mara Lindqvist", id="caption-with-its-credit"),
        pytest.param(f"{BODY} Photo: Mara Lindqvist", id="long-caption-with-its-credit"),
        pytest.param(f"READ MORE: {BODY}", id="label-of-what-follows"),
        pytest.param("Never miss a story. Sign up for our newsletter.", id="nothing-but-furniture"),
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert blocks(f"{text}\n\nThe ferry runs.\n\nSo does the bus.")[0] == text


def test_spans_and_elements_move_along() -> None:
    text = f"Home\n\n  ADVERTISEMENT {BODY} Read more: Pool closes\n\nThe end of it is near."
    for block in declutter.extract(text, media="text").document.blocks:
        assert block.span is not None
        assert text[slice(*block.span)] == block.text
    page = f"<body><nav>Home</nav><main><p>ADVERTISEMENT {BODY}</p><p>{BODY}</p></main><footer>Imprint</footer></body>"
    document = declutter.extract(page).document
    assert [block.index for block in document.blocks] == [0, 1, 2, 3, 4]
    held = {element.tag: (element.first, element.end) for element in document.elements}
    assert (held["main"], held["footer"], held["body"]) == ((1, 4), (4, 5), (0, 5))


def test_what_is_cut_off_is_dropped_and_the_paragraph_kept() -> None:
    paragraphs = [
        "The harbour master said that the ferry would run on every day of the winter, and that it would be late.",
        f"ADVERTISEMENT {BODY} Read more: Pool closes for winter",
        "He added that the crew had been told to wait for the last bus, whatever the timetable said about it.",
    ]
    result = declutter.extract("\n\n".join(paragraphs), media="text")
    assert result.text == "\n\n".join([paragraphs[0], BODY, paragraphs[2]])
    assert [verdict.category for verdict in result.dropped] == ["advert", "read-more"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028"])
def test_blocks_of_two_lines_are_not_glued_whatever_ends_lines(end: str) -> None:
    result = declutter.extract(f"ADVERTISEMENT{end}{BODY}", media="text")
    assert len(result.verdicts) == 2
    assert not any(row.filter == "cut-off" for verdict in result.verdicts for row in verdict.evidence)
