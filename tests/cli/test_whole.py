"""The command with all that it calls, on one page: forms, comments, metadata and a report."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html

from tests.schema import problems

from .command import PROSE, TITLE

COMMENTS = [
    "At last the council has listened to the people on the island, I am so glad about this decision.",
    "And who is going to pay for all of that, I wonder, when the tickets do not bring in enough?",
]
PAGE = f"""\
<html lang="en"><head><title>{TITLE} | Harbour Gazette</title>
<meta name="author" content="Ann Lee"><meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2025-03-11T18:14:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>{TITLE}</h1>
<p class="byline">By Ann Lee</p><p>{PROSE[0].replace("harbour", '<a href="/harbour">harbour</a>')}</p>
<h2>Times</h2><p onclick="alert(1)">{PROSE[2]}</p><img src="/boat.jpg" alt="The boat" width="600" height="400">
<table><tr><th>Boat</th><th>Leaves</th></tr><tr><td>First</td><td>six in the morning</td></tr></table>
<p>{PROSE[3]}</p></article><section id="comments" class="comments"><h2>2 comments</h2>
<div class="comment"><b>Bo</b><p>{COMMENTS[0]}</p></div>
<div class="comment"><b>Cy</b><p>{COMMENTS[1]}</p></div></section>
</main><footer>Subscribe to our newsletter</footer><script>alert(1)</script></body></html>
""".encode()


def test_markdown(run):
    status, out, err = run("--to", "markdown", "--with-title", "--links", "--comments", "--metadata", stdin=PAGE)
    assert (status, err) == (0, "")
    assert out.startswith(f'---\ntitle: "{TITLE}"\nauthors: ["Ann Lee"]\npublished: "2025-03-11T18:14:00+00:00"\n')
    assert f"\n---\n\n# {TITLE}\n\nThe ferry between the [harbour](/harbour) and" in out
    assert f"\n\n## Times\n\n{PROSE[2]}\n\n" in out
    assert "| First | six in the morning |" in out
    assert out.endswith("\n\n## Comments\n\n" + "\n\n".join(COMMENTS) + "\n")


def test_markdown_without(run):
    out = run("--to", "markdown", "--no-tables", stdin=PAGE).out
    assert out == f"{PROSE[0]}\n\n## Times\n\n{PROSE[2]}\n\n{PROSE[3]}\n"


def test_html(run):
    status, out, err = run("--to", "html", "--with-title", "--images", "--comments", stdin=PAGE)
    assert (status, err) == (0, "")
    assert out.startswith(f"<h1>{TITLE}</h1>\n")
    assert not re.search("script|onclick|alert", out)
    tree = html.fromstring(f"<div>{out}</div>")
    assert tree.xpath("//a/@href") == ["/harbour"]
    assert tree.xpath("//img/@src") == ["/boat.jpg"]
    assert [row.text_content().split("\n")[0] for row in tree.iter("td")] == ["First", "six in the morning"]
    assert [own.text for own in tree.xpath("//section/p")] == COMMENTS


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json(run, form):
    record = json.loads(run("--to", form, "--comments", "--metadata", "--explain", stdin=PAGE).out)
    assert problems(record) == []
    assert record["comments"].split("\n\n") == COMMENTS
    assert record["metadata"]["site"] == {"value": "Harbour Gazette", "source": "og:site_name"}
    assert not any(comment in record["text"] for comment in COMMENTS)


def test_text(run):
    out = run("--comments", "--metadata", "--no-tables", stdin=PAGE).out
    assert out.startswith("---\n")
    body = [PROSE[0], "Times", PROSE[2], PROSE[3], "Comments", *COMMENTS]
    assert out.partition("\n---\n\n")[2] == "\n\n".join(body) + "\n"


def test_report(run, tmp_path):
    place = tmp_path / "report.html"
    status, out, err = run("--report", place, stdin=PAGE)
    assert (status, err) == (0, "")
    assert out.startswith(PROSE[0])
    assert "standard input" in place.read_text("utf-8")


def test_report_on_a_hostile_name(run, tmp_path):
    page = tmp_path / "<img src=x onerror=alert(1)>.html"
    page.write_bytes(PAGE)
    assert run(page, "--report", f"{tmp_path}/reports/").status == 0
    (report,) = (tmp_path / "reports").iterdir()
    assert "<img src=x" not in report.read_text("utf-8")
