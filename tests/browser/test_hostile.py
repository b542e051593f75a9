"""Hostile pages: nothing of them runs in a report, asks for anything, or breaks it."""

from __future__ import annotations

import pytest

import declutter
from declutter import Block, Document, Evidence, Result, Verdict

MARKUP = (
    "</script><script>window.pwned = 1</script>",
    "<!--<script>",
    "--><script>window.pwned = 1</script>",
    "]]></style></title></textarea></noscript><script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 1'><svg onload=window.pwned=1>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe><object data=https://example.org/x></object>",
    "<link rel=stylesheet href=https://example.org/x><style>@import 'https://example.org/x'</style>",
    "<meta http-equiv=refresh content='0; url=https://example.org/'><base href=https://example.org/>",
    "javascript:window.pwned=1",
    "&lt;script&gt;window.pwned = 1&lt;/script&gt;",
    "'; window.pwned = 1; //",
    '"}]}; window.pwned = 1; //',
    "${window.pwned = 1} $data $script $$ {{constructor.constructor('window.pwned=1')()}}",
    "\\u003c/script\\u003e \\",
    "__proto__",
    "constructor",
)
CHARACTERS = {
    "line separators": "one\u2028two\u2029three\u0085four",
    "bidi overrides": "\u202e\u2066\u2067 evil txt.exe \u202d\u200f",
    "lone surrogates": "left \ud800 right \udfff end",
    "NULs": "\0 a \0\0 b",
    "controls": "".join(map(chr, range(32))) + "\x7f\x9b",
    "non-characters": "\ufffe \uffff \U0010ffff \ufeff",
    "marks on marks": "a" + "\u0301" * 500,
    "tags": "\U000e0001\U000e0041",
}
HOSTILE = MARKUP + tuple(CHARACTERS.values())


def hostile(text: str) -> Result:
    """A result with a text in every place that can hold one."""
    block = Block(0, text, text, xpath=text)
    rows = (Evidence(0, text, text, 3.0, text, text), Evidence(0, text, text, -1.0, "", text))
    document = Document(text, "html", (block,), title=text, url=text, language=text)
    return Result(document, (Verdict(block, rows, 2.0, text, False),))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_shown_and_nothing_else_happens(look, text):
    page = look(hostile(text).report(text))
    page.click("#blocks li")
    page.run("query.value = arguments[0]; find(); goToMatch(1)", text.encode("utf-8", "replace").decode())
    page.slide(-5)
    page.slide(5)
    assert page.run("return window.pwned") is None
    assert len(page.all("#blocks li")) == 1
    assert page.run("return document.scripts.length") == 2
    assert page.all("img, iframe, object, svg:not(#histogram), link, base, style ~ style") == []
    assert [url.partition(":")[0] for url in page.requests()] == ["file"]
    shown = page.run("return [...document.querySelector('.text').textContent].map((c) => c.codePointAt(0))")
    assert shown == [ord(character) for character in text]
    assert page.run("return document.querySelector('#receipt .match').textContent.length") > 0


def test_a_page_of_all_of_it_goes_through_the_whole_pipeline(look):
    page = "<html><head><title>{0}</title></head><body>{0}</body></html>".format(
        "".join(f"<p>{t}</p>" for t in HOSTILE)
    )
    for result in (declutter.extract(page), declutter.extract("\n\n".join(HOSTILE), media="text")):
        shown = look(result.report("</title><script>window.pwned = 1</script>"))
        assert shown.run("return window.pwned") is None
        assert len(shown.all("#blocks li")) == len(result.verdicts)


def test_an_override_of_direction_does_not_leave_its_block(look):
    page = look(declutter.extract("\u202e\u2067 evil\n\nThe ferry will run all winter.", media="text").report())
    assert (
        page.run("return [...document.querySelectorAll('.text')].map((t) => getComputedStyle(t).unicodeBidi)")
        == ["isolate"] * 2
    )


# A browser that is driven lets what it is driven with do more than a page may: the attempts are made a moment later.
ATTEMPTS = """
const done = arguments[0];
const image = () => { const made = new Image(); made.src = 'https://example.org/x.png'; document.body.append(made); };
const script = () => {
  const made = document.createElement('script');
  made.append('window.pwned = 1');
  document.body.append(made);
};
const style = () => {
  const made = document.createElement('style');
  made.append('body { display: none }');
  document.head.append(made);
};
const attempts = [
  () => { document.body.innerHTML += '<img src=x onerror="window.pwned = 1">'; },
  script, style, image,
  () => { document.body.setAttribute('onclick', 'window.pwned = 1'); document.body.click(); },
  () => window.eval('window.pwned = 1'),
  () => { location.href = 'javascript:window.pwned = 1'; },
  () => fetch('https://example.org/').then(() => { window.pwned = 1; }, () => {}),
];
attempts.forEach((attempt) => setTimeout(attempt));
setTimeout(done, 300);
"""


def test_the_policy_refuses_scripts_styles_and_requests_that_are_not_the_reports_own(look):
    page = look(hostile("ferry").report())
    page.driver.execute_async_script(ATTEMPTS)
    assert page.run("return window.pwned") is None
    assert page.run("return getComputedStyle(document.body).display") == "block"
    assert [url.partition(":")[0] for url in page.requests()] == ["file"]
    assert len(page.complaints()) >= 8
