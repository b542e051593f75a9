"""Time is linear in the input, on hostile input too.

Measured as a growth ratio, not in seconds: four times the input may take about four times as long; quadratic code takes
sixteen times as long.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

import declutter
from declutter.segment import detect_media

# Between linear (4) and quadratic (16), with room for caches and a busy machine.
_MOST_GROWTH = 8
_LEAST_SECONDS = 0.02
_RUNS = 3
_SMALLEST, _LARGEST = 2_000, 2_000_000

TEXTS = {
    "no spaces": "x",
    "digits": "7",
    "blanks": " ",
    "invisible marks": "\u200b",
    "line feeds": "\n",
    "mixed line ends": "\r\n\r\u2028",
    "one line of sentences": "The ferry will run all winter, they said. ",
    "one line of words": "ferry and ",
    "one-character lines": "a\n",
    "repeated phrase": "Subscribe to our newsletter ",
    "labels": "Read more: ",
    "numbers": "1 2 3 May 4 ",
    "dates": "3 May 2024 at 10:15 pm, ",
    "clocks": "12:41 ",
    "months": "may ",
    "ago": "3 hours ago ",
    "brackets": "[",
    "link openings": "[a](",
    "link with blanks": "[](   ",
    "image openings": "![](",
    "image texts": "![a",
    "references": "[a]: x\n",
    "tag openings": "<a ",
    "angle brackets": "<",
    "comment openings": "<!-- ",
    "nested quotes": "> ",
    "pipes": "|",
    "table rows": "| a | b |\n",
    "delimiter rows": "|---|:--:|\n",
    "backticks": "`",
    "fences": "```\n",
    "asterisks": "*",
    "emphasis": "**a",
    "underscores": "_",
    "hashes": "#",
    "headings": "# a\n",
    "parentheses": "(",
    "quotation marks": "“",
    "corner brackets": "「",
    "apostrophes": "'",
    "capitals": "By A B C ",
    "names": "Mara Lindqvist ",
    "name lines": "By Mara Lindqvist\n",
    "dots": ".",
    "ideographic stops": "。",
    "dashes": "-",
    "colons": ":",
    "crumbs": "A > ",
    "hashtags": "#a ",
    "at signs": "a@",
    "addresses": "a.b@c.",
    "web addresses": "http://",
    "money": "$5 ",
    "backslashes": "\\",
    "combining marks": "a\u0301",
    "unspaced script": "冬の",
    "NULs": "\0",
    "surrogates": "\ud800",
    "wrapped lines": "the ferry will run all winter long and the council will pay for it\n",
    "alternating lines": "Share\n\nThe ferry will run all winter, the council said on Tuesday at noon.\n\n",
}
PAGES = {
    "deep divs": ("<div>a", ""),
    "deep closed divs": ("<div>a", "</div>a"),
    "deep spans": ("<span>a", ""),
    "deep lists": ("<ul><li>a", ""),
    "deep tables": ("<table><tr><td>a", ""),
    "deep links": ("<a href=x>a", ""),
    "deep formatting": ("<b><i>a", ""),
    "deep formatting in paragraphs": ("<p><b>a", ""),
    "unclosed paragraphs": ("<p>a", ""),
    "stray end tags": ("</div></p></b>a", ""),
    "breaks": ("<br>", ""),
    "lines with breaks": ("a<br>", ""),
    "empty elements": ("<b> </b>", ""),
    "elements in a line": ("<b>a</b> ", ""),
    "list items": ("<li>a</li>", ""),
    "links": ("<p><a href=/x>a b c</a></p>", ""),
    "entities": ("&amp;&nbsp;&bogus;", ""),
    "bare ampersands": ("&", ""),
    "open tag": ("<p ", ""),
    "less-than signs": ("< ", ""),
    "comments": ("<!-- a --> b ", ""),
    "declarations": ("<!x>", ""),
    "scripts": ("<script>a</script>", ""),
    "preformatted": ("<pre>a\n", ""),
}
WRAPPED = {
    "attributes": ("<p", " a{}=b", ">the ferry</p>"),
    "one huge attribute": ("<p title='", "a", "'>the ferry</p>"),
    "one huge attribute of markup": ('<p title="', "<b>", '">the ferry</p>'),
    "classes": ("<p class='", "a{} ", "'>the ferry</p>"),
    "table rows": ("<table>", "<tr><td>a</td><td>b</td></tr>", "</table>"),
    "table cells": ("<table><tr>", "<td>a</td>", "</tr></table>"),
    "unclosed table cells": ("<table><tr>", "<td>a", ""),
    "options": ("<select>", "<option>a", "</select>"),
    "one huge paragraph": ("<p>", "the ferry will run. ", "</p>"),
    "breaks in preformatted text": ("<pre>", "a<br>", "</pre>"),
    "unclosed comment": ("<p>a</p><!--", " a -", ""),
    "unclosed script": ("<p>a</p><script>", "<p>a", ""),
}


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def nested(pair: tuple[str, str]) -> Callable[[int], str]:
    return lambda size: "".join(part * (size // len("".join(pair))) for part in pair)


def enclosed(parts: tuple[str, str, str]) -> Callable[[int], str]:
    head, unit, tail = parts
    return lambda size: head + "".join(unit.format(i) for i in range(size // len(unit))) + tail


def growth(run: Callable[[str], object], make: Callable[[int], str]) -> float:
    """How many times as long four times as much input takes, at best."""
    size = _SMALLEST
    while size < _LARGEST and _seconds(run, make(size)) < _LEAST_SECONDS:
        size *= 2
    small, large = make(size), make(4 * size)
    base = min(_seconds(run, small) for _ in range(_RUNS))
    best = _seconds(run, large)
    for _ in range(_RUNS):  # a machine that was busy just then may try again
        if best < _MOST_GROWTH * base:
            break
        best = min(best, _seconds(run, large))
    return best / base


def _seconds(run: Callable[[str], object], page: str) -> float:
    """Processor time of one run; without the garbage collector, whose share depends on all else that lives."""
    gc.disable()
    try:
        begun = time.process_time()
        run(page)
        return max(time.process_time() - begun, 1e-4)
    finally:
        gc.enable()


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("media", ["text", "markdown"])
def test_time_is_linear(media, unit):
    assert growth(lambda page: declutter.extract(page, media=media).text, repeated(unit)) < _MOST_GROWTH


@pytest.mark.parametrize(
    "make",
    [*map(nested, PAGES.values()), *map(enclosed, WRAPPED.values())],
    ids=[*PAGES.keys(), *WRAPPED.keys()],
)
def test_time_is_linear_in_html(make):
    assert growth(lambda page: declutter.extract(page, media="html").text, make) < _MOST_GROWTH


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
def test_guessing_the_kind_of_source_takes_no_time(unit):
    # The guess looks at a sample, so that only the time of that sample counts.
    assert _seconds(detect_media, repeated(unit)(100_000)) < 0.5
