"""An office asks an area lead or an adviser: they read the question, and open no case."""

import pytest

from tests import make, make_colleagues
from tests.make_colleagues import ADVICE, advised_case
from tests.verbs.cases import facts
from yimen.cases.queries import case_for
from yimen.cases.together.advisers import advisers_for
from yimen.cases.together.enquiries import asked_of, enquiry_of_post
from yimen.cases.verbs import ask_adviser
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment, Post
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.end_appointment import end_appointment

pytestmark = pytest.mark.django_db
LEAD = "village-committee-area_lead"


def test_the_area_lead_reads_the_question_and_opens_no_case() -> None:
    case, made = advised_case()
    lead = make.area_lead()
    found = enquiry_of_post(lead, made.pk)
    assert found
    assert (found.question, found.state) == (ADVICE, "asked")
    assert case_for(lead, case.pk, purpose="handle", at=make.LATER, town=make.town()) is None
    assert [each.pk for each in asked_of(lead).enquiries] == [made.pk]
    assert facts.last_entry(case).code == "case.advice_asked"
    assert make_colleagues.term(made).due_on == made.due_on


def test_nobody_else_reads_it() -> None:
    _, made = advised_case()
    for who in (make.handler("village-committee"), make.mediator(), make.administrator(), make.supervisor()):
        assert enquiry_of_post(who, made.pk) is None
        assert asked_of(who).enquiries == []


def test_only_posts_that_serve_the_place_are_offered_and_taken() -> None:
    near, far = make.case(), make.case(longitude=102.925, latitude=34.905)
    town = make.town()
    assert [seat.post_id for seat in advisers_for(near, town, make.MONDAY)] == [make_colleagues.post_id(LEAD)]
    assert advisers_for(far, town, make.MONDAY) == []
    post, handler = make_colleagues.post_id(LEAD), make_colleagues.post_id("village-committee-handler")
    with pytest.raises(Refused, match="does not serve the place"):
        ask_adviser(by=make.holder(far), case=far, post_id=post, question=ADVICE, at=make.LATER)
    with pytest.raises(Refused, match="does not serve the place"):  # a handler is no adviser
        ask_adviser(by=make.holder(near), case=near, post_id=handler, question=ADVICE, at=make.LATER)


def test_a_vacant_post_is_asked_nothing_and_who_comes_next_finds_what_is_open() -> None:
    case, made = advised_case()
    lead = make.area_lead()
    held = Appointment.objects.get(post_id=lead.post_id)
    end_appointment(by=make.OPERATOR, appointment_id=held.pk, on=day_of(make.MONDAY), at=make.MONDAY)
    assert advisers_for(case, make.town(), make.LATER) == []
    other = make.handler("water")
    appoint_staff(
        by=make.OPERATOR, staff_id=other.staff_id, post_id=lead.post_id, from_on=day_of(make.MONDAY), at=make.MONDAY
    )
    assert enquiry_of_post(lead, made.pk)


def test_nobody_is_asked_about_an_office_they_also_work_in() -> None:
    case = make.accepted_case(accused_office="KS-housing")
    lead = make.area_lead()
    post = Post.objects.create(
        code="housing-second", role="handler", office_id=make.handler("housing").office_id, place_id=1
    )
    appoint_staff(
        by=make.OPERATOR, staff_id=lead.staff_id, post_id=post.pk, from_on=day_of(make.MONDAY), at=make.MONDAY
    )
    with pytest.raises(Refused, match="must keep out"):
        ask_adviser(by=make.holder(case), case=case, post_id=lead.post_id, question=ADVICE, at=make.LATER)


def test_once_at_a_time_and_in_words() -> None:
    case, _ = advised_case()
    post = make_colleagues.post_id(LEAD)
    with pytest.raises(Refused, match="asked already"):
        ask_adviser(by=make.handler(), case=make.fresh(case), post_id=post, question=ADVICE, at=make.LATER)
    with pytest.raises(Refused, match="write something"):
        ask_adviser(by=make.handler(), case=make.accepted_case(), post_id=post, question=" ", at=make.LATER)
    with pytest.raises(Refused, match="has been answered"):
        ask_adviser(by=make.handler(), case=make.answered_case(), post_id=post, question=ADVICE, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.case()
    copy = make.fresh(stale)
    post = make_colleagues.post_id(LEAD)
    ask_adviser(by=make.handler(), case=make.fresh(stale), post_id=post, question=ADVICE, at=make.LATER)
    with pytest.raises(Refused):
        ask_adviser(by=make.handler(), case=copy, post_id=post, question=ADVICE, at=make.LATER)
