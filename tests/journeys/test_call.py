"""A call by the keyboard alone: clock, an answer looked up, the case read back, the receipt read out, a call-back."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.test_visit import TOLD, TWO_MINUTES, seconds
from tests.journeys.walking import DESK, Walker
from yimen.calls.models import CallMonth, Wish
from yimen.cases.models import Case
from yimen.kernel import clock
from yimen.kernel.receipts import read
from yimen.people.models import Post
from yimen.privacy.looks import looks_of

pytestmark = [pytest.mark.journey, pytest.mark.slow]
NUMBER = "13900000000"
KEYS_A_SIGN = 3


class Keys:
    """What a clerk presses, counted."""

    def __init__(self, clerk: Walker) -> None:
        self.clerk, self.count = clerk, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.clerk.page.keyboard.press(key)
            self.count += key.count("+") + 1

    def write(self, text: str, *, a_sign: int = 1) -> None:
        self.clerk.page.keyboard.insert_text(text)
        self.count += a_sign * len(text)


def test_a_call_from_its_first_second_to_the_call_back(
    somebody: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No mouse, and no more than two minutes for a plain case. Nothing typed is lost by what is pressed beside it."""
    make.town()
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)
    clerk = somebody(DESK, "zh-hans").sign_in(Post.objects.get(office__code="KS-one-door", role="clerk").code)
    clerk.open("/desk/phone/")
    keys = Keys(clerk)
    code = taken_in(clerk, keys)
    assert seconds(10, keys.count) < TWO_MINUTES, keys.count
    case = Case.objects.get()
    assert (case.channel, case.language, case.words) == ("phone", "zh-hans", TOLD["zh-hans"][0])
    clerk.go(lambda: keys.press("Enter"))
    assert CallMonth.objects.get().calls == 1

    asked_and_called_back(clerk, keys, code)
    assert [look.purpose for look in looks_of(case.ref)] == ["standing"]
    wish = Wish.objects.get()
    assert (wish.state, wish.phone, wish.about, wish.tries) == ("answered", "", "", 1)


def taken_in(clerk: Walker, keys: Keys) -> str:
    """The clock, the form, an answer in between, reading back; what stands there to be read out."""
    words, category, place, where = TOLD["zh-hans"]
    page = clerk.page
    keys.press("Alt+c")
    page.locator("[data-since]").wait_for()
    keys.write(words, a_sign=KEYS_A_SIGN)
    keys.press("Alt+k")
    keys.write("路灯", a_sign=KEYS_A_SIGN)
    keys.press("Enter")
    page.locator("#found :is(details, p)").first.wait_for()
    assert page.input_value("[name=words]") == words
    keys.press("Alt+w")
    keys.press("Tab")
    for text in (category, place, where):
        keys.write(text, a_sign=KEYS_A_SIGN)
        keys.press("Tab")
    clerk.go(lambda: keys.press("Control+Enter"))
    assert words in clerk.text(".y-read-back")
    clerk.go(lambda: keys.press("Enter"))
    signs = page.locator(".y-read-out b").all_inner_texts()
    assert len(signs) == 15
    assert page.locator(".y-read-out i").count() == 15, "each with its word"
    return "".join(signs)


def asked_and_called_back(clerk: Walker, keys: Keys, code: str) -> None:
    """The next one asks where it stands, and wants to be called back; which is done."""
    page = clerk.page
    assert read(code)
    keys.press("Alt+r")
    keys.write(code)
    keys.press("Enter")
    page.locator("#standing .y-read-back").wait_for()
    keys.press("Alt+b")
    keys.write(NUMBER)
    clerk.go(lambda: keys.press("Enter"))
    clerk.open("/desk/phone/call-backs/")
    assert NUMBER not in clerk.text()
    keys.press("j")
    clerk.go(lambda: keys.press("Enter"))
    assert NUMBER not in clerk.text()
    clerk.go(lambda: keys.press("a"))
    assert NUMBER in clerk.text()
    clerk.go(lambda: keys.press("Enter"))
