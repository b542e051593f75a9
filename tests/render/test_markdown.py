"""Markdown of the kept part."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from declutter import Document, Media, Result, Verdict
from declutter.segment import segment

EVERYTHING = ("links", "images", "tables")


def result(source: str, media: Media = "html", url: str | None = None) -> Result:
    segmented = segment(source, media)
    verdicts = (Verdict(block, (), 0.0, None, kept=True) for block in segmented.blocks)
    return Result(Document(source, media, segmented.blocks, url=url), tuple(verdicts))


def markdown(source: str, include: Sequence[str] = EVERYTHING) -> str:
    return result(source).markdown(include)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<h1>a</h1><h3>b</h3><p>c", "# a\n\n### b\n\nc", id="headings"),
        pytest.param("<p>a <b>b</b> <i>c</i> <s>d</s> <code>e</code>", "a **b** *c* ~~d~~ `e`", id="emphasis"),
        pytest.param("<p><b>a</b><b>: b</b> c", "**a: b** c", id="emphasis-in-pieces"),
        pytest.param("<p>a<br>b", "a  \nb", id="break"),
        pytest.param("<ul><li>a<li>b</ul>", "- a\n- b", id="list"),
        pytest.param("<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>", "- a\n  - b\n    - c\n- d", id="nested"),
        pytest.param("<ol start=9><li>a<li>b<ul><li>c</ul></ol>", "9. a\n10. b\n    - c", id="numbers"),
        pytest.param("<ul><li><p>a<p>b</ul>", "- a\n\n  b", id="item-with-paragraphs"),
        pytest.param("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b", id="quotes"),
        pytest.param("<pre>a\n  b</pre>", "```\na\n  b\n```", id="preformatted"),
        pytest.param("<pre><code class=language-Python>a</code></pre>", "```python\na\n```", id="language-x"),
        pytest.param("<pre class=lang-c++><code>a</code></pre>", "```c++\na\n```", id="lang-x"),
        pytest.param("<div class='highlight highlight-source-js'><pre>a</pre></div>", "```js\na\n```", id="highlight"),
        pytest.param("<pre><code data-lang=rust>a</code></pre>", "```rust\na\n```", id="data-lang"),
        pytest.param("<pre class='brush: sql; x'>a</pre>", "```sql\na\n```", id="brush"),
        pytest.param("<pre class='a language-'>a</pre>", "```\na\n```", id="no-language"),
        pytest.param("<pre>a\n```\nb````</pre>", "`````\na\n```\nb````\n`````", id="fence-in-code"),
        pytest.param("<p><code>a`b</code>", "`` a`b ``", id="tick-in-code"),
        pytest.param("<ul><li><pre>a\nb</pre></ul>", "- ```\n  a\n  b\n  ```", id="code-in-item"),
        pytest.param("<figure><figcaption>a</figcaption></figure><p>b", "a\n\nb", id="caption"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_markdown(page: str, expected: str) -> None:
    assert markdown(page) == expected


TABLE = "<table><tr><th>a<th>b<tr><td>c|d<td><p>e<p>f<tr><td><code>g|h</code><td></table>"


def test_table() -> None:
    assert markdown(TABLE) == "| a | b |\n| --- | --- |\n| c\\|d | e  f |\n| `g\\|h` |  |"
    assert markdown("<p>x</p>" + TABLE, []) == "x"


def test_table_without_headings_gets_empty_ones() -> None:
    page = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert markdown(page) == "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"


def test_links_and_images_on_request() -> None:
    page = "<p>a <a href='/b (c)'>d [e]</a> <img src='/f g.png' alt='h]'></p>"
    assert markdown(page) == "a [d \\[e\\]](/b%20%28c%29) ![h\\]](/f%20g.png)"
    assert markdown(page, ["links"]) == "a [d \\[e\\]](/b%20%28c%29)"
    assert result(page).markdown() == "a d [e]"


def test_figures_stand_apart() -> None:
    page = "<p>a</p><figure><img src=/b.png></figure><figure><img src=/c.png></figure><p>d</p>"
    assert markdown(page) == "a\n\n![](/b.png)\n\n![](/c.png)\n\nd"


def test_exclamation_mark_makes_no_image_of_a_link() -> None:
    assert markdown("<p>Look!<a href=/a>b</a>") == "Look\\![b](/a)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
        ("snake_case _and_ so __on", "snake_case \\_and\\_ so \\_\\_on"),
        ("a `tick`", "a \\`tick\\`"),
        ("~~gone~~ ~3", "\\~\\~gone\\~\\~ ~3"),
        ("[a](b) [c]: d [1]", "[a\\](b) [c\\]: d [1]"),
        ("# one", "\\# one"),
        ("#one", "#one"),
        ("- one", "\\- one"),
        ("+44 20", "+44 20"),
        ("> one", "\\> one"),
        ("1. one", "1\\. one"),
        ("1984) one", "1984\\) one"),
        ("1.5 percent", "1.5 percent"),
        ("one 1. two", "one 1. two"),
        ("---", "\\---"),
        ("=====", "\\====="),
        ("| a | b |", "\\| a | b |"),
        ("a &lt;b&gt; c &lt; d", "a \\<b> c < d"),
        ("AT&amp;T &amp;amp;", "AT&T \\&amp;"),
        ("C:\\dir \\*", "C:\\dir \\\\\\*"),
    ],
)
def test_text_that_looks_like_markdown_is_escaped(text: str, expected: str) -> None:
    assert markdown(f"<p>{text}</p>") == expected
    assert markdown(f"<p>a<br>{text}</p>") == f"a  \n{expected}"
    assert markdown(f"<p><u>{text}</u></p>") == expected


def test_what_is_no_markdown_in_a_heading_stays() -> None:
    assert markdown("<h2>1. One</h2>") == "## 1. One"


@pytest.mark.parametrize("media", ["text", "markdown"])
def test_text_and_markdown_are_verbatim(media: Media) -> None:
    source = "# One *two*\n\n\n- [three](/x)\n| a | b |\n|---|---|\n| c | d |\n\n<b>four"
    parts = result(source, media)
    assert parts.markdown() == parts.text == source


def test_rows_go_unless_tables_are_wanted() -> None:
    assert result("# One\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo", "markdown").markdown([]) == "# One\n\nTwo"
    assert result("One\n\nDay\tBoat\tSeats\n\nTwo", "text").markdown(["links"]) == "One\n\nTwo"


def test_long_lists_take_linear_time() -> None:
    lines = markdown("<ol>" + "<li>a" * 20_000 + "</ol>").splitlines()
    assert lines[-1] == "20000. a"
