"""Two sides and their mediator, each with a browser of their own: from the first word to an agreement."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import make
from tests import make_mediation as make_it
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.kernel.clock import day_of, now
from yimen.mediation.models import Mediation
from yimen.mediation.queries.mediators import mediation_for
from yimen.mediation.rules import Screened
from yimen.mediation.verbs import draft_agreement, put_to_signing, screen_side

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
CLAIM, HALF = "墙倒在我的院子里。", "我最多出一半，但不要告诉他。"


def test_two_sides_agree_and_neither_reads_what_the_other_told_the_mediator_alone(somebody: Somebody) -> None:
    """Tashi in Tibetan and Zhang in Chinese on telephones, the mediator at a desk."""
    make.town()
    committee = make_it.committee(at=now())
    tashi = somebody(PHONE, "bo").open("/mediation/application/")
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

    _agree(tashi, zhang, mediator, row.pk)


def _agree(tashi: Walker, zhang: Walker, mediator: Walker, pk: int) -> None:
    """Both know their rights, and sign exactly the text they read; the mediator signs, and seals as head."""
    for side in (tashi, zhang):
        side.open("/mediation/room/rights/").page.locator("[name=known]").check()
        side.press("I understand")
    draft_agreement(by=_me(pk), text=make_it.text(day_of(now())), at=now())
    put_to_signing(by=_me(pk), at=now())
    for side, name in ((tashi, "扎西"), (zhang, "张伟")):
        side.open("/mediation/room/signature/").fill(name=name).press("Sign")
    mediator.open(f"/desk/mediations/{pk}/signature/").fill(signature="调解员").press("Sign as mediator").press(
        "Seal the agreement"
    )
    assert zhang.open("/mediation/room/").reads("The agreement")
    assert Mediation.objects.get().state == "agreed"


def _me(pk: int) -> Any:  # noqa: ANN401
    found = mediation_for(make_it.mediator(), pk, now())
    assert found is not None
    return found
