"""The pictures of the guides to mediation: two sides and their mediator; taken like the others."""

import re
from typing import TYPE_CHECKING

from tests.journeys.running import RunningTown
from tests.journeys.test_pictures import DESK, PHONE, keep, pytestmark
from tests.journeys.walking import Walker
from yimen.journeys.kelsang.staff import SAMPLE_PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["pytestmark"]  # nothing here is taken unless it is asked for
CLAIM, SUMMARY = "雨后院墙倒在我的院子里，邻居说不归他修。", "两家中间的院墙倒了，由谁来修。"
HALF = "我最多出一半，请先不要告诉对方。"


def test_the_pictures_of_a_mediation(browser: "Browser", kelsang: RunningTown) -> None:
    """One side asks, the other is invited; each talks with the mediator alone; a time is looked for."""
    with (
        Walker(browser, kelsang.url, PHONE, "zh-hans") as tashi,
        Walker(browser, kelsang.url, PHONE, "zh-hans") as zhang,
        Walker(browser, kelsang.url, DESK, "zh-hans") as mediator,
    ):
        tashi.open("/mediation/committees/KS-justice-mediation/").press("Ask for mediation")
        tashi.fill(kind="neighbours", others="张伟", claim=CLAIM, my_name="扎西").press("Ask for mediation")
        room = waiting(mediator.sign_in("mediator", SAMPLE_PASSWORD))
        mediator.open(room)
        mediator.press("Name as mediator").open(room).fill(words="没有任何关系。").press("I accept")
        heard_alone(mediator, room, "1")
        mediator.open(f"{room}invitation/").fill(words=SUMMARY).press("Invite whoever has not come")
        code = mediator.page.locator(".y-receipt").inner_text()

        zhang.open("/mediation/invitation/").fill(code=code).press("Read what it is about")
        keep(zhang, "mediation-invitation")
        zhang.press("Yes, I take part").press("Open my mediation").press("This mediator is right for me")
        zhang.press("Yes, go on")
        heard_alone(mediator, room, "2")
        tashi.open("/mediation/room/yes/").press("Yes, go on")
        tashi.press("Write to the mediator alone").fill(words=HALF).press("Send")
        keep(tashi, "mediation-room")
        keep(mediator.open(room), "mediation-desk")
        mediator.open("/desk/mediations/calendar/").fill(tue="09:00-12:00", thu="14:00-17:00").press("Keep")
        keep(mediator.open(f"{room}times/"), "mediation-times")
        keep(mediator.open(f"{room}papers/"), "mediation-papers")


def heard_alone(mediator: Walker, room: str, side: str) -> None:
    """It comes freely, is safe, and understands."""
    mediator.open(f"{room}hearing/").fill(side=side, found="suitable").press("Heard a side alone")


def waiting(mediator: Walker) -> str:
    """The mediation that came last, of those that wait for the head of the committee."""
    links = mediator.open("/desk/mediations/").page.locator("main a").evaluate_all("all => all.map((one) => one.href)")
    rooms = [found[0] for link in links if (found := re.search(r"/desk/mediations/\d+/$", link))]
    return max(rooms, key=lambda room: int(room.split("/")[-2]))
