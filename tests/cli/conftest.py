import io

import pytest

import declutter.cli

from .command import PAGE, Outcome


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command in this process."""

    def run(*args, stdin=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = declutter.cli.main([str(arg) for arg in args])
        except SystemExit as stop:
            status = stop.code
        return Outcome(status, *capsys.readouterr())

    return run


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path
