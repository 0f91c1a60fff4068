"""The first page on a bad connection: little, and from this house alone."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.journeys.running import RunningTown
from tests.journeys.walking import PHONE, Walker

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.journey, pytest.mark.slow]
MOST = 50_000  # bytes over the wire


def test_a_first_visit_to_tell_us_costs_less_than_fifty_kilobytes(browser: "Browser", kelsang: RunningTown) -> None:
    """A browser that has never been here opens the form of a whole town, with all its categories and villages.

    The server is the real one. Style sheet, script and letters are counted; no other host is asked for anything.
    """
    for language in ("zh-hans", "en"):
        arrived, asked = first_visit(browser, kelsang, language)
        assert len(arrived) >= 3, "the page, its style sheet and its script"
        assert sum(arrived) < MOST, language
        assert asked == {"localhost"}


def first_visit(browser: "Browser", town: RunningTown, language: str) -> tuple[list[int], set[str | None]]:
    """The size of each answer as it came over the wire, and every host that was asked."""
    arrived: list[int] = []
    asked: set[str | None] = set()
    with Walker(browser, town.url, PHONE, language) as visitor:
        devtools = visitor.context.new_cdp_session(visitor.page)
        devtools.on("Network.loadingFinished", lambda event: arrived.append(int(event["encodedDataLength"])))
        devtools.on("Network.requestWillBeSent", lambda event: asked.add(urlsplit(event["request"]["url"]).hostname))
        devtools.send("Network.enable")
        visitor.open("/tell/")
        visitor.page.wait_for_load_state("networkidle")
        assert visitor.page.locator("[name=category] option").count() > 100
    return arrived, asked
