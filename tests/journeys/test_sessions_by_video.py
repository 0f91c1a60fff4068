"""A mediation's session in three browsers with cameras: both sides and their mediator, and a caucus apart from one."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from tests import make, make_mediation
from tests.journeys.running import until
from tests.journeys.test_video import people, seen_by  # noqa: F401 – a fixture
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.kernel.clock import now
from yimen.kernel.receipts import shown
from yimen.mediation.calls.words import HELD
from yimen.mediation.models import SittingCall
from yimen.mediation.sittings.rules import Form
from yimen.mediation.verbs import Plan, schedule_sitting
from yimen.meetings.models import Line, Signal
from yimen.public.pages.mediation.here import COOKIE

pytestmark = [pytest.mark.journey, pytest.mark.slow]
HALF = "最多出一半"
#: A browser that was tampered with: it never closes a connection. How many bytes of the others have come to it by now?
NEVER_CLOSE = """() => {
  window.kept = [...Call.here.peers.values()].map((peer) => peer.pc);
  Call.Peer.prototype.close = () => {};
}"""
RECEIVED = """async () => {
  let bytes = 0;
  for (const pc of window.kept) for (const one of (await pc.getStats()).values())
    if (one.type === "inbound-rtp") bytes += one.bytesReceived;
  return bytes;
}"""


def moves(walker: Walker, others: int) -> None:
    """The pictures of exactly so many others move on this screen."""
    until(lambda: len(seen_by(walker)) == others)
    before = seen_by(walker)
    until(lambda: all(frames > before.get(who, [0])[0] + 2 for who, (frames, _, _) in seen_by(walker).items()))
    assert len(seen_by(walker)) == others


def press(mediator: Walker, name: str, do: str) -> None:
    """The mediator's button beside this name."""
    row = mediator.page.locator("#who li", has_text=name)
    row.locator(f"[value={do}]").click()


def known(walker: Walker, client: Client, cookie: str) -> Walker:
    """Somebody who has shown their code, or signed in, before: how one does is another journey."""
    walker.context.add_cookies([{"name": cookie, "value": client.cookies[cookie].value, "url": walker.url}])
    return walker


def joined(side: Walker, code: str) -> Walker:
    """By their own code, the button in their room, and a look at their own camera."""
    client = Client()
    client.post("/mediation/", {"code": shown(code)})
    known(side, client, COOKIE).page.goto(f"/mediation/room/?lang={side.language}")
    side.one("Join by video").click()
    side.page.locator("[data-do=devices]").click()
    return side


def test_both_sides_and_a_caucus_of_which_the_other_one_gets_nothing(people: Callable[..., Walker]) -> None:  # noqa: F811
    """Without a TURN server, as on one network."""
    talk = make_mediation.opened()
    plan = Plan(now() + timedelta(minutes=5), form=Form.VIDEO)
    sitting = schedule_sitting(by=talk.mediator(), plan=plan, at=now())
    tashi = joined(people(PHONE, "bo"), talk.codes[1])
    mediator = known(people(DESK, "zh-hans"), make.signed_in(Client(), make_mediation.mediator()), "sessionid")
    mediator.open(f"/desk/mediations/sessions/{sitting.pk}/").press("Open the call")
    zhang = joined(people(PHONE, "zh-hans"), talk.codes[2])
    for name in (make_mediation.TASHI, make_mediation.ZHANG):
        press(mediator, name, "let_in")
    for each in (tashi, zhang, mediator):
        moves(each, 2)
    zhang.page.evaluate(NEVER_CLOSE)
    press(mediator, make_mediation.ZHANG, "hold")
    caucus(tashi, zhang, mediator)
    press(mediator, make_mediation.ZHANG, "let_in")
    for each in (zhang, mediator):
        moves(each, 2)
    assert HALF not in str(zhang.page.content())
    zhang.page.evaluate("fetch('/mediation/room/leaving/', { method: 'POST' })")
    for each in (tashi, mediator):
        each.page.locator("[data-state=over]").wait_for()
    assert SittingCall.objects.get().meeting.ended_at
    assert not Line.objects.exists()
    assert not Signal.objects.exists()


def caucus(tashi: Walker, zhang: Walker, mediator: Walker) -> None:
    """Two talk and type; the third sees a calm page, and not a byte comes to a browser that keeps its connections."""
    zhang.page.locator("#call-place", has_text=zhang.say(HELD)).wait_for()
    for each in (tashi, mediator):
        moves(each, 1)
    before = zhang.page.evaluate(RECEIVED)
    assert before
    mediator.page.locator("#call-caption-typed").fill(HALF)
    mediator.page.keyboard.press("Enter")
    tashi.page.locator("#call-captions li", has_text=HALF).wait_for()
    moves(tashi, 1)
    assert zhang.page.evaluate(RECEIVED) == before, "nothing of the others comes while they talk alone"
    assert zhang.page.evaluate("Call.here.peers.size") == 0
    assert not zhang.page.locator(".y-call-meeting").is_visible()
    assert HALF not in str(zhang.page.content())
    zhang.arrived()
    mediator.arrived()
