"""Calls by video in real browsers with cameras of their own invention, through a real TURN server and nothing else."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests import make
from tests.journeys.cameras import with_camera
from tests.journeys.running import until
from tests.journeys.turning import ABSENT, SECRET, Turn, program
from tests.journeys.walking import DESK, PHONE, Walker
from tests.rules import files_made
from yimen.cases.models import Case
from yimen.kernel import clock
from yimen.meetings.models import Line, Signal
from yimen.people.models import Staff
from yimen.video.models import VideoCall
from yimen.video.verbs import prepare_call

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.slow]
WORDS = "小学门口的路灯三个晚上没亮了。"
SMALL = (400, 500)
FRAMES = """async () => {
  const all = {};
  for (const peer of Call.here.peers.values()) {
    const said = [...(await peer.pc.getStats()).values()];
    const video = said.find((one) => one.type === "inbound-rtp" && one.kind === "video");
    const chosen = said.find((one) => one.type === "transport")?.selectedCandidatePairId;
    const pair = said.find((one) => one.id === chosen);
    const mine = said.find((one) => one.id === pair?.localCandidateId);
    all[peer.number] = [video?.framesDecoded || 0, mine?.candidateType || "", peer.pc.iceConnectionState];
  }
  return all;
}"""


@pytest.fixture
def turn(tmp_path: Path, settings: Any) -> Iterator[Turn]:  # noqa: ANN401 – pytest-django's own
    """The town's TURN server, through which everything goes."""
    if program() is None:
        pytest.skip(ABSENT)
    server = Turn(tmp_path)
    settings.YIMEN_TURN, settings.YIMEN_TURN_SECRET, settings.YIMEN_TURN_ONLY = server.addresses, SECRET, True
    yield server
    server.stop()


@pytest.fixture
def people(browser: "Browser", live_server: "LiveServer") -> Iterator[Callable[..., Walker]]:
    """Somebody with a browser that has a camera."""
    met: list[Walker] = []

    with with_camera(browser) as chromium:

        def another(screen: tuple[int, int], language: str = "en") -> Walker:
            met.append(Walker(chromium, live_server.url, screen, language))
            return met[-1]

        yield another
        assert [error for walker in met for error in walker.errors] == []


def signed_in(clerk: Walker) -> Walker:
    """As the clerk of the one door; how one signs in is another journey."""
    session = Client()
    session.force_login(Staff.objects.get(pk=make.clerk().staff_id))
    cookie = session.cookies["sessionid"].value
    clerk.context.add_cookies([{"name": "sessionid", "value": cookie, "url": clerk.url}])
    return clerk


def seen_by(walker: Walker) -> dict[str, list[Any]]:
    """Of each other person: frames decoded so far, by which kind of address, and how the connection stands."""
    found: dict[str, list[Any]] = walker.page.evaluate(FRAMES)
    return found


def moves_on(walker: Walker, others: int) -> None:
    """The pictures of so many others move on this screen, all of them by way of the TURN server."""
    before = seen_by(walker)
    until(lambda: len(seen_by(walker)) == others)
    before = seen_by(walker)

    def all_move() -> bool:
        now = seen_by(walker)
        return all(frames > before.get(who, [0])[0] + 2 for who, (frames, _, _) in now.items())

    until(all_move)
    until(lambda: {kind for _, kind, _ in seen_by(walker).values()} == {"relay"})


def guest(clerk: Walker, people: Callable[..., Walker], part: str) -> Walker:
    """Somebody is asked in by a link, waits, and is let in."""
    seats = clerk.page.locator("#seats")
    if not seats.locator("details[open]").count():
        seats.locator("summary").click()
    seats.locator("[name=part]").select_option(part)
    shown = seats.locator(".y-call-link input")
    before = shown.input_value() if shown.count() else ""
    seats.locator("[value=invite]").click()
    until(lambda: shown.count() and shown.input_value() != before)
    somebody = people(SMALL)
    somebody.page.goto(shown.input_value())
    somebody.page.locator("[data-do=devices]").click()
    seats.locator("[value=let_in]").click()
    return somebody


def test_four_talk_through_the_turn_server_and_are_back_after_a_break(
    people: Callable[..., Walker], turn: Turn
) -> None:
    """A resident waits and is let in, their case is taken in and the receipt shown to them; two guests come along."""
    make.town()
    key = prepare_call(by=make.clerk(), language="zh-hans", town=make.town(), at=clock.now())
    resident, clerk = people(PHONE, "zh-hans"), people(DESK, "zh-hans")
    resident.open(f"/meeting/{key}/").page.locator("[data-do=devices]").click()
    signed_in(clerk).page.goto("/desk/video/?lang=zh-hans")
    clerk.press("Let in")
    for each in (resident, clerk):
        moves_on(each, 1)
    resident.arrived()
    said(clerk, resident)
    taken_in(clerk, resident)
    others = [guest(clerk, people, part) for part in ("interpreter", "companion")]
    for each in (resident, *others):
        moves_on(each, 3)
    break_and_return(turn, resident, clerk)
    clerk.go(lambda: clerk.page.locator("#seats [value=end]").click())
    resident.page.locator("[data-when=over]").first.wait_for()
    assert not resident.page.locator(".y-call-slide, #call-chat li").count()
    assert not Line.objects.exists()
    assert not Signal.objects.exists()
    assert VideoCall.objects.get().meeting.ended_at


def said(clerk: Walker, resident: Walker) -> None:
    """A caption, a line of chat, and a photograph that is shown."""
    photo = {"name": "bill.jpg", "mimeType": "image/jpeg", "buffer": files_made.photo()}
    resident.page.locator("#call-file-chosen").set_input_files(photo)  # type: ignore[arg-type]
    until(lambda: clerk.page.evaluate("document.querySelector('.y-call-slide img')?.naturalWidth"))
    clerk.page.locator("#call-caption-typed").fill("路灯坏了")
    clerk.page.keyboard.press("Enter")
    resident.page.locator("#call-captions li", has_text="路灯坏了").wait_for()
    resident.page.locator("#call-words-typed").fill("在小学门口")
    resident.page.keyboard.press("Enter")
    clerk.page.locator("#call-chat li", has_text="在小学门口").wait_for()


def taken_in(clerk: Walker, resident: Walker) -> None:
    """The same form as at the counter stands beside the call, and the receipt goes to the resident's screen."""
    clerk.fill(words=WORDS).page.keyboard.press("Control+Enter")
    clerk.page.locator("#taking-beside [name=right]").click()
    code = resident.page.locator("#call-receipt-code")
    code.wait_for()
    assert code.inner_text() == clerk.page.locator("#taking-beside .y-receipt").inner_text()
    case = Case.objects.get()
    assert (case.channel, case.words) == ("video", WORDS)
    clerk.arrived()


def is_broken(walker: Walker) -> bool:
    """Has their browser noticed that a connection is gone?"""
    return any(state not in {"connected", "completed"} for _, _, state in seen_by(walker).values())


def break_and_return(turn: Turn, *walkers: Walker) -> None:
    """The relay is gone, with every connection through it, until the browsers have noticed; then there is a new one."""
    turn.stop()
    for walker in walkers:
        until(partial(is_broken, walker))
    turn.start()
    for walker in walkers:
        moves_on(walker, 3)


def test_the_first_of_two_browsers_notices_and_one_that_cannot_call_is_told(somebody: Callable[..., Walker]) -> None:
    """Without a camera one waits all the same; a link that somebody else opens, too, is no secret to the first."""
    link = f"/meeting/{prepare_call(by=make.clerk(), language='en', town=make.town(), at=clock.now())}/"
    first, second, old = (somebody(PHONE, "en") for _ in range(3))
    first.open(link).page.locator("[data-do=devices]").click()
    first.page.locator("#call-devices-said", has_text="neither camera nor microphone").wait_for()
    second.page.goto(f"{link}?lang=en")
    second.page.locator("#call-place:not(:empty)").wait_for()
    first.page.get_by_text("This link was opened in another browser").wait_for()
    first.page.locator("[data-do=here]").first.click()
    second.page.get_by_text("This link was opened in another browser").wait_for()
    old.page.add_init_script("delete window.RTCPeerConnection")
    old.open(link).page.get_by_text("This browser can’t make a call by video").wait_for()
    assert old.page.get_by_role("link", name="Book a visit").is_visible()
