"""What a page may come in: text, bytes, trees, open files, responses."""

from __future__ import annotations

import io
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import requests
import urllib3
from bs4 import BeautifulSoup

import declutter

TEXT = "The ferry will run all winter, the council said on Tuesday, and the fares will stay as they are."
PAGE = f"<html><title>Ferry</title><body><nav><a href=/>Home</a></nav><p>{TEXT}</p></body></html>"
URL = "https://tides.example.org/ferry"


@dataclass
class Address:
    """An address that is an object, as that of httpx is."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass
class LikeHttpx:
    content: bytes
    url: Address

    def read(self) -> bytes:
        raise AssertionError("what is held already need not be read")


@dataclass
class LikeScrapy:
    body: bytes
    url: str


def _requests_response() -> requests.Response:
    response = requests.Response()
    response._content = PAGE.encode()
    response.url = URL
    return response


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/ferry"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "response",
    [
        pytest.param(_requests_response(), id="requests"),
        pytest.param(urllib3.HTTPResponse(PAGE.encode(), request_url=URL), id="urllib3"),
        pytest.param(LikeHttpx(PAGE.encode(), Address(URL)), id="httpx"),
        pytest.param(LikeScrapy(PAGE.encode(), URL), id="scrapy"),
    ],
)
def test_response(response: object) -> None:
    result = declutter.extract(response)
    assert result.text == TEXT
    assert result.document.url == URL
    assert declutter.extract(response, url="https://other.example.org/").document.host == "other.example.org"


def test_response_of_urllib(served: str) -> None:
    with urllib.request.urlopen(served) as response:
        result = declutter.extract(response)
    assert result.text == TEXT
    assert result.document.url == served


@pytest.mark.parametrize("opened", [io.BytesIO(PAGE.encode("utf-16")), io.StringIO(PAGE)], ids=["bytes", "text"])
def test_open_file_is_read_to_its_end(opened: io.IOBase) -> None:
    result = declutter.extract(opened)
    assert result.text == TEXT
    assert result.document.url is None
    assert not opened.read()


def test_url_of_a_response_without_one() -> None:
    assert declutter.extract(urllib3.HTTPResponse(PAGE.encode())).document.url is None


def test_path_says_to_read_it() -> None:
    with pytest.raises(TypeError, match=r"^page must be .*: read it first, as in page\.read_bytes\(\)$"):
        declutter.clean(Path("page.html"))


def test_coroutine_says_to_await_it() -> None:
    class LikeAiohttp:
        def read(self) -> object:
            class Pending:
                def __await__(self) -> Iterator[None]:
                    return iter(())

            return Pending()

    with pytest.raises(TypeError, match="await it first"):
        declutter.clean(LikeAiohttp())


@pytest.mark.parametrize("held", [None, 5, ["a"]], ids=repr)
def test_what_read_gives_must_be_a_page(held: object) -> None:
    class Odd:
        def read(self) -> object:
            return held

    with pytest.raises(TypeError, match=r"^what read\(\) of page gives must be str or bytes, not "):
        declutter.clean(Odd())


@pytest.mark.parametrize(
    "page",
    [None, float("nan"), BeautifulSoup(PAGE, "lxml"), object(), LikeScrapy],
    ids=lambda page: type(page).__name__,
)
def test_what_is_no_page_is_refused(page: object) -> None:
    with pytest.raises(
        TypeError, match=r"^page must be str or bytes, an element or tree of lxml, an open file or a resp"
    ):
        declutter.clean(page)


@pytest.mark.parametrize("page", [URL, "page.html", "/srv/page.html"])
def test_str_is_always_the_page(page: str) -> None:
    assert declutter.extract(page).document.source == page
