"""The sign-in ends while somebody works: nothing typed is lost, and an open list says why it hears no more news."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session

from tests import make
from tests.journeys.walking import DESK, WIDE, Walker
from tests.make_town import PASSWORD
from tests.verbs.knowledge.texts import CHINESE, ENGLISH, published
from yimen.cases.rules import State

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
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    assert WORDS in handler.text("#beside")
    in_another_tab(handler)
    for words in ("Send again", "Send again", "Open the case"):
        beside(handler, words)
    page.locator("#beside .y-notice--done").wait_for()
    assert make.fresh(case).state == State.ANSWERED


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
