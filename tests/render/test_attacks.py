"""Clean HTML against what is written to run in it: nothing of that may be left, in any parser's eyes."""

from __future__ import annotations

import re

import pytest
from lxml import etree

import declutter
import declutter.categories
from declutter.render.html import sanitised

html5lib = pytest.importorskip("html5lib", reason="html5lib reads markup as browsers do")

EVERYTHING = ("links", "images", "tables")
ALLOWED = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
TAGS = frozenset(
    "html head body div a abbr b blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 "
    "h6 i img ins kbd li mark ol p pre q rb rp rt ruby s samp small strong sub sup table tbody td tfoot th thead tr u "
    "ul var".split()
)
PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script>alert(1)<!--</script>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/x>alert(1)</script/y>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)' alt='a'>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`x` onerror=alert(1)>",
    '<img """><script>alert(1)</script>">',
    '<img alt="--><script>alert(1)</script>" src=/a.png>',
    '<img alt="\'"><svg/onload=alert(1)>" src=/a.png>',
    '<img src="javascript:alert(1)">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img srcset="javascript:alert(1) 2x, data:text/html,x 1x">',
    '<img data-src="javascript:alert(1)" src="data:,">',
    '<img src="/a.png&quot; onerror=&quot;alert(1)">',
    '<img src="/a.png" style="background:url(javascript:alert(1))">',
    '<picture><source srcset="javascript:alert(1)"><img src="data:,"></picture>',
    '<a href="javascript:alert(1)">word</a>',
    '<a href=" \n javascript:alert(1)">word</a>',
    '<a href="java\nscript:alert(1)">word</a>',
    '<a href="java&#9;script:alert(1)">word</a>',
    '<a href="&#1;javascript:alert(1)">word</a>',
    '<a href="&#x6A;&#x61;vascript&colon;alert(1)">word</a>',
    '<a href="JaVaScRiPt:alert(1)">word</a>',
    '<a href="vbscript:msgbox(1)">word</a>',
    '<a href="livescript:x">word</a>',
    '<a href="data:text/html,<script>alert(1)</script>">word</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">word</a>',
    '<a href="blob:https://evil.example/x">word</a>',
    '<a href="file:///etc/passwd">word</a>',
    '<a href="view-source:javascript:alert(1)">word</a>',
    '<a href="\\\\evil.example\\x">word</a>',
    '<a href="http://a/&quot; onmouseover=&quot;alert(1)">word</a>',
    '<a href="/x" onclick=alert(1) ping=//evil.example target=_blank>word</a>',
    "<a href=\"/x' autofocus onfocus='alert(1)\">word</a>",
    '<a href="http://[">word</a>',
    '<a xlink:href="javascript:alert(1)">word</a>',
    '<a formaction="javascript:alert(1)">word</a>',
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><script>alert(1)</script></svg>",
    '<svg><script href="data:,alert(1)"/></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text y=1em>word</text></a></svg>',
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
    "<svg><title><img src=x onerror=alert(1)></title></svg>",
    "<math><a xlink:href=javascript:alert(1)>word</a></math>",
    '<math href="javascript:alert(1)">word</math>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<math><mtext><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=alert(1) src=1>">',
    '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
    "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
    "<template shadowrootmode=open><p>word<img src=x onerror=alert(1)></template>",
    '<style>@import "//evil.example/x.css";</style>',
    '<style><img src="</style><img src=x onerror=alert(1)//">',
    '<style>body{background:url("javascript:alert(1)")}</style>',
    '<p style="behavior:url(x.htc);width:expression(alert(1))">word</p>',
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "</textarea><script>alert(1)</script>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    '<xmp><p title="</xmp><svg/onload=alert(1)>">',
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<noembed><img src=x onerror=alert(1)></noembed>",
    "<noframes><img src=x onerror=alert(1)><p>word</p></noframes>",
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    "<applet code=x></applet>",
    '<form action="javascript:alert(1)"><button>word</button></form>',
    '<button formaction="javascript:alert(1)">word</button>',
    "<input onfocus=alert(1) autofocus>",
    "<input type=image src=x onerror=alert(1)>",
    "<isindex action=javascript:alert(1) type=image>",
    "<select onfocus=alert(1)><option>word</select>",
    "<keygen onfocus=alert(1)>",
    "<details open ontoggle=alert(1)><summary>word</summary></details>",
    "<marquee onstart=alert(1)>word</marquee>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<video poster=javascript:alert(1)></video>",
    "<body onload=alert(1) background=javascript:alert(1)>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    '<base href="javascript:alert(1)//">',
    '<base href="//evil.example/"><a href="x">word</a>',
    '<link rel=stylesheet href="javascript:alert(1)">',
    '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">word</table>',
    '<td onclick=alert(1) colspan="2&quot; onclick=&quot;alert(1)">word',
    '<ol start="1&quot; onclick=&quot;alert(1)"><li value=1 onclick=alert(1)>word</ol>',
    "<div id=location><a id=cookie name=x href=/x>word</a></div>",
    '<code class="language-x&quot; onclick=&quot;alert(1)">word</code>',
    '<pre class="language-a onclick=alert(1)"><code>word</code></pre>',
    "<!--><script>alert(1)</script>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '<?php echo "<script>alert(1)</script>" ?>',
    '<?xml-stylesheet href="javascript:alert(1)"?>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    "<x-card onclick=alert(1)>word</x-card>",
    "<b onmouseover=alert(1)//word</b>",
    "<p/onclick=alert(1)/>word",
    '<custom:tag xmlns:custom="x" onclick=alert(1)>word</custom:tag>',
    "<image src=x onerror=alert(1)>",
    "<a><b><a href=javascript:alert(1)>word</a></b></a>",
    '<select><template><style><!--</style><a rel="--></style></template></select><img src onerror=alert(1)>">',
    "<p>\x00<script\x00>alert(1)</script\x00>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    '<a href="java\x00script:alert(1)">word</a>',
    "<ruby><rt><img src=x onerror=alert(1)></rt></ruby>",
]
PAGE = """<html><head><title>Ferry</title></head><body><article>
<p>The ferry between the harbour and the island will run all winter, the council said on Tuesday after the meeting.</p>
<p>It was not clear on Monday whether the boats that were sold in the spring could {} be bought back in time.</p>
<p>“We have heard what the island needs, and we will pay for it,” said the mayor of the town to the reporters.</p>
</article></body></html>"""


def assert_harmless(markup: str) -> None:
    trees = (
        etree.fromstring(f"<div>{markup}</div>", etree.HTMLParser()),
        html5lib.parseFragment(markup, treebuilder="lxml", namespaceHTMLElements=False),
        html5lib.parseFragment(markup, treebuilder="lxml", namespaceHTMLElements=False, scripting=True),
    )
    for tree in trees:
        elements = [top for top in (tree if isinstance(tree, list) else [tree]) if not isinstance(top, str)]
        for element in (inner for top in elements for inner in top.iter()):
            assert isinstance(element.tag, str), "a comment or an instruction"
            assert element.tag in TAGS
            assert set(element.keys()) <= ALLOWED.get(element.tag, set())
            for name in ("href", "src"):
                address = re.sub(r"[\x00-\x20]", "", element.get(name, "")).lower()
                assert not re.match(r"[a-z][a-z0-9+.-]*:", address) or address.startswith(
                    ("http:", "https:", "mailto:")
                )


@pytest.mark.parametrize("url", [None, "https://example.org/news/ferry", "javascript:alert(1)//"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_executable_is_left(payload, url):
    result = declutter.extract(PAGE.format(payload), media="html", url=url, focus="recall")
    assert "The ferry between the harbour" in result.text
    markup = result.html(EVERYTHING)
    assert_harmless(markup)
    assert sanitised(markup, {}) == markup
    assert "winter, the council said" in markup


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_executable_is_left_of_other_media(payload):
    lines = "The ferry will run all winter, the council said on Tuesday.\n\nIt was {} not clear.\n\n{}\n\n- {}\n"
    for media in ("text", "markdown"):
        source = lines.replace("{}", payload)
        markup = declutter.extract(source, media=media, focus="recall", keep=declutter.categories.CATEGORY_IDS).html(
            EVERYTHING
        )
        assert_harmless(markup)
        assert sanitised(markup, {}) == markup


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_made_of_a_page_renders_to_nothing_executable(payload):
    """Renderers let raw HTML through, so none of it may be in Markdown that is made of pages."""
    markdown_it = pytest.importorskip("markdown_it")
    markdown = declutter.extract(PAGE.format(payload), media="html", focus="recall").markdown(EVERYTHING)
    rendered = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert_harmless(re.sub(r' class="language-[\w+#.]+"', "", rendered))


@pytest.mark.parametrize(
    "text",
    [
        "[word](javascript:alert(1))",
        "![word](javascript:alert(1))",
        "[word]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "&lt;img src=x onerror=alert(1)&gt;",
        "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
        "[a<small>](javascript:alert(1)</small>)",
        "[a]<small>(javascript:alert(1))</small>",
        '<a href="/x">a](javascript:alert(1)) [b</a>',
        '<a href="/x)](javascript:alert(1)">a</a>',
        '<img src="/a.png" alt="](/b) [c](javascript:alert(1))">',
        '<img src="/a.png) [c](javascript:alert(1)" alt="a">',
        "`<u>`</u><small>&lt;img src=x onerror=alert(1)&gt;</small>",
        "<code>`</code>&lt;img src=x onerror=alert(1)&gt;<code>``</code>",
        "\\&lt;img src=x onerror=alert(1)&gt;",
        "a\\<b>*</b>&lt;img src=x onerror=alert(1)&gt;",
    ],
)
def test_text_that_looks_like_markdown_does_not_act(text):
    markdown_it = pytest.importorskip("markdown_it")
    markdown = declutter.extract(PAGE.format(text), media="html", focus="recall").markdown(EVERYTHING)
    rendered = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert_harmless(rendered)
