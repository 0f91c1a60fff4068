"""A petition that needs more time, and one whose resident does not agree: up to the last word, without a mouse."""

from collections.abc import Callable

import pytest

from tests import make, make_petition
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.cases.models import Case
from yimen.kernel.clock import now
from yimen.kernel.receipts import new_nonce, shown

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
NEEDS, WHY, HEARD = "须测绘后才能答复。", "ཁང་པའི་ཐོག་མ་བརྩིས།", "双方都到场发言。"
PARTS = {
    "outcome": "explain",
    "claims": "要求补偿。",
    "facts": "已再次测量。",
    "opinion": "维持。",
    "basis": "第十九条",
}


def test_the_head_gives_more_time_and_the_resident_reads_why(somebody: Somebody) -> None:
    case = make_petition.accepted_petition(at=now(), language="zh-hans")
    handler = somebody(DESK, "zh-hans", keys=True).sign_in("housing-handler")
    by_keyboard(handler, case).explain()
    handler.press("Ask for more time").fill(text=NEEDS)
    handler.press("Ask for more time")
    assert handler.reads("More time is asked for. The head of the office decides.")

    head = somebody(DESK, "zh-hans", keys=True).sign_in("housing-supervisor")
    head.page.keyboard.press("g")
    head.go(lambda: head.page.keyboard.press("t"))
    by_keyboard(head, case).explain()
    head.press("Give more time")
    assert head.page.locator("[name=text]").input_value() == NEEDS
    head.press("Give more time")

    after = make.fresh(case)
    assert after.due_on
    assert case.due_on
    assert (after.due_on - case.due_on).days >= 30
    assert not after.asks_time


def test_two_offices_above_look_at_an_answer_and_the_last_word_is_final(somebody: Somebody) -> None:
    """The resident reads Tibetan on a telephone; nobody who has answered before sees the case again."""
    nonce = new_nonce()
    case = make_petition.answered_petition(at=now(), language="bo", nonce=nonce)
    resident = somebody(PHONE, "bo", keys=True).open("/follow/")
    resident.fill(receipt=shown(make.receipt(nonce=nonce).code)).press("See my case")
    disagree(resident, "If you do not agree with the answer")

    township = somebody(DESK, "zh-hans", keys=True).sign_in("township-office-1-handler")
    by_keyboard(township, case).explain()
    assert WHY in township.text()
    township.press("Give the opinion of the review").fill(finding="upheld", **PARTS)
    township.press("Give the opinion of the review")

    disagree(resident.open("/case/"), "If you do not agree with the review")
    town = somebody(DESK, "zh-hans", keys=True).sign_in("town-office-supervisor")
    by_keyboard(town, case).explain()
    town.press("Begin a hearing").press("Begin a hearing")
    assert resident.open("/case/").reads("The clock stands still while a hearing is on.")
    town.press("End the hearing").fill(text=HEARD)
    town.press("End the hearing")
    town.press("Give the opinion of the review").fill(finding="upheld", **PARTS)
    town.press("Give the opinion of the review")

    resident.open("/case/")
    assert resident.reads("Written opinion of a second review")
    assert "12348" in resident.text(".y-now")
    assert "12368" in resident.text(".y-now"), "the court"
    assert not resident.one("Ask for a review").count()
    village = (
        somebody(DESK, "zh-hans", keys=True)
        .sign_in("village-committee-handler")
        .open(f"/desk/cases/{case.pk}/")
        .explain()
    )
    assert WHY not in village.text()
    assert make.fresh(case).stage == "rereview"


def disagree(resident: Walker, words: str) -> None:
    """They say why they do not agree, and the office above has it."""
    assert resident.reads(words)
    resident.press("Ask for a review").fill(text=WHY)
    resident.press("Ask for the review")
    assert resident.reads("The office above has your case now.")


def by_keyboard(staff: Walker, case: Case) -> Walker:
    """From a list into the case: j goes to the first, Enter opens it."""
    staff.page.keyboard.press("j")
    staff.go(lambda: staff.page.keyboard.press("Enter"))
    assert f"/desk/cases/{case.pk}/" in staff.page.url
    return staff
