"""The pages on which an office asks a colleague, and on which the colleague answers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.make_colleagues import ADVICE, PART, advised_case, again, post_id, shared_case
from tests.pages.desk.browsing import browser, opened, text
from yimen.cases.models import Enquiry
from yimen.cases.verbs import answer_enquiry, recall_enquiry
from yimen.kernel.clock import now
from yimen.people.rules import Acting
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
LEAD = "village-committee-area_lead"


def opened_for_part(acting: Acting, pk: int) -> Client:
    """A browser that has said it opens the case for its office's part."""
    client = browser(acting)
    page = text(client.get(f"/desk/cases/{pk}/"))
    assert 'value="assist"' in page
    assert 'value="handle"' not in page
    assert client.post(f"/desk/cases/{pk}/", {"purpose": "assist"}).status_code == 302
    return client


def test_one_asks_another_office_for_its_part() -> None:
    case = make.fresh(make.accepted_case(at=now()))
    client = opened(make.handler(), case.pk)
    typed = {"version": case.version, "office": "KS-housing", "text": PART}
    done = client.post(f"/desk/cases/{case.pk}/part/", typed, follow=True)
    page = text(done)
    assert "The other office is asked. The case stays with you." in page
    assert "Asked of colleagues" in page
    assert "Housing office" in page
    assert PART in page
    assert Enquiry.objects.get(case=case).question == PART


def test_a_stale_page_is_refused_and_keeps_what_was_typed() -> None:
    case = make.fresh(make.accepted_case())
    client = opened(make.handler(), case.pk)
    for page, typed in (("part", {"office": "KS-housing"}), ("advice", {"post": post_id(LEAD)})):
        said = text(client.post(f"/desk/cases/{case.pk}/{page}/", {**typed, "version": 99, "text": "Kept words"}))
        assert "Somebody has just changed this" in said
        assert "Kept words</textarea>" in said
    assert not Enquiry.objects.exists()


def test_one_asks_the_area_lead_and_they_read_the_question_alone() -> None:
    case = make.fresh(make.accepted_case(at=now(), words="My own words about the lamp."))
    client = opened(make.handler(), case.pk)
    form = text(client.get(f"/desk/cases/{case.pk}/advice/"))
    assert "Area lead · Area 1" in form or "Area lead · Duohe" in form
    typed = {"version": case.version, "post": post_id(LEAD), "text": ADVICE}
    client.post(f"/desk/cases/{case.pk}/advice/", typed)
    made = Enquiry.objects.get(case=case)

    lead = browser(make.area_lead())
    assert lead.get("/desk/")["Location"] == "/desk/asked/"
    listed = text(lead.get("/desk/asked/"))
    assert "Asked of you" in listed
    assert "An area lead reads no cases" in listed
    assert f"/desk/asked/{made.pk}/" in listed
    page = text(lead.get(f"/desk/asked/{made.pk}/"))
    assert ADVICE in page
    assert "My own words" not in page
    assert lead.get(f"/desk/cases/{case.pk}/").status_code == 404
    done = lead.post(f"/desk/asked/{made.pk}/", {"version": 1, "says": "answer", "text": "Every night."}, follow=True)
    assert "Your answer is with the office that asked." in text(done)
    assert (again(made).state, again(made).answer) == ("answered", "Every night.")
    assert "Every night." in text(client.get(f"/desk/cases/{case.pk}/"))
    assert {look.role for look in looks_of(case.ref)} == {"handler"}  # the area lead has opened no case


@pytest.mark.parametrize("who", [make.handler, make.mediator, make.administrator, make.supervisor])
def test_a_question_to_somebody_else_is_not_there(who: Callable[[], Acting]) -> None:
    _, made = advised_case()
    assert browser(who()).get(f"/desk/asked/{made.pk}/").status_code == 404
    _, part = shared_case()
    assert browser(make.area_lead()).get(f"/desk/asked/{part.pk}/").status_code == 404


def test_the_other_office_opens_the_case_for_its_part_and_that_is_a_look() -> None:
    case, made = shared_case(at=now())
    housing = make.handler("housing")
    listed = text(browser(housing).get("/desk/asked/"))
    assert f"/desk/cases/{case.pk}/" in listed
    assert "The street lamp" not in listed
    client = opened_for_part(housing, case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    assert "The street lamp at the bridge is dark." in page
    assert ">Give our part<" in page
    assert page.count('class="y-button"') == page.count("data-main") == 1  # no big button leads to standing aside
    assert page.index("data-main") < page.index(">Give our part<") < page.index(">Stand aside<")
    assert looks_of(case.ref).rows[0].words == "to give their office's part, which another office asked for"
    form = text(client.get(f"/desk/cases/{case.pk}/our-part/"))
    assert PART in form
    typed = {"version": made.version, "says": "answer", "text": "Nobody's house."}
    done = client.post(f"/desk/cases/{case.pk}/our-part/", typed, follow=True)
    assert "Your part is with the office that has the case." in text(done)
    after = text(client.get(f"/desk/cases/{case.pk}/"))
    assert "Nobody&#x27;s house." in after
    assert "The street lamp at the bridge is dark." not in after
    assert client.get(f"/desk/cases/{case.pk}/our-part/").status_code == 404


def test_with_a_part_to_give_one_can_do_nothing_else_with_the_case() -> None:
    case, _ = shared_case(at=now())
    client = opened_for_part(make.handler("housing"), case.pk)
    for page in ("answer", "hand-over", "question", "part", "advice"):
        assert "This case is with another office." in text(client.get(f"/desk/cases/{case.pk}/{page}/"))


def test_what_was_recalled_meanwhile_is_refused_and_the_words_stay() -> None:
    case, made = shared_case(at=now())
    other = Enquiry.objects.create(  # a second part of the same office's, so that the case stays open to it
        case=case, at=now(), by="post:1", from_office_id=case.office_id, whom="area_lead",
        to_office_id=make.handler("housing").office_id, to_post_id=post_id(LEAD), due_on=made.due_on,
    )  # fmt: skip
    client = opened_for_part(make.handler("housing"), case.pk)
    client.get(f"/desk/cases/{case.pk}/our-part/")
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text="Said by a colleague.", at=now())
    typed = {"version": 1, "says": "answer", "text": "Said by me."}
    assert client.post(f"/desk/cases/{case.pk}/our-part/", typed).status_code == 404
    assert again(made).answer == "Said by a colleague."
    assert again(other).state == "asked"

    _, question = advised_case(at=now())
    lead = browser(make.area_lead())
    recall_enquiry(by=make.handler(), enquiry=again(question), at=now())
    said = text(lead.post(f"/desk/asked/{question.pk}/", typed))
    assert "The office that asked no longer needs this." in said
    assert "Said by me.</textarea>" in said


def test_a_question_is_taken_back_with_one_click() -> None:
    case, made = shared_case(at=now())
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    address = f"/desk/cases/{case.pk}/asked/{made.pk}/recall/"
    assert address in page
    assert "The question is taken back." in text(client.post(address, {"version": case.version}, follow=True))
    assert again(made).state == "recalled"
    assert "no longer needs this" in text(client.post(address, {"version": case.version}, follow=True))
    other, _ = shared_case()
    stranger = f"/desk/cases/{other.pk}/asked/{made.pk}/recall/"
    assert opened(make.handler(), other.pk).post(stranger, {"version": 1}).status_code == 404


def test_answering_says_what_is_still_open_and_shows_what_came() -> None:
    case, made = shared_case(at=now())
    client = opened(make.handler(), case.pk)
    form = text(client.get(f"/desk/cases/{case.pk}/answer/"))
    assert "Not answered yet, and taken back by this:" in form
    assert "Housing office (" in form
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text="It hangs on no house.", at=now())
    form = text(client.get(f"/desk/cases/{case.pk}/answer/"))
    assert "Not answered yet" not in form
    assert "It hangs on no house." in form


def test_the_lists_cost_the_same_however_much_is_asked(sql: Callable[..., Any]) -> None:
    for _ in range(25):
        shared_case(at=now())
        advised_case(at=now())
    for who in (make.handler("housing"), make.area_lead()):
        client = browser(who)
        client.get("/desk/asked/")
        with sql(at_most=6):  # one of them counts all lists at the side
            page = text(client.get("/desk/asked/"))
        assert page.count('class="y-what"') == 20
        assert 'rel="next"' in page
