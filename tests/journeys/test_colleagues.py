"""Two offices disagree, their superior decides, a third one gives its part: one lamp, five people, no paper."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.cases.models import Case
from yimen.kernel.clock import now

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
ASKED, PART = "Does a cable of yours run there?", "Ours runs on the other side of the bridge."
QUESTION, ADVICE = "桥上晚上有人走吗？", "有，孩子放学都走那里。"


def test_handed_over_disputed_decided_and_answered_with_the_help_of_others(somebody: Somebody) -> None:
    """The resident reads on a telephone, in Tibetan, who had the case and who was asked, and none of their words."""
    sent = make.receipt(at=now(), language="bo")
    case = sent.case
    housing = disputed(somebody, case)
    housing.open(f"/desk/cases/{case.pk}/").press("Accept the case")
    housing.press("Ask another office for its part").fill(office="KS-energy", text=ASKED)
    housing.press("Ask another office for its part")
    assert housing.reads("Asked of colleagues")

    energy = somebody(DESK, "en", keys=True).sign_in("energy-handler")
    by_keyboard(energy.open("/desk/asked/"), case).explain().press("Give our part")
    assert ASKED in energy.text()
    energy.fill(text=PART).press("Send")
    assert energy.reads("Your part is with the office that has the case.")

    housing.open(f"/desk/cases/{case.pk}/advice/")
    lead = make.area_lead()
    housing.fill(post=str(lead.post_id), text=QUESTION).press("Ask for advice")
    adviser = somebody(PHONE, "zh-hans").sign_in("village-committee-area_lead")
    adviser.go(adviser.page.locator(".y-what a").click)
    assert case.words not in adviser.text()
    adviser.fill(text=ADVICE).press("Send")

    housing.open(f"/desk/cases/{case.pk}/answer/")
    assert PART in housing.text()
    assert ADVICE in housing.text()
    housing.fill(outcome="done", opinion="The lamp burns again.").press("Answer")

    resident = somebody(PHONE, "bo").open("/follow/").fill(receipt=sent.code).press("See my case")
    assert resident.reads("The office asked another office for its part.")
    assert resident.reads("The office asked for advice.")
    assert not [words for words in (ASKED, PART, QUESTION, ADVICE) if words in resident.text()]
    seen = resident.open("/case/looks/").text()
    assert resident.say("to give their office's part, which another office asked for") in seen
    assert make.fresh(case).state == "answered"


def disputed(somebody: Somebody, case: Case) -> Walker:
    """Urban management hands it over, housing objects, the town office decides that it stays there."""
    urban = somebody(DESK, "zh-hans", keys=True).sign_in("urban-handler")
    by_keyboard(urban, case).explain().press("Hand over")
    urban.fill(office="KS-housing", text="这盏灯在居民楼上。").press("Hand over")
    housing = somebody(DESK, "zh-hans", keys=True).sign_in("housing-handler")
    by_keyboard(housing, case).explain().press("Object: not ours")
    housing.fill(text="这盏灯在街上。").press("Object: not ours")
    town = somebody(DESK, "bo", keys=True).sign_in("town-office-supervisor")
    by_keyboard(town, case).explain().press("Decide whose case it is")
    town.fill(goes_back="no", text="灯在楼上，由住建办理。").press("Decide whose case it is")
    assert make.fresh(case).office.code == "KS-housing"
    return housing


def by_keyboard(staff: Walker, case: Case) -> Walker:
    """From a list into the case: j goes to the first, Enter opens it."""
    staff.page.keyboard.press("j")
    staff.go(lambda: staff.page.keyboard.press("Enter"))
    assert f"/desk/cases/{case.pk}/" in staff.page.url
    return staff
