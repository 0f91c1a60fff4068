"""The main thing: one case from the first word to a rated answer, by everybody who has to do with it."""

import re
from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.photos import photo, told_by
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.cases.models import Case
from yimen.cases.rules import State
from yimen.kernel.verdict import YES

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]

LAMP_IN_TIBETAN = "ཟམ་པའི་འགྲམ་གྱི་ལམ་སྒྲོན་མི་འབར།"
LAMP_IN_CHINESE = "桥边的路灯不亮了，晚上很黑。"


def test_a_resident_tells_in_tibetan_and_rates_the_answer_in_the_end(somebody: Somebody) -> None:
    """On a cheap telephone, in Tibetan: a resident who is not sure what it is about tells of a dark lamp, with a photo.

    They note the receipt and type it into another telephone, in small letters and with blanks. The clerk finds the
    category; the urban management accepts, asks, and answers what the resident replied. The resident rates it, and
    reads every look that staff have taken: which office, which role, what for.
    """
    make.town()
    receipt = tell(somebody(PHONE, "bo"), LAMP_IN_TIBETAN, category="")
    resident = follow(somebody(PHONE, "bo"), receipt)
    assert LAMP_IN_TIBETAN in resident.text()
    number = Case.objects.get().pk

    clerk = somebody(DESK, "zh-hans").sign_in("one-door-clerk")
    open_case(clerk, number).press("Find the category").fill(category=make.LAMP).press("Find the category")
    handler = somebody(DESK, "en").sign_in("urban-handler")
    open_case(handler, number).press("Accept the case")
    handler.press("Ask the resident").fill(text="Which side of the bridge?").press("Ask the resident")
    assert told_by(file_of(handler)) == {}

    reply(resident)
    assert told_by(file_of(resident)) == {}
    handler.open(f"/desk/cases/{number}/")
    assert "ཤར་ངོས།" in handler.text()
    answer(handler)
    rate(resident)

    seen_by = {"one-door": clerk.looks, "urban": handler.looks + 1}  # the handler has opened the photo, too
    assert looks_at(resident) == seen_by
    assert Case.objects.get().state == State.CLOSED


def test_without_javascript_nothing_is_missing_but_comfort(somebody: Somebody) -> None:
    """The same in Chinese with JavaScript switched off, for resident and handler; the category is chosen at once."""
    make.town()
    receipt = tell(somebody(PHONE, "zh-hans", javascript=False), LAMP_IN_CHINESE, category=make.LAMP)
    resident = follow(somebody(PHONE, "zh-hans", javascript=False), receipt)
    number = Case.objects.get().pk

    handler = somebody(DESK, "zh-hans", javascript=False).sign_in("urban-handler")
    open_case(handler, number).press("Accept the case")
    handler.press("Ask the resident").fill(text="桥的哪一边？").press("Ask the resident")
    reply(resident)
    answer(handler.open(f"/desk/cases/{number}/"))
    rate(resident)
    assert looks_at(resident) == {"urban": handler.looks}
    assert Case.objects.get().state == State.CLOSED


def tell(resident: Walker, words: str, category: str) -> str:
    """The resident sends their words with a photo, and notes the receipt."""
    resident.open("/").press("Tell us").fill(words=words, category=category)
    resident.unfold("Photos or documents")
    resident.page.locator("[name=files]").set_input_files(
        {"name": "lamp.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    resident.press("Send")
    assert resident.reads("We have your case")
    assert words in resident.text()
    return resident.text("strong.y-receipt")


def follow(resident: Walker, receipt: str) -> Walker:
    """On another telephone, as people type: small letters, blanks instead of dashes."""
    typed = f"  {receipt.lower().replace('-', ' ')} "
    return resident.open("/follow/").fill(receipt=typed).press("See my case")


def open_case(staff: Walker, number: int) -> Walker:
    """From the list "my turn" into the case, after saying why."""
    assert staff.reads("My turn")
    staff.go(staff.page.locator(f".y-rows a[href^='/desk/cases/{number}/']").click)
    return staff.explain()


def file_of(walker: Walker) -> bytes:
    """The photo of the case on the page, as it is served."""
    address = walker.page.locator(".y-files a").first.get_attribute("href")
    assert address
    answer = walker.context.request.get(address)
    assert answer.ok
    return answer.body()


def reply(resident: Walker) -> None:
    """The question stands on the case; the resident answers it."""
    resident.open("/case/").press("Answer the question").fill(text="ཤར་ངོས།").press("Send")
    assert resident.page.get_by_text("ཤར་ངོས།").count()


def answer(handler: Walker) -> None:
    """The handler says what came of it."""
    handler.press("Answer").fill(outcome="done", opinion="A new bulb was put in. The lamp burns again.")
    handler.press("Answer")
    assert handler.page.locator(".y-notice--done").count()


def rate(resident: Walker) -> None:
    """Solved, satisfied, never had to come."""
    resident.open("/case/").press("Rate the answer")
    resident.fill(solved="yes", satisfied="yes", visits="0").press("Send")


def looks_at(resident: Walker) -> dict[str, int]:
    """Who has looked, as the resident reads it: how often each office. Each line says the role and the purpose, too."""
    folded = resident.page.locator("details", has_text=resident.say("Who looked"))
    folded.locator("summary").first.click()
    lines = folded.locator(".y-lines > li")
    times = [max(line.locator("details time").count(), 1) for line in lines.all()]
    assert f"({sum(times)})" in folded.locator("summary").first.inner_text()
    offices = {office.names["en"]: office.function for office in make.town().offices.by_id.values()}
    found: dict[str, int] = {}
    for line, seen in zip(lines.all_inner_texts(), times, strict=True):
        who = re.fullmatch(r"(?P<when>.+)\n(?P<office>.+) · (?P<role>.+)(?:: |：)(?P<why>.+)", line)
        assert who, line
        office = offices[who["office"]]
        found[office] = found.get(office, 0) + seen
    return found


def test_without_scripts_nobody_is_led_into_a_call_in_which_nothing_is_heard(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button would open one; the other ways stand below, and so does a sentence that says why."""
    make.town()
    monkeypatch.setattr("yimen.public.pages.video.asking.may_ask_at", lambda *_: YES)  # at any hour
    for scripts in (True, False):
        page = somebody(PHONE, "zh-hans", javascript=scripts).open("/centre/KS-one-door/video/")
        assert page.page.locator("form.y-needs-script").is_visible() is scripts
        assert page.page.locator("h1").is_visible()
