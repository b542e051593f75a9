"""Where --report writes."""

from __future__ import annotations

import pytest

import declutter

from .command import PAGE, TEXT, one_line


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder to be in, and a stand-in for the report."""
    monkeypatch.setattr(declutter.Result, "report", lambda self, name="": f"on {name}: {self.title}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reports(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def test_report_is_written_beside_the_text(run, page, folder):
    assert run(page, "--report", "report.html") == (0, TEXT, "")
    assert reports(folder) == {"report.html": f"on {page}: Harbour council votes to keep the winter ferry"}


def test_report_on_standard_input(run, folder):
    assert run("--report", "reports/", stdin=PAGE.encode()).status == 0
    assert list(reports(folder)) == ["reports/standard-input.html"]


@pytest.mark.parametrize("place", ["reports/", "reports", "reports/{name}.html"])
def test_several_reports(run, page, folder, place):
    if place != "reports/":
        (folder / "reports").mkdir()
    (folder / "a").mkdir()
    for name in ("a/page.md", "a/Page.txt", "a/page-2.txt"):
        (folder / name).write_text(PAGE, "utf-8")
    status, _, err = run("--report", place, page, "a/page.md", "a/Page.txt", "a/page-2.txt")
    assert (status, err) == (0, "")
    found = reports(folder)
    assert len(found) == 4
    assert found["reports/page.html"].startswith(f"on {page}: ")
    assert found["reports/page-2.html"].startswith("on a/page.md: ")
    assert found["reports/Page-3.html"].startswith("on a/Page.txt: ")
    assert found["reports/page-2-2.html"].startswith("on a/page-2.txt: ")


def test_pages_that_cannot_be_read_get_none(run, page, folder):
    status, _, err = run("--report", "reports/", "missing.txt", page)
    assert status == 1
    assert one_line(err)
    assert list(reports(folder)) == ["reports/page.html"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--report", "out.html", "page.txt", "-"], "--report reports/"),
        (["--report", "-", "page.txt"], "report.html"),
        (["--report", "", "page.txt"], "report.html"),
        (["--report", "page.txt", "page.txt"], "overwrite"),
        (["--report", "./{name}.txt", "page.txt"], "overwrite"),
        (["--report", "out.html", "page.txt", "-o", "./out.html"], "two files"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_reports_without_a_place(run, page, folder, args, told):
    status, out, err = run(*args)
    assert (status, out) == (2, "")
    assert one_line(err)
    assert told in err
    assert page.read_text("utf-8") == PAGE


def test_report_that_cannot_be_written(run, page, folder):
    status, out, err = run(page, "--report", "missing/report.html")
    assert (status, out) == (1, TEXT)
    assert one_line(err)
    assert "cannot write missing/report.html" in err
