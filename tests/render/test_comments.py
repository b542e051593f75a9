"""The comments below an article, as a text of their own."""

from __future__ import annotations

import pytest

import declutter
from declutter.render.comments import reader_comments

ARTICLE = (
    "The ferry between the harbour and the island will run all winter, the council said on Tuesday.",
    "It was not clear on Monday whether the boats that were sold in the spring could be bought back in time.",
    "“We have heard what the island needs, and we will pay for it,” said the mayor of the town after the meeting.",
    "The council will meet again in March to decide how the service is to be paid for in the years that follow.",
)
FIRST = "I took the last boat on Sunday and it was so full that some of us had to stand for the whole crossing."
SECOND = "They said the same thing two years ago, and then they sold the boats to a company on the mainland."
SHORT = "Well done to the council"


def page(comments: str) -> str:
    article = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)
    return (
        f"<html><body><article><h1>Ferry to run all winter</h1>{article}</article>{comments}"
        "<footer>© 2024 Harbour News. All rights reserved.</footer></body></html>"
    )


def comment(name: str, text: str) -> str:
    return (
        f"<div class=comment><span>{name}</span> <time>3 May 2024 at 10:15</time><p>{text}</p>"
        "<a href=#r>Reply</a> <button>Like</button></div>"
    )


SECTION = (
    f"<section id=comments><h2>3 comments</h2>{comment('Anna', FIRST)}{comment('Ben', SECOND)}{comment('Cem', SHORT)}"
    "<form><label>Name</label><input><textarea></textarea><button>Post comment</button></form></section>"
)


def test_comments_of_a_page() -> None:
    result = declutter.extract(page(SECTION))
    assert result.comments == reader_comments(result)
    assert result.comments.split("\n\n")[:2] == [FIRST, SECOND]
    for furniture in ("Reply", "Like", "Post comment", "Name", "3 comments", "Harbour News", "2024", "Anna"):
        assert furniture not in result.comments
    assert FIRST not in result.text


@pytest.mark.parametrize(
    "comments",
    [
        pytest.param("", id="no-section"),
        pytest.param("<section id=comments><h2>Comments</h2><p>Comments are closed.</p></section>", id="closed"),
        pytest.param(
            "<section id=comments><h2>Leave a comment</h2><form><label>Your name</label><input></form></section>",
            id="only-a-form",
        ),
    ],
)
def test_nothing_where_nobody_wrote(comments: str) -> None:
    assert declutter.extract(page(comments)).comments == ""


def test_kept_blocks_are_no_comments() -> None:
    result = declutter.extract(page(SECTION), keep=["comment-form"])
    assert FIRST in result.text
    assert result.comments == ""


TEXT = "\n\n".join(
    [
        *ARTICLE,
        "2 comments",
        FIRST,
        "Posted by: Anna | May 3, 2024 10:15:00 AM",
        SECOND,
        "Posted by: Ben | May 3, 2024 11:02:00 AM",
        "Post a comment",
        "© 2024 Harbour News. All rights reserved.",
    ]
)


@pytest.mark.parametrize("media", ["text", "markdown"])
def test_comments_of_text(media: declutter.Media) -> None:
    result = declutter.extract(TEXT, media=media)
    comments = result.comments.split("\n\n")
    assert set(comments) <= {FIRST, SECOND, ""}
    for each in (FIRST, SECOND):
        assert (each in comments) != (each in result.text)


def test_teasers_below_a_link_to_comments_are_none() -> None:
    teasers = "".join(f"<p><a href=/{i}>Island news, part {i}</a></p><p>{FIRST[:-1]} ({i}).</p>" for i in range(5))
    assert declutter.extract(page(f"<p><a href=#c>Comments</a></p><div>{teasers}</div>")).comments == ""


@pytest.mark.parametrize("source", ["", "Comments", "Comments\n\nYes.", "\ud800"])
def test_little(source: str) -> None:
    assert declutter.extract(source).comments == ""
