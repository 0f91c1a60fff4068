"""The desk's list of call-backs, and one call."""

from datetime import datetime, timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.desk import acting
from yimen.journal.reacting import react
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of
from yimen.reactions import REACTIONS
from yimen.supervision.calls.preparing import prepare_calls
from yimen.supervision.models import CallBack, Unhappy

pytestmark = pytest.mark.django_db
PHONE = "13900000000"
CALLING = make.MONDAY + timedelta(days=8)
SAID = {"solved": "no", "satisfied": "no", "visits": "1", "words": "Still dark."}


@pytest.fixture(autouse=True)
def _at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is Tuesday at ten."""
    monkeypatch.setattr(acting.clock, "now", lambda: CALLING)


def called() -> tuple[Case, CallBack]:
    case = make.answered_case(tell=Way.SMS, phone=PHONE, contact_name="Dolma")
    prepare_calls(CALLING)
    return case, CallBack.objects.get()


def test_the_number_is_shown_after_it_was_said_why_and_that_is_a_look() -> None:
    case, call = called()
    client = browser(make.posted_at(call.desk_id))
    for shown in (client.get("/desk/call-backs/"), client.get(f"/desk/call-backs/{call.pk}/")):
        assert shown.status_code == 200
        assert PHONE not in text(shown)
    assert len(looks_of(case.ref)) == 0
    page = text(client.post(f"/desk/call-backs/{call.pk}/"))
    assert PHONE in page
    assert "The lamp burns again." in page
    for secret in ("Dolma", "street lamp at the bridge"):
        assert secret not in page
    assert [look.words for look in looks_of(case.ref)] == ["to call back about the answer"]


def test_of_two_hands_that_note_a_call_the_second_reads_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def quicker(**_: object) -> None:
        raise Refused(JUST_CHANGED)

    _case, call = called()
    monkeypatch.setattr("yimen.desk.pages.supervision.calls.note_call", quicker)
    client = browser(make.posted_at(call.desk_id))
    page = client.post(f"/desk/call-backs/{call.pk}/", {"outcome": "not_reached"})
    assert "Somebody has just changed this." in text(page)


def test_what_the_resident_said_is_their_rating_and_an_unhappy_one_goes_to_the_supervisor() -> None:
    case, call = called()
    client = browser(make.posted_at(call.desk_id))
    page = text(client.post(f"/desk/call-backs/{call.pk}/", SAID, follow=True))
    assert "answer is written down" in page
    while react(REACTIONS, CALLING):
        pass
    assert make.fresh(case).state == "closed"
    assert Unhappy.objects.get().case_id == case.pk
    page = text(client.get("/desk/call-backs/"))
    assert "1 were called; 1 of them were reached, and 1 answered" in page


def test_a_slip_keeps_what_was_typed() -> None:
    _, call = called()
    client = browser(make.posted_at(call.desk_id))
    page = text(client.post(f"/desk/call-backs/{call.pk}/", SAID | {"visits": "many"}))
    assert "Still dark." in page
    assert PHONE in page


def test_not_reached_is_noted_without_a_look_at_the_case() -> None:
    case, call = called()
    client = browser(make.posted_at(call.desk_id))
    assert "It is noted" in text(client.post(f"/desk/call-backs/{call.pk}/", {"outcome": "not_reached"}, follow=True))
    assert "tried 1 of 3 times" in text(client.get("/desk/call-backs/"))
    assert len(looks_of(case.ref)) == 0


def test_others_find_nothing_here() -> None:
    _, call = called()
    for who in (make.handler(), make.supervisor(), make.administrator()):
        for address in ("/desk/call-backs/", f"/desk/call-backs/{call.pk}/"):
            assert browser(who).get(address).status_code == 404


def test_on_a_rest_day_no_number_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    _, call = called()
    at: datetime = CALLING + timedelta(days=4)
    monkeypatch.setattr(acting.clock, "now", lambda: at)
    page = text(browser(make.posted_at(call.desk_id)).post(f"/desk/call-backs/{call.pk}/"))
    assert "working days in the hours" in page
    assert PHONE not in page
