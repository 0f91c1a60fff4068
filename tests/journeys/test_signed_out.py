"""The sign-in ends while somebody works: nothing typed is lost, and an open list says why it hears no more news."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.models import Session

from tests import make
from tests.house.tree import YIMEN
from tests.journeys.walking import DESK, WIDE, Walker
from tests.make_town import PASSWORD
from tests.verbs.knowledge.texts import CHINESE, ENGLISH, published
from yimen.cases.rules import State
from yimen.kernel import clock
from yimen.people.models import Appointment
from yimen.people.rules import Operator
from yimen.people.verbs.end_appointment import end_appointment

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
WORDS = "灯已修好，请查看。"


def in_another_tab(handler: Walker) -> None:
    """Sign in by the link that opens there, and come back to the tab in which one wrote."""
    with handler.context.expect_page() as opened:
        handler.page.locator(
            "a[target=_blank]", has_text=handler.say("Sign in again (opens in a new tab)")
        ).last.click()
    tab = opened.value
    tab.locator("[name=login]").fill("urban-handler")
    tab.locator("[name=password]").fill(PASSWORD)
    with tab.expect_navigation():
        tab.get_by_role("button", name=handler.say("Sign in"), exact=True).click()
    assert tab.url.endswith("/desk/")
    tab.close()
    handler.page.bring_to_front()


@pytest.mark.parametrize("javascript", [False, True])
def test_an_answer_outlives_the_sign_in_it_was_begun_with(somebody: Somebody, javascript: bool) -> None:  # noqa: FBT001
    """They press Answer, sign in again in another tab, press twice, and say why they open the case."""
    case = make.accepted_case()
    handler = somebody(DESK, "zh-hans", javascript=javascript).sign_in("urban-handler")
    handler.open(f"/desk/cases/{case.pk}/").explain().press("Answer").fill(outcome="done", opinion=WORDS)
    Session.objects.all().delete()
    handler.press("Answer")
    assert handler.reads("You have been signed out")
    assert WORDS in handler.text()
    in_another_tab(handler)
    handler.press("Send again")
    assert handler.reads("Please send it again")
    handler.press("Send again").press("Open the case")
    assert make.fresh(case).state == State.ANSWERED


def test_beside_a_list_the_words_stand_where_they_were_typed(somebody: Somebody) -> None:
    """The list stays; the pane says it, and neither a key nor a part of the page that asks takes the words away."""
    published(words=ENGLISH | CHINESE)
    case = make.accepted_case()
    handler = somebody(WIDE, "zh-hans").sign_in("urban-handler")
    page = handler.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    for words in ("Open the case", "Answer"):
        beside(handler, words)
    page.locator("#beside [name=opinion]").wait_for()
    handler.fill(outcome="done", opinion=WORDS)
    Session.objects.all().delete()
    page.locator("#beside [name=insert]").click()
    page.locator("#main > .y-notice", has_text=handler.say("You have been signed out")).wait_for()
    assert page.locator("#beside [name=opinion]").input_value() == WORDS
    beside(handler, "Answer")
    page.locator("#beside [data-still-here]").wait_for()
    assert WORDS in handler.text("#beside")
    for key in ("Escape", "u", "g", "m"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)  # longer than a page of this town takes
    assert WORDS in handler.text("#beside")
    in_another_tab(handler)
    for words in ("Send again", "Send again", "Open the case"):
        beside(handler, words)
    page.locator("#beside .y-notice--done").wait_for()
    assert make.fresh(case).state == State.ANSWERED


def test_beside_a_list_a_post_that_has_ended_leaves_the_words(somebody: Somebody) -> None:
    """They are not allowed to send any more; what they wrote stands there to be copied."""
    make.accepted_case()
    handler = somebody(WIDE, "zh-hans").sign_in("urban-handler")
    handler.page.keyboard.press("j")
    handler.page.keyboard.press("Enter")
    for words in ("Open the case", "Answer"):
        beside(handler, words)
    handler.page.locator("#beside [name=opinion]").wait_for()
    handler.fill(outcome="done", opinion=WORDS)
    held, at = Appointment.objects.get(post_id=make.handler().post_id), clock.now()
    end_appointment(by=Operator(), appointment_id=held.pk, on=clock.day_of(at), at=at)
    beside(handler, "Answer")
    handler.page.locator("#beside h1", has_text=handler.say("You hold no post today")).wait_for()
    assert WORDS in handler.text("#beside")


@pytest.mark.parametrize(("script", "part"), [("call.js", "taking-beside"), ("session.js", "form")])
def test_a_call_by_video_is_use_of_the_sign_in_while_it_goes_on(browser: "Browser", script: str, part: str) -> None:
    """Its page asks for who is there every few minutes; at rest, or when it is over, it does not."""
    page = browser.new_page()
    page.clock.install()
    page.set_content(f"<main id=call data-state=in></main><div id=who></div><div id={part}></div>")
    page.evaluate("window.asked = []; window.htmx = { trigger: (_, what) => window.asked.push(what) }")
    page.add_script_tag(path=YIMEN / "desk" / "static" / "desk" / script)
    page.clock.fast_forward(301_000)
    assert page.evaluate("asked") == ["seats"]
    page.evaluate("document.querySelector('#call').dataset.state = 'over'")
    page.clock.fast_forward(301_000)
    assert page.evaluate("asked") == ["seats"]
    page.close()


def beside(handler: Walker, words: str) -> None:
    """Press what says this in the case beside the list, and wait until something else stands there."""
    pane = handler.page.locator("#beside")
    said = handler.say(words)
    pressed = pane.get_by_role("button", name=said, exact=True).or_(pane.get_by_role("link", name=said, exact=True))
    with handler.page.expect_response(lambda response: "/desk/cases/" in response.url):
        pressed.first.click()
    handler.page.wait_for_timeout(100)  # the part is put in


def test_a_list_hears_by_the_clock_alone_what_is_new_and_that_the_sign_in_has_ended(somebody: Somebody) -> None:
    """Nothing is pressed; no row moves, and whoever reads further down stays there."""
    for _ in range(25):
        make.case()
    handler = somebody(DESK, "zh-hans")
    page = handler.page
    page.clock.install()
    handler.sign_in("urban-handler")
    page.locator(".y-rows a").nth(18).focus()
    here = "[document.activeElement.innerText, scrollY, document.querySelectorAll('.y-rows > li').length]"
    before = page.evaluate(here)
    assert before[1] > 0
    make.case()
    page.clock.fast_forward(29_000)
    assert page.locator(".y-news p").count() == 0
    page.clock.fast_forward(2_000)
    page.locator(".y-news", has_text=handler.say("%(new)d new", new=1)).wait_for()
    assert page.evaluate(here) == before

    Session.objects.all().delete()
    page.clock.fast_forward(30_000)
    page.locator(".y-news", has_text=handler.say("You have been signed out")).wait_for()
    assert page.evaluate(here) == before
    handler.arrived()
    in_another_tab(handler)
    page.clock.fast_forward(30_000)
    page.locator(".y-news", has_text=handler.say("%(new)d new", new=1)).wait_for()
