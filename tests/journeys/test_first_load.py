"""A bad connection: little comes at first, less afterwards, and from this house alone."""

from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

import pytest

from tests.journeys.running import RunningTown
from tests.journeys.walking import PHONE, Walker

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.journey, pytest.mark.slow]
FIRST, LATER, NOTHING = 50_000, 10_000, 204  # bytes over the wire; and the answer without any
#: What somebody opens after the form, and after they have sent it.
PAGES = (
    "/",
    "/answers/",
    "/answers/6/",
    "/serves/?place=KS0101",
    "/follow/",
    "/about/",
    "/kept/",
    "/centre/KS-one-door/",
)
OWN = ("/case/", "/case/looks/", "/case/remarks/", "/case/copy/")
#: The worker fetches these by itself, unseen by the page.
WORKER = """async () => {
    const whole = async (address) => (await fetch(address)).arrayBuffer();  // a promise of its headers is not all of it
    const shell = await (await fetch("/sw.js")).text();
    const { files, kept } = JSON.parse(/SHELL = (.*);/.exec(shell)[1]);
    await Promise.all([...files, kept, /"([^"]*worker[^"]*)"/.exec(shell)[1]].map(whole));
}"""
#: A page that is here already, as the worker asks for it.
HAVE = """async (address) => {
    const mark = (await fetch(address)).headers.get("Yimen-Keep");
    return (await fetch(address, { headers: { "Yimen-Have": mark } })).status;
}"""


class Weighing:
    """Each answer as it came over the wire, and every host that was asked."""

    def __init__(self, visitor: Walker) -> None:
        self.arrived: list[int] = []
        self.asked: set[str | None] = set()
        self._visitor = visitor
        devtools = visitor.context.new_cdp_session(visitor.page)
        devtools.on("Network.loadingFinished", lambda event: self.arrived.append(int(event["encodedDataLength"])))
        devtools.on(
            "Network.requestWillBeSent", lambda event: self.asked.add(urlsplit(event["request"]["url"]).hostname)
        )
        devtools.send("Network.enable")

    def open(self, address: str) -> Self:
        self.arrived.clear()
        self._visitor.page.goto(address)
        return self.rest()

    def rest(self) -> Self:
        self._visitor.page.wait_for_load_state("networkidle")
        return self


def test_a_first_visit_costs_fifty_kilobytes_and_each_page_after_it_ten(
    browser: "Browser", kelsang: RunningTown
) -> None:
    """A browser that has never been here opens the form of a whole town, with all its categories and villages.

    The server is the real one. Style sheet, scripts and letters are counted, and what the worker fetches; no other host
    is asked for anything. Then the person goes on, and sends.
    """
    with Walker(browser, kelsang.url, PHONE, "en", worker=False) as visitor:
        first_visit(visitor)
    with Walker(browser, kelsang.url, PHONE, "zh-hans", worker=False) as visitor:
        weighing = first_visit(visitor)
        heavy = {page: sum(weighing.open(page).arrived) for page in (*PAGES, "/tell/")}
        assert max(heavy.values()) < LATER, heavy
        assert visitor.page.evaluate(HAVE, "/tell/") == NOTHING
        visitor.fill(words="路灯不亮了，请修一下。")
        visitor.page.locator("[data-suggest] a").first.wait_for()
        weighing.arrived.clear()
        visitor.page.locator("form[data-keep] [type=submit]").click()
        visitor.page.locator(".y-slip").wait_for()
        sent = {"sent": sum(weighing.rest().arrived)} | {page: sum(weighing.open(page).arrived) for page in OWN}
        assert max(sent.values()) < LATER, sent
        assert weighing.asked == {"localhost"}


def first_visit(visitor: Walker) -> Weighing:
    weighing = Weighing(visitor).open(f"/tell/?lang={visitor.language}")
    assert visitor.page.locator("[name=category] option").count() > 100
    visitor.page.evaluate(WORKER)
    weighing.rest()
    assert len(weighing.arrived) >= 3, "the page, its style sheet and its script"
    assert sum(weighing.arrived) < FIRST, visitor.language
    return weighing
