"""A real browser, without a window and without a network, to look at reports with."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_WIDE, _PHONE = (1400, 900), (360, 740)


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: pip install -e '.[dev]'")
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not chromedriver:
        _missing()
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    yield driver
    driver.quit()


def _missing() -> None:
    """Skip; but where .ci/run could have installed the browser, its absence is a failure."""
    reason = "needs a browser: apt-get install chromium chromium-driver"
    if os.environ.get("CI") == "true" and shutil.which("apt-get") and os.geteuid() == 0:
        pytest.fail(reason)
    pytest.skip(reason)


class Page:
    """A report in the browser."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        return self.driver.find_elements("css selector", selector)

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def text(self, selector: str) -> str:
        return self.run("return document.querySelector(arguments[0]).textContent", selector)

    def settle(self) -> None:
        """Wait until what was asked for is on the screen."""
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))"
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)
        self.settle()

    def click(self, selector: str) -> None:
        self.one(selector).click()
        self.settle()

    def slide(self, threshold: float) -> None:
        """Move the slider as a hand would."""
        self.run(
            "const slider = document.getElementById('threshold'); slider.value = arguments[0];"
            "slider.dispatchEvent(new Event('input', { bubbles: true }))",
            threshold,
        )
        self.settle()

    def shown(self, state: str = "") -> list[int]:
        """The indexes of the blocks that can be seen, or of those with a class."""
        return self.run(
            "return [...document.querySelectorAll(`#blocks li${arguments[0]}`)]"
            ".filter((item) => !item.hidden).map((item) => Number(item.dataset.index))",
            state,
        )

    def boxes(self, *selectors: str) -> list[dict[str, float]]:
        """Where the first elements that selectors find are on the screen."""
        measure = "return arguments[0].map((one) => document.querySelector(one).getBoundingClientRect().toJSON())"
        return self.run(measure, selectors)

    def focused(self) -> int | None:
        """The index of the block that has the focus."""
        index = self.run("return document.activeElement.closest('[data-index]')?.dataset.index ?? null")
        return None if index is None else int(index)

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """What was asked for since the page was opened, save what its policy stopped."""
        told = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        stopped = {own["params"]["requestId"] for own in told if own["params"].get("blockedReason") == "csp"}
        asked = (own["params"] for own in told if own["method"] == "Network.requestWillBeSent")
        return [own["request"]["url"] for own in asked if own["requestId"] not in stopped]


@pytest.fixture
def look(driver: Any, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a report: ``look(html, phone=True, dark=True)``. Whatever the test does, the page must not complain."""
    page = Page(driver)

    def look(html: str, *, phone: bool = False, dark: bool = False) -> Page:
        width, height = _PHONE if phone else _WIDE
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
        file = tmp_path / "report.html"
        file.write_text(html, "utf-8")
        page.complaints(), page.requests()
        driver.get(file.as_uri())
        page.settle()
        return page

    yield look
    assert page.complaints() == []
    driver.get("about:blank")
