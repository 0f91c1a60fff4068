"""Giving back, instructing and reporting at the desk."""

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, opened, text
from tests.pages.desk.test_worklist import numbers
from tests.pages.public.test_own import opened as opened_by_resident
from yimen.cases.models import Case
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import Judgement, accept_case, rate_case
from yimen.journal.reacting import react
from yimen.kernel.clock import now
from yimen.reactions import REACTIONS

pytestmark = pytest.mark.django_db


def unhappy() -> Case:
    case = make.answered_case(at=now())
    rate_case(by=make.resident(case), case=case, rating=Judgement(Solved.NO, Satisfied.NO, visits=0), at=now())
    while react(REACTIONS, now()):
        pass
    return make.fresh(case)


def sent(client: Client, case: Case, page: str, **typed: str) -> str:
    """The page after this form was sent and led on."""
    version = make.fresh(case).version
    return text(client.post(f"/desk/cases/{case.pk}/{page}/", {"version": version} | typed, follow=True))


def test_an_unhappy_answer_stands_on_the_supervisors_list_and_is_given_back() -> None:
    case = unhappy()
    for who in (make.supervisor("urban"), make.supervisor()):
        assert numbers(text(browser(who).get("/desk/unhappy/"))) == [case.pk]
    assert numbers(text(browser(make.supervisor("housing")).get("/desk/unhappy/"))) == []
    assert browser(make.handler()).get("/desk/unhappy/").status_code == 404
    client = opened(make.supervisor("urban"), case.pk)
    assert "Give back, to be done again" in text(client.get(f"/desk/cases/{case.pk}/"))
    page = sent(client, case, "return", text="The lamp is still dark.")
    assert "The office has the case again" in page
    assert "The lamp is still dark." in page
    assert numbers(text(browser(make.supervisor("urban")).get("/desk/unhappy/"))) == []


def test_a_refusal_keeps_what_was_typed() -> None:
    case = unhappy()
    client = opened(make.supervisor("urban"), case.pk)
    page = text(client.post(f"/desk/cases/{case.pk}/return/", {"version": 1, "text": "The lamp is still dark."}))
    assert "Somebody has just changed this" in page
    assert "The lamp is still dark." in page


def test_an_instruction_and_its_report_are_read_by_offices_and_not_by_the_resident() -> None:
    resident, case = opened_by_resident("case")
    accept_case(by=make.handler(), case=make.fresh(case), at=now())
    above, office = opened(make.supervisor("urban"), case.pk), opened(make.handler(), case.pk)
    assert "Somebody go there." in sent(above, case, "instruction", text="Somebody go there.", until_on="2099-03-05")
    page = text(office.get(f"/desk/cases/{case.pk}/"))
    assert "To be reported by 5 March 2099" in page
    assert "Report to the supervisor" in page
    assert "We were there at noon." in sent(office, case, "report", text="We were there at noon.")
    page = text(resident.get("/case/"))
    assert "The supervisor instructed the office to act on your case." in page
    assert "5 March 2099" in page
    assert "The office reported to its supervisor." in page
    assert "Somebody go there." not in page
    assert "at noon" not in page


def test_a_day_that_makes_no_sense_is_told() -> None:
    case = make.accepted_case()
    client = opened(make.supervisor("urban"), case.pk)
    for day in ("yesterday", "2020-01-01", ""):
        page = sent(client, case, "instruction", text="Somebody go there.", until_on=day)
        assert "Somebody go there." in page
        assert "Error" in page or "There is a problem" in page
