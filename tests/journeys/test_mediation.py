"""Two sides and their mediator, each with a browser of their own: from the first word to an agreement."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests import make
from tests import make_mediation as make_it
from tests.journeys.photos import photo
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.kernel.clock import day_of, now
from yimen.mediation.models import Mediation
from yimen.mediation.queries.mediators import mediation_for
from yimen.mediation.rules import Screened
from yimen.mediation.verbs import screen_side

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
CLAIM, HALF = "墙倒在我的院子里。", "我最多出一半，但不要告诉他。"


def test_two_sides_agree_and_neither_reads_what_the_other_told_the_mediator_alone(somebody: Somebody) -> None:
    """Tashi in Tibetan and Zhang in Chinese on telephones, the mediator at a desk."""
    make.town()
    committee = make_it.committee(at=now())
    tashi = somebody(PHONE, "bo").open("/mediation/committees/KS-town/").press("Ask for mediation")
    tashi.fill(kind="neighbours", others="张伟", claim=CLAIM, my_name="扎西", committee=str(committee.pk))
    tashi.press("Ask for mediation")
    row = Mediation.objects.get()
    room = f"/desk/mediations/{row.pk}/"

    mediator = somebody(DESK, "zh-hans").sign_in("justice-mediator").open(room)
    assert CLAIM not in mediator.text()
    mediator.press("Name as mediator").open(room).fill(words="没有任何关系。").press("I accept")
    assert CLAIM in mediator.text()
    screen_side(by=_me(row.pk), side=1, found=Screened.SUITABLE, at=now())
    mediator.open(f"{room}invitation/").fill(words="院墙由谁修。").press("Invite whoever has not come")
    invitation = mediator.page.locator(".y-receipt").inner_text()

    zhang = somebody(PHONE, "zh-hans").open("/mediation/invitation/").fill(code=invitation)
    zhang.press("Read what it is about")
    assert "院墙由谁修。" in zhang.text()
    assert CLAIM not in zhang.text()
    zhang.press("Yes, I take part").press("Open my mediation").press("This mediator is right for me")
    zhang.press("Yes, go on")
    screen_side(by=_me(row.pk), side=2, found=Screened.SUITABLE, at=now())
    tashi.open("/mediation/room/yes/").press("Yes, go on")
    tashi.press("Write to the mediator alone").fill(words=HALF).press("Send")
    assert HALF in tashi.text()
    assert HALF not in zhang.open("/mediation/room/").text()
    assert HALF in mediator.open(room).text()

    _show_a_photo(tashi, zhang, mediator, room)
    _find_a_time(tashi, zhang, mediator, room)
    _somebody_comes_along(zhang, tashi, somebody(PHONE, "zh-hans"))
    _agree(tashi, zhang, mediator, room)
    _read_on_paper(tashi, mediator, room)
    _keep_what_was_promised(tashi, mediator, room)


def _show_a_photo(tashi: Walker, zhang: Walker, mediator: Walker, room: str) -> None:
    """Of the wall, to the mediator alone: the other side finds no trace of it."""
    tashi.open("/mediation/room/").press("Show a photo or a document")
    tashi.page.locator("[name=files]").set_input_files({"name": "墙.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    tashi.page.locator("[name=whom][value=alone]").check()
    tashi.press("Show it")
    link = tashi.page.locator("main a[href*='/files/']")
    address = link.get_attribute("href") or ""
    assert tashi.page.request.get(f"{tashi.url}{address}").headers["content-type"] == "image/jpeg"
    assert "墙" in mediator.open(room).text()
    assert "墙.jpg" not in zhang.open("/mediation/room/").text()
    assert zhang.page.request.get(f"{zhang.url}{address}").status == 404


def _find_a_time(tashi: Walker, zhang: Walker, mediator: Walker, room: str) -> None:
    """The mediator offers two times; each side says for itself which suits, and one that suits both is planned."""
    first, second = (f"{day_of(now()) + timedelta(days=days)}T10:00" for days in (3, 4))
    mediator.open("/desk/mediations/calendar/").fill(tue="09:00-12:00").press("Keep")
    mediator.open(f"{room}times/").fill(time_0=first, time_1=second, where="村委会")
    for number in range(2, 6):
        mediator.page.locator(f"[name=time_{number}]").fill("")
    mediator.press("Offer times for a session")
    for side, suits in ((tashi, (0, 1)), (zhang, (1,))):
        side.open("/mediation/room/").press("Say when I can come")
        for number in suits:
            side.page.locator("[name=suits]").nth(number).check()
        side.press("Send")
    row = mediator.open(room).page.locator("li", has_text=mediator.say("suits all"))
    assert row.count() == 1
    mediator.go(lambda: row.locator("a", has_text=mediator.say("Plan it")).click())
    mediator.press("Plan a session at this time").open("/desk/mediations/calendar/")
    assert "10:00" in mediator.text()
    assert "村委会" in zhang.open("/mediation/room/").text()


def _somebody_comes_along(zhang: Walker, tashi: Walker, aunt: Walker) -> None:
    """Zhang's aunt comes when Tashi has agreed, and reads what is for all."""
    zhang.open("/mediation/room/company/").fill(name="姑姑", role="supporter").press("Name them")
    tashi.open("/mediation/room/").press("Yes, they may come")
    code = zhang.open("/mediation/room/").press("Make a code for them").page.locator(".y-receipt").inner_text()
    aunt.open("/mediation/").fill(code=code).press("Open my mediation")
    assert "院墙由谁修。" in aunt.text()
    assert HALF not in aunt.text()
    assert not aunt.reads("Leave the mediation")


def _agree(tashi: Walker, zhang: Walker, mediator: Walker, room: str) -> None:
    """Both know their rights, and sign exactly the text they read; the mediator signs, and seals as head."""
    for side in (tashi, zhang):
        side.open("/mediation/room/rights/").page.locator("[name=known]").check()
        side.press("I understand")
    mediator.open(f"{room}draft/").press("One more undertaking").fill(
        facts="院墙在雨后倒了。",
        terms="两家和睦相处。",
        side_2="2",
        what_2="张伟修好院墙",
        by_2=day_of(now()).isoformat(),
    ).press("Write the agreement")
    mediator.open(f"{room}fixing/").press("Put the text to signing")
    tashi.open("/mediation/room/signature/").fill(name="扎西").press("Sign")
    zhang.open("/mediation/room/signature/").fill(name="张伟")
    _draw(zhang, (40, 30), (90, 60), (160, 25))
    zhang.press("Sign")
    for side in (tashi, zhang):
        side.open("/mediation/room/").page.locator("svg.y-signature").wait_for()
    mediator.open(f"{room}signature/").fill(signature="调解员").press("Sign as mediator").press("Seal the agreement")
    assert zhang.open("/mediation/room/").reads("The agreement")
    assert Mediation.objects.get().state == "agreed"


def _draw(who: Walker, *points: tuple[int, int]) -> None:
    """A line with one finger, on the sheet that only a browser with scripts shows."""
    sheet = who.page.locator("[data-draw] canvas")
    sheet.scroll_into_view_if_needed()
    at = sheet.bounding_box()
    assert at is not None
    mouse = who.page.mouse
    mouse.move(at["x"] + points[0][0], at["y"] + points[0][1])
    mouse.down()
    for x, y in points[1:]:
        mouse.move(at["x"] + x, at["y"] + y, steps=4)
    mouse.up()
    assert who.page.locator("[name=drawn]").input_value().startswith("[[[")


def _read_on_paper(side: Walker, mediator: Walker, room: str) -> None:
    """Each finds the papers, and gets a PDF."""
    for who, address in ((side, "/mediation/room/papers/"), (mediator, f"{room}papers/")):
        link = who.open(address).page.locator("main a[href*='agreement']").first.get_attribute("href")
        answer = who.page.request.get(f"{who.url}{link}")
        assert answer.body().startswith(b"%PDF")


def _keep_what_was_promised(side: Walker, mediator: Walker, room: str) -> None:
    """What was promised is asked after; then it ends, and the other roads are told."""
    mediator.open(f"{room}following/?place=0").fill(kept="performed").press("What has become of it")
    mediator.open(f"{room}finishing/").press("Finish: everything was followed up")
    assert side.open("/mediation/room/").reads("Other roads that are open to you")
    side.open("/figures/mediation/")


def _me(pk: int) -> Any:  # noqa: ANN401
    found = mediation_for(make_it.mediator(), pk, now())
    assert found is not None
    return found
