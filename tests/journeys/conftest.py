"""A real browser for the journeys: the machine's own Chromium, at the size of a cheap phone."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
    from pytest_django.live_server_helper import LiveServer

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 360, 740


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One browser for all journeys of a process; without one on the machine, they skip and say so."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("There is no Chromium on this machine (on Debian: apt-get install chromium).")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 – only where there is a browser

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: "Browser", live_server: "LiveServer") -> Iterator["BrowserContext"]:
    """A visit of its own: no cookies of others, a Chinese phone; addresses are relative to the live server."""
    screen: ViewportSize = {"width": WIDTH, "height": HEIGHT}
    visit = browser.new_context(base_url=live_server.url, viewport=screen, locale="zh-CN", timezone_id="Asia/Shanghai")
    visit.set_default_timeout(10_000)
    yield visit
    visit.close()


@pytest.fixture
def page(context: "BrowserContext") -> Iterator["Page"]:
    """A page that fails its test when the browser meets an error in our scripts."""
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
