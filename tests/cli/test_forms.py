"""The forms that the command writes, with stand-ins for what makes them: who calls what, and what is put around it."""

from __future__ import annotations

import json

import pytest

import declutter
from declutter.metadata.model import Metadata, Stated
from declutter.schema import schema_text
from tests.schema import problems

from .command import FURNITURE, PAGE, PROSE, TEXT, TITLE, one_line

METADATA = {
    "title": {"value": TITLE, "source": "og:title"},
    "authors": [
        {"value": 'Ann "A." Lee', "source": "byline block"},
        {"value": "Bo\x1b\u2028\ud83d", "source": "byline block"},
    ],
    "published": None,
    "tags": [],
}
STATED = Metadata(title=Stated(**METADATA["title"]), authors=tuple(Stated(**author) for author in METADATA["authors"]))


@pytest.fixture
def stand_ins(monkeypatch):
    """Stand-ins on results for the forms that are made elsewhere."""
    replaced = {
        "markdown": lambda _, include=("tables",): f"markdown with {' '.join(sorted(include))}",
        "html": lambda _, include=("links", "tables"): f"<p>html with {' '.join(sorted(include))}</p>",
        "comments": property(lambda _: "First & best.\n\nSecond."),
        "metadata": property(lambda _: STATED),
        "report": lambda self, name="": f"report on {name}: {self.title}\n",
    }
    for name, own in replaced.items():
        monkeypatch.setattr(declutter.Result, name, own)


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (["--to", "markdown"], "tables"),
        (["--to", "markdown", "--links", "--images"], "images links tables"),
        (["--to", "markdown", "--no-tables", "--links"], "links"),
        (["--to", "html"], "links tables"),
        (["--to", "html", "--links", "--images", "--no-tables"], "images links"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("stand_ins")
def test_parts_reach_the_form(run, page, args, parts):
    status, out, err = run(page, *args)
    assert (status, err) == (0, "")
    assert f" with {parts}" in out


@pytest.mark.usefixtures("stand_ins")
def test_headline_is_one_in_the_form(run, page):
    assert run(page, "--to", "markdown", "--with-title").out == f"# {TITLE}\n\nmarkdown with tables\n"
    assert run(page, "--to", "html", "--with-title").out == f"<h1>{TITLE}</h1>\n\n<p>html with links tables</p>\n"


@pytest.mark.usefixtures("stand_ins")
def test_headline_in_html_is_no_markup(run):
    page = f"<title>A &lt;b&gt; &amp; c</title><h1>A &lt;b&gt; &amp; c</h1><p>{PROSE[0]}</p>"
    assert run("--to", "html", "--with-title", stdin=page.encode()).out.startswith("<h1>A &lt;b&gt; &amp; c</h1>\n")


@pytest.mark.usefixtures("stand_ins")
def test_comments_are_a_part_of_their_own(run, page):
    told = "First & best.\n\nSecond."
    assert run(page, "--comments").out == f"{TEXT}\nComments\n\n{told}\n"
    assert run(page, "--comments", "--to", "markdown").out.endswith(f"\n\n## Comments\n\n{told}\n")
    assert run(page, "--comments", "--to", "html").out.endswith(
        "\n\n<section>\n<h2>Comments</h2>\n<p>First &amp; best.</p>\n<p>Second.</p>\n</section>\n"
    )
    record = json.loads(run(page, "--comments", "--to", "json").out)
    assert (record["comments"], record["text"]) == (told, TEXT.rstrip("\n"))


@pytest.mark.usefixtures("stand_ins")
def test_comments_and_headlines_from_html_are_no_markdown(run, monkeypatch):
    comments = "<b>*first*</b> [x](y) & `z`\n\n# no heading\n- no item\n12. no number\n==="
    monkeypatch.setattr(declutter.Result, "comments", comments)
    page = f"<title>Ferry *now* &lt;i></title><h1>Ferry *now* &lt;i></h1><p>{PROSE[0]}</p>".encode()
    out = run("--to", "markdown", "--comments", "--with-title", stdin=page).out
    assert out.startswith("# Ferry \\*now\\* \\<i\\>\n\n")
    assert out.endswith(
        "\\<b\\>\\*first\\*\\</b\\> \\[x\\](y) \\& \\`z\\`\n\n\\# no heading\n\\- no item\n12\\. no number\n\\===\n"
    )
    assert run("--to", "markdown", "--comments", stdin=PAGE.encode()).out.endswith(f"\n\n{comments}\n")


def test_no_comments_leave_nothing(run, page, monkeypatch):
    monkeypatch.setattr(declutter.Result, "comments", "")
    assert run(page, "--comments").out == TEXT
    assert json.loads(run(page, "--comments", "--to", "jsonl").out)["comments"] == ""


@pytest.mark.usefixtures("stand_ins")
def test_metadata_stands_in_front(run, page):
    front = f'---\ntitle: "{TITLE}"\nauthors: ["Ann \\"A.\\" Lee", "Bo\\u001b\\u2028\\ud83d"]\n---\n\n'
    assert run(page, "--metadata").out == front + TEXT
    assert run(page, "--metadata", "--with-title").out == f"{front}{TITLE}\n\n{TEXT}"
    assert run(page, "--metadata", "--to", "markdown").out == f"{front}markdown with tables\n"
    assert run(page, "--metadata", "--only-dropped").out.startswith(f"{front}{FURNITURE[0]}\n")


def test_no_metadata_leaves_no_front_matter(run, page, monkeypatch):
    monkeypatch.setattr(declutter.Result, "metadata", Metadata())
    assert run(page, "--metadata").out == TEXT


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.usefixtures("stand_ins")
def test_records_hold_to_the_schema_with_all_in_them(run, page, form):
    record = json.loads(run(page, "--to", form, "--comments", "--metadata", "--explain", "--with-title").out)
    assert problems(record) == []
    assert record["metadata"]["authors"][1]["value"] == "Bo\x1b\u2028\ufffd"
    assert {"file", "comments", "metadata", "blocks"} <= set(record)


@pytest.mark.parametrize("args", [[], ["--only-dropped"], ["--explain"], ["--no-tables"], ["--with-title"]], ids=str)
def test_records_hold_to_the_schema(run, page, args):
    page.write_bytes(page.read_bytes() + b"\n\xed\xa0\xbd\n")
    out = run(page, "-", "--to", "json", *args, stdin="<title>\ud83d</title>".encode("utf-8", "surrogatepass")).out
    assert [problems(record) for record in json.loads(out)] == [[], []]


@pytest.mark.usefixtures("stand_ins")
def test_several_files_are_told_apart(run, page, tmp_path):
    odd = tmp_path / 'a"&.txt'
    odd.write_text(PAGE, "utf-8")
    out = run(page, odd, "--to", "html").out
    assert out.count("<article data-file=") == out.count("</article>\n") == 2
    assert f'<article data-file="{tmp_path}/a&quot;&amp;.txt">\n<p>html' in out
    assert run(page, "-", "--to", "markdown").out == (
        f"==> {page} <==\nmarkdown with tables\n\n==> standard input <==\nmarkdown with tables\n\n"
    )


@pytest.mark.usefixtures("stand_ins")
def test_explain_goes_beside_every_form(run, page):
    for form in ("markdown", "html"):
        assert run(page, "--to", form, "--explain").err.startswith("drop")


def test_no_tables_leaves_their_rows_out(run):
    rows = "".join(f"<tr><td>Boat {n}</td><td>leaves the harbour at {n} in the morning</td></tr>" for n in range(6, 10))
    page = f"<h1>{TITLE}</h1><p>{PROSE[0]}</p><table>{rows}</table><p>{PROSE[1]}</p>".encode()
    assert "Boat 7" in run("--focus", "recall", stdin=page).out
    assert run("--focus", "recall", "--no-tables", stdin=page).out == f"{PROSE[0]}\n\n{PROSE[1]}\n"
    record = json.loads(run("--focus", "recall", "--no-tables", "--explain", "--to", "json", stdin=page).out)
    assert "Boat 7" not in record["text"]
    assert any("Boat 7" in block["text"] for block in record["blocks"])


@pytest.mark.parametrize("args", [["--to", "html"], ["--report", "report.html"], ["--metadata"]], ids=" ".join)
def test_missing_extra_is_one_line(run, page, tmp_path, monkeypatch, args):
    def missing(*_args):
        raise declutter.MissingExtraError("html", "nh3")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(declutter.Result, "html", missing)
    monkeypatch.setattr(declutter.Result, "report", missing)
    monkeypatch.setattr(declutter.Result, "metadata", property(missing))
    status, _, err = run(*args, page, "-o", "out.html")
    assert status == 1
    assert one_line(err)
    assert "pip install 'declutter-text[html]'" in err
    assert list(tmp_path.iterdir()) == [page]


def test_schema_is_printed(run):
    assert run("--schema") == (0, schema_text(), "")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--links"], "--to markdown"),
        (["--images"], "--to markdown"),
        (["--links", "--to", "json"], "--to markdown"),
        (["--metadata", "--to", "html"], "--to json"),
        (["--only-dropped", "--to", "html"], "--to text"),
        (["--only-dropped", "--to", "markdown"], "--to text"),
        (["--only-dropped", "--comments"], "leave --comments out"),
        (["--only-dropped", "--with-title"], "leave --with-title out"),
        (["--diff", "--why", "ferry"], "choose one"),
        (["--why", " \n"], "words"),
        (["--diff", "--to", "json"], "--to json --explain"),
        (["--why", "ferry", "--to", "jsonl"], "--to jsonl --explain"),
        (["--diff", "--to", "markdown"], "leave --to markdown out"),
        (["--diff", "--only-dropped"], "leave --only-dropped out"),
        (["--why", "ferry", "--with-title"], "leave --with-title out"),
        (["--diff", "--links"], "leave --links out"),
        (["--diff", "--no-tables"], "leave --no-tables out"),
        (["--why", "ferry", "--comments"], "leave --comments out"),
        (["--diff", "--metadata"], "leave --metadata out"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_does_not_go_together_says_what_to_do(run, args, told):
    status, out, err = run(*args, stdin=PAGE.encode())
    assert (status, out) == (2, "")
    assert one_line(err)
    assert told in err
