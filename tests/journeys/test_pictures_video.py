"""The pictures of the guide to calls by video; taken like the others, see ``test_pictures``."""

from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.cameras import drawn, with_camera
from tests.journeys.running import RunningTown
from tests.journeys.test_pictures import DESK, PHONE, TOLD, keep, pytestmark
from tests.journeys.walking import Walker
from yimen.journeys.kelsang.staff import SAMPLE_PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["pytestmark"]  # nothing here is taken unless it is asked for


def test_the_pictures_of_a_call_by_video(browser: "Browser", kelsang: RunningTown, tmp_path: Path) -> None:
    """A clerk gives a link; the resident waits and is let in; the lamp is taken in, and its receipt shown to them."""
    words, where, _question = TOLD["zh-hans"]
    with (
        with_camera(browser, drawn(tmp_path / "resident.mjpeg")) as theirs,
        with_camera(browser, drawn(tmp_path / "clerk.mjpeg", "#fff4d6", "#7a5000")) as ours,
        Walker(theirs, kelsang.url, PHONE, "zh-hans") as resident,
        Walker(ours, kelsang.url, DESK, "zh-hans") as clerk,
    ):
        clerk.sign_in("clerk", SAMPLE_PASSWORD).open("/desk/video/").press("Make a link")
        resident.open(clerk.page.locator(".y-call-link input").input_value())
        resident.page.locator("[data-do=devices]").click()
        clerk.open("/desk/video/").press("Let in")
        for each in (resident, clerk):
            each.page.locator(".y-call-tile.has-picture:not(.y-call-tile--me) video").first.wait_for()
        clerk.page.locator("#call-caption-typed").fill("哪一盏路灯坏了？")
        clerk.page.keyboard.press("Enter")
        resident.page.locator("#call-captions li").wait_for()
        clerk.fill(words=words, category="路灯", place="那吾", place_words=where)
        clerk.page.evaluate("scrollTo(0, 0)")
        keep(clerk, "video-desk")
        clerk.page.locator("#taking-beside [name=read]").click()
        clerk.page.locator("#taking-beside [name=right]").click()
        resident.page.locator("#call-receipt-code").wait_for()
        keep(resident, "video-phone")
