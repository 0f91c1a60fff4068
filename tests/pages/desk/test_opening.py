"""Opening a case: asked why once, never silently; and for strangers it is not there."""

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, opened, text
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, accept_case, answer_case
from yimen.kernel.clock import now
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
WORDS = "The street lamp at the bridge is dark."


def test_one_is_asked_why_before_anything_is_shown() -> None:
    case = make.case()
    page = browser(make.handler()).get(f"/desk/cases/{case.pk}/")
    assert page.status_code == 200
    assert "Why are you opening case" in text(page)
    assert 'value="handle" id="purpose-handle" checked' in " ".join(text(page).split())  # the usual one
    assert WORDS not in text(page)
    assert "lighting" not in text(page)
    assert len(looks_of(case.ref)) == 0


def test_what_is_not_there_and_what_is_not_theirs_lead_back_to_the_lists_alike() -> None:
    """A case that went to another office meanwhile is no dead end on the residents' first page."""
    case, client = make.case(), browser(make.handler("housing"))
    pages = [client.get(f"/desk/cases/{pk}/") for pk in (case.pk, case.pk + 1)]
    assert [page.status_code for page in pages] == [404, 404]
    assert text(pages[0]) == text(pages[1]).replace(f"/{case.pk + 1}/", f"/{case.pk}/")
    assert '<a class="govuk-link" href="/desk/">Go to your lists</a>' in text(pages[0])
    assert "Leave quickly" not in text(pages[0])


def test_it_is_asked_once_and_every_look_is_written() -> None:
    case, client = make.case(), browser(make.handler())
    said = client.post(f"/desk/cases/{case.pk}/", {"purpose": "answer_question"})
    assert (said.status_code, said["Location"]) == (302, f"/desk/cases/{case.pk}/")
    for number in (1, 2, 3):
        assert WORDS in text(client.get(f"/desk/cases/{case.pk}/"))
        looks = looks_of(case.ref)
        assert len(looks) == number
    first = looks.rows[0]
    assert (first.office_id, first.role, first.purpose) == (make.handler().office_id, "handler", "answer_question")


def test_each_case_is_asked_for_on_its_own() -> None:
    one, other = make.case(), make.case()
    client = opened(make.handler(), one.pk)
    assert "Why are you opening" in text(client.get(f"/desk/cases/{other.pk}/"))
    assert len(looks_of(other.ref)) == 0


@pytest.mark.parametrize("purpose", ["", "curious", "supervise"])
def test_a_purpose_that_the_role_does_not_have_opens_nothing(purpose: str) -> None:
    case, client = make.case(), browser(make.handler())
    page = client.post(f"/desk/cases/{case.pk}/", {"purpose": purpose})
    assert "Why are you opening" in text(page)
    assert WORDS not in text(client.get(f"/desk/cases/{case.pk}/"))
    assert len(looks_of(case.ref)) == 0


def test_what_was_typed_outlives_the_question_why() -> None:
    case, client = make.accepted_case(), browser(make.handler())
    typed = {"version": make.fresh(case).version, "outcome": "done", "opinion": "It burns."}
    asked = client.post(f"/desk/cases/{case.pk}/answer/", typed)
    assert "Why are you opening" in text(asked)
    assert 'name="opinion" value="It burns."' in text(asked)
    client.post(f"/desk/cases/{case.pk}/answer/", typed | {"purpose": "handle"})
    assert make.fresh(case).state == "answered"


@pytest.mark.parametrize("who", [make.clerk, make.administrator, make.mediator, make.area_lead])
def test_a_strangers_case_is_not_there(who: object) -> None:
    case = make.case()
    client = browser(who())  # type: ignore[operator]
    for page in ("", "answer/", "files/1/"):
        assert client.get(f"/desk/cases/{case.pk}/{page}").status_code == 404
    assert client.post(f"/desk/cases/{case.pk}/", {"purpose": "handle"}).status_code == 404
    assert client.get("/desk/cases/999999/").status_code == 404
    assert len(looks_of(case.ref)) == 0


def test_another_offices_case_is_not_there() -> None:
    case = make.case()
    assert browser(make.handler("housing")).get(f"/desk/cases/{case.pk}/").status_code == 404
    assert browser(make.supervisor("housing")).get(f"/desk/cases/{case.pk}/").status_code == 404


def test_an_accused_office_never_sees_the_case() -> None:
    case = make.case(accused_office="KS-urban", words="They were rude.")
    assert case.office.code == "KS-town-office"
    assert browser(make.handler("urban")).get(f"/desk/cases/{case.pk}/").status_code == 404
    assert browser(make.supervisor("urban")).get(f"/desk/cases/{case.pk}/").status_code == 404
    assert "They were rude." in text(opened(make.supervisor(), case.pk).get(f"/desk/cases/{case.pk}/"))


def test_a_supervisor_sees_those_below() -> None:
    case = make.case()
    assert WORDS in text(opened(make.supervisor(), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert WORDS in text(opened(make.supervisor("urban"), case.pk).get(f"/desk/cases/{case.pk}/"))


def test_an_office_that_handed_it_on_sees_where_it_stands_and_what_came_of_it() -> None:
    case = make.handed_case()
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    assert "Your office handed this case on" in page
    assert WORDS not in page
    assert client.get(f"/desk/cases/{case.pk}/answer/").status_code == 404
    by = make.handler("housing")
    accept_case(by=by, case=case, at=now())
    answer_case(by=by, case=case, answer=Answer(Outcome.EXPLAIN, "It is a private lamp."), at=now())
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    assert "We explain why" in page
    assert "private lamp" not in page
    assert len(looks_of(case.ref)) == 3  # a look is a look, also at the result alone and at what is refused


@pytest.mark.parametrize("page", ["", "cases/1/", "cases/1/answer/", "cases/1/files/1/"])
def test_whoever_is_not_signed_in_signs_in_first(page: str) -> None:
    answer = Client().get(f"/desk/{page}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/sign-in/")
