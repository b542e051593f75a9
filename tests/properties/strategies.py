"""Pages of every kind: what people write, what programs make of it, and what only an attacker would send."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

LINE_ENDS = [
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\n \t\n",
    "\v",
    "\f",
    "\x1c",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
]
BLANKS = [
    "",
    "",
    "",
    " ",
    "   ",
    "\t",
    "\u00a0",
    "\u3000",
    "\u2009",
    "\ufeff",
    "\u200b",
    "\u200f",
    "\u2067",
    "\u00ad",
    "\x1f",
]
FURNITURE = [
    "Skip to content",
    "Share this article",
    "Subscribe to our newsletter",
    "Read more: Ferry strike enters its third week",
    "By Mara Lindqvist, staff reporter",
    "© 2024 Harbour News. All rights reserved.",
    "Accept all cookies",
    "Home > News > Local",
    "37 comments",
    "12:41 Minister resigns",
    "Harbour Town 14°C",
    "$5 $10 $25 Other",
    "* indicates required",
    "Tel: +44 20 7946 0958",
    "#ferry #harbour #winter",
    "A ferry leaves the harbour at dawn. (Mara Lindqvist/Getty Images)",
    "Published 3 May 2024 at 10:15 am",
    "https://example.org/news/ferry?utm_source=x",
    "1\t2\t3",
    "| Monday | 06:00 |",
]
PROSE = [
    "The ferry between the harbour and the island will run all winter, the council said on Tuesday.",
    "“We have heard what the island needs, and we will pay for it,” said the mayor of the town.",
    "It was not clear on Monday whether the boats that were sold in the spring could be bought back in time.",
    "In Bremen sagte der Senator, dass die Fähre auch im Winter fahren wird, wenn das Eis es zulässt.",
    "Паром між портом і островом працюватиме всю зиму, повідомила рада у вівторок.",
    "市議会は火曜日、港と島を結ぶフェリーを冬の間も運航すると発表した。住民は歓迎している。",
    "وقال المجلس يوم الثلاثاء إن العبارة ستعمل طوال فصل الشتاء.",
    "Yes.",
    "She laughed. No, she said, never again!",
]
_ANYTHING = st.characters(exclude_categories=())
_SPARKS = st.sampled_from(list("[](){}<>|*_`#>-=!&;:/.,\"'@$°©™…0123456789\0\x1b\ud800\udfff\U0001f600\u0301ßİ"))

blanks = st.sampled_from(BLANKS)
line_ends = st.sampled_from(LINE_ENDS)
lines = st.one_of(
    st.sampled_from(FURNITURE),
    st.sampled_from(PROSE),
    st.lists(st.sampled_from(PROSE), min_size=2, max_size=6).map(" ".join),
    st.text(_ANYTHING, max_size=60),
    st.text(_SPARKS, max_size=60),
)


def _joined(parts: st.SearchStrategy[tuple[str, ...]], most: int) -> st.SearchStrategy[str]:
    return st.lists(parts.map("".join), max_size=most).map("".join)


plain = _joined(st.tuples(blanks, lines, blanks, line_ends), 14)


@st.composite
def wrapped(draw: st.DrawFn) -> str:
    """Paragraphs as a mail program, ``fold -s`` or ``lynx -dump`` leaves them."""
    width = draw(st.integers(30, 90))
    lead = draw(st.sampled_from(["", "   ", "> ", "> > "]))
    trail = draw(st.sampled_from(["", " "]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    paragraphs = draw(st.lists(st.lists(st.sampled_from(PROSE + FURNITURE), min_size=1, max_size=6), max_size=5))
    folded = (textwrap.wrap(" ".join(sentences), width) for sentences in paragraphs)
    return (end + end).join((trail + end).join(lead + line for line in lines) for lines in folded)


_markdown_piece = st.one_of(
    lines,
    st.tuples(st.sampled_from(["# ", "## ", "> ", "> > ", "- ", "* ", "12. ", "- [ ] ", "    ", "[1]: "]), lines).map(
        "".join
    ),
    st.tuples(lines, st.sampled_from(["\n===", "\n---", "\n***", " |", " #"])).map("".join),
    st.tuples(st.sampled_from(["```\n", "~~~~py\n", "````"]), lines, st.sampled_from(["\n```", "\n~~~~", ""])).map(
        "".join
    ),
    st.tuples(
        st.just("["), lines, st.sampled_from(["](", "][", "](<", "] ("]), lines, st.sampled_from([")", "]", ""])
    ).map("".join),
    st.tuples(st.sampled_from(["**", "_", "`", "![", "~~"]), lines, st.sampled_from(["**", "_", "`", "](x.png)"])).map(
        "".join
    ),
    st.sampled_from(
        ["| a | b |\n|---|---|\n| 1 | 2 |", "---", "***", "---\ntitle: Ferry\n---", "+++\ntitle = 1\n+++", "<br>"]
    ),
)
markdown = _joined(st.tuples(blanks, _markdown_piece, line_ends), 12)

TAGS = (
    "p div span a b i em li ul ol table tr td th h1 h2 nav footer aside header form article main section pre "
    "blockquote figcaption br hr img button select option textarea script style template title svg iframe "
    "noscript body html head dl dt dd center x-card"
).split()
_attributes = st.sampled_from(
    ["", " class='share-bar'", ' href="/news"', " hidden", " id=x y", ' title="', " data-a='<p>'", "/"]
)
_html_token = st.one_of(
    lines,
    st.sampled_from(PROSE),
    st.tuples(st.just("<"), st.sampled_from(TAGS), _attributes, st.sampled_from([">", ">", ">", "", "/>"])).map(
        "".join
    ),
    st.tuples(st.just("</"), st.sampled_from(TAGS), st.sampled_from([">", ">", " >", ""])).map("".join),
    st.sampled_from("&amp; &lt;p&gt; &nbsp; &#0; &#xD800; &#x110000; &#99999999; &bogus; &copy &quot;".split()),
    st.sampled_from(
        ["<!-- x -->", "<!--", "-->", "<![CDATA[x]]>", "<?php x ?>", "<!DOCTYPE html>", "<", "</>", "<>", "\0"]
    ),
)
html = st.tuples(
    st.sampled_from(["", "<!doctype html>", "<html><body>"]), st.lists(_html_token, max_size=24).map("".join)
).map("".join)

_CHARSETS = (
    "utf-8 latin-1 windows-1252 iso-8859-8-i koi8-r shift_jis euc-jp gb2312 big5 utf-16 utf-32 utf-7 hz "
    "idna punycode unicode_escape raw_unicode_escape undefined rot13 base64 zip bogus x-user-defined mbcs"
).split()
_head = st.sampled_from(["", *(f'<meta charset="{name}">' for name in _CHARSETS)]).map(str.encode)
_bytes = st.one_of(
    st.binary(max_size=200),
    st.tuples(
        st.one_of(plain, html),
        st.sampled_from(
            ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "shift_jis", "gb18030"]
        ),
    ).map(lambda pair: pair[0].encode(pair[1], "replace")),
)
_tail = st.sampled_from(
    [b"", b"\\d \\x \\777 caf\xe9 \xff\xfe", b"\x80\x81" * 40, b"\xed\xa0\x80", b"\0" * 100, b"+2AA-"]
)
raw = st.tuples(_head, _bytes, _tail).map(b"".join)

texts = st.one_of(plain, wrapped(), markdown, st.text(_ANYTHING, max_size=200), st.text(_SPARKS, max_size=200))
pages = st.one_of(texts, html)
medias = st.sampled_from([None, "text", "markdown", "html"])
focuses = st.sampled_from(["precision", "balanced", "recall"])
