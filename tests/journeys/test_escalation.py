"""Days pass and nothing happens: the ladder is climbed, the supervisor acts, the resident has the last word."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests import make
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.cases.models import Case
from yimen.cases.verbs import accept_case
from yimen.deadlines.calendars import calendar_for
from yimen.journal.reacting import react
from yimen.kernel.clock import now
from yimen.reactions import REACTIONS
from yimen.stats.counting import count_now
from yimen.supervision.models import Standing
from yimen.supervision.reacting import climb

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
WORDS, REPORT = "请今天就派人到桥边去看。", "We were at the bridge at noon; a cable is broken."


def morning(case: Case, days: int) -> None:
    """The worker, early on the working day so many working days after the case's last day (or before it)."""
    calendar = calendar_for(make.town().editions["calendar"])
    due_on = make.fresh(case).due_on
    assert due_on
    on = calendar.working_day_after(due_on, days) if days else due_on
    climb(datetime.combine(on, make.MONDAY.time(), make.MONDAY.tzinfo))


def works() -> None:
    """What the worker does in between."""
    while react(REACTIONS, now()):
        pass
    count_now(now())


def test_a_late_case_is_urged_instructed_answered_and_given_back(somebody: Somebody) -> None:
    """A lamp stays dark. The handler is reminded, the supervisor told; after three more days the town inspects.

    The supervisor instructs, the office reports and answers; the resident is not content, so the case is given back.
    They read on a telephone, in Tibetan, who did what, but not what the offices wrote to each other.
    """
    sent = make.receipt(at=now() - timedelta(days=30))
    case = make.fresh(sent.case)
    accept_case(by=make.handler(), case=case, at=now() - timedelta(days=30))
    morning(case, 0)
    handler = somebody(DESK, "en", keys=True).sign_in("urban-handler")
    handler.open("/desk/overview/").press("Reminded")
    assert handler.reads("Supervisor told")
    by_keyboard(handler, case).explain()
    assert "it is counted in public, as one number of the office" in handler.text()  # weeks late by today's date

    morning(case, 3)
    assert Standing.objects.get(case=case).rung == "late"
    town = somebody(DESK, "zh-hans", keys=True).sign_in("town-office-supervisor")
    town.open("/desk/overview/").press("Inspection list")
    by_keyboard(town, case).explain()

    above = somebody(DESK, "zh-hans", keys=True).sign_in("urban-supervisor")
    instructed_and_answered(above, handler, case)
    resident = somebody(PHONE, "bo").open("/follow/").fill(receipt=sent.code).press("See my case")
    resident.press("Rate the answer").fill(solved="no", satisfied="no", visits="1").press("Send")
    works()

    above.open("/desk/overview/").press("Unhappy answers")
    by_keyboard(above, case)
    above.press("Give back, to be done again").fill(text="灯还是不亮，请重新办理。").press(
        "Give back, to be done again"
    )
    resident.open("/case/")
    assert "灯还是不亮" in resident.text()
    assert WORDS not in resident.text()
    assert REPORT not in resident.text()
    assert make.fresh(case).state == "handling"
    works()
    assert handler.open("/desk/overview/").text()


def test_a_row_says_its_place_in_tibetan_too(somebody: Somebody) -> None:
    """Tibetan words are long: where a case was urged, they go on in a second line rather than be cut off."""
    case = make.receipt(at=now() - timedelta(days=30), place_words="小学前面").case
    accept_case(by=make.handler(), case=make.fresh(case), at=now() - timedelta(days=30))
    morning(case, 1)
    handler = somebody((1024, 768), "bo").sign_in("urban-handler").open("/desk/?list=all")
    where = handler.page.locator(".y-rows .y-where").first
    assert where.locator(".y-rung").count()
    assert where.evaluate("row => row.scrollWidth <= row.clientWidth"), where.inner_text()


def by_keyboard(staff: Walker, case: Case) -> Walker:
    """From a list into the case: j goes to the first, Enter opens it."""
    staff.page.keyboard.press("j")
    staff.go(lambda: staff.page.keyboard.press("Enter"))
    assert f"/desk/cases/{case.pk}/" in staff.page.url
    return staff


def instructed_and_answered(above: Walker, handler: Walker, case: Case) -> None:
    """The supervisor of the office says what to do; the office reports to them, and answers the resident."""
    above.open("/desk/overview/").press("Told to me")
    by_keyboard(above, case).explain().press("Instruct the office")
    until = (now() + timedelta(days=9)).date().isoformat()
    above.fill(text=WORDS, until_on=until).press("Instruct the office")

    handler.open(f"/desk/cases/{case.pk}/")
    assert WORDS in handler.text()
    handler.press("Report to the supervisor").fill(text=REPORT).press("Report to the supervisor")
    handler.press("Answer").fill(outcome="done", opinion="The cable is mended.").press("Answer")
    works()
