"""Sending, sending twice, changing one's mind, the wrong door, and leaving no trace."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import PHONE, Walker
from yimen.cases.models import Case
from yimen.journal.models import Entry

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
WORDS, MORE = "桥边的路灯不亮了。", "桥边的路灯不亮了，三个晚上了。"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_makes_one_case(somebody: Somebody, *, javascript: bool) -> None:
    """An impatient resident presses "Send" twice, very fast, with and without JavaScript: one case, and its receipt."""
    make.town()
    resident = somebody(PHONE, "zh-hans", javascript=javascript).open("/tell/").fill(words=WORDS)
    # The second click cuts the first answer off, so there is no single navigation to wait for: only the receipt.
    resident.one("Send").dblclick(no_wait_after=True)
    resident.page.locator("strong.y-receipt").wait_for()
    resident.arrived()
    assert Case.objects.count() == 1


def test_going_back_and_changing_the_words_loses_nothing(somebody: Somebody) -> None:
    """The resident goes back, writes more, and sends again: still one case; the new words can be added to it."""
    make.town()
    resident = somebody(PHONE, "zh-hans").open("/tell/").fill(words=WORDS).press("Send")
    assert resident.page.evaluate("kept.all()") == [], "what has been answered does not stay on the phone"
    resident.go(resident.page.go_back)
    assert resident.page.locator("[name=words]").input_value() == WORDS
    resident.fill(words=MORE).press("Send")
    assert Case.objects.count() == 1
    assert resident.reads("What you changed was not sent")
    assert resident.page.locator("[name=text]").input_value() == MORE
    resident.press("Add it to my case")
    assert MORE in resident.text()


def test_a_lawsuit_is_shown_the_door_of_the_court_and_nothing_is_kept(somebody: Somebody) -> None:
    """The resident learns where to go, with its telephone; what they typed is still there, and only there."""
    make.town()
    resident = somebody(PHONE, "zh-hans").open("/tell/")
    resident.fill(words="法院的判决没有执行。", category="elsewhere.lawsuit").press("Send")
    assert "人民法院" in resident.text("[role=alert]")
    assert resident.page.locator("[role=alert] a[href='tel:12368']").count()
    assert resident.page.locator("[name=words]").input_value() == "法院的判决没有执行。"
    assert not Case.objects.exists()
    assert "判决" not in str(list(Entry.objects.values()))


def test_leaving_makes_this_browser_forget_the_case(somebody: Somebody) -> None:
    """On a shared telephone: one tap, and neither the address nor "Back" shows the case again."""
    make.town()
    resident = somebody(PHONE, "zh-hans").open("/tell/").fill(words=WORDS).press("Send").press("See my case")
    assert WORDS in resident.text()
    resident.press("Leave now")
    assert WORDS not in resident.text("body")
    resident.open("/case/")
    assert resident.page.url.rstrip("?").endswith("/follow/")
    resident.go(resident.page.go_back)
    resident.go(resident.page.go_back)
    assert WORDS not in resident.text("body")
    assert {cookie["name"] for cookie in resident.context.cookies()} <= {"django_language"}
