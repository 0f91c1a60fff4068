"""From a case to mediation and back: the department reads one word, and its clock goes on where it stood."""

from datetime import timedelta

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.cases.models import Message
from yimen.cases.verbs import withdraw_case
from yimen.deadlines.terms import open_terms
from yimen.journeys.mediating import mediate_case
from yimen.kernel.verdict import Refused
from yimen.mediation.models import Mediation
from yimen.mediation.queries.outside import Known, known_of
from yimen.mediation.verbs import answer_invitation_no, leave_mediation
from yimen.search.index import complete
from yimen.search.models import Document

pytestmark = pytest.mark.django_db
WEEK = make.MONDAY + timedelta(days=7)


def test_the_clock_goes_on_where_it_stood_and_the_office_learns_one_word() -> None:
    case = make.accepted_case(words="The wall")
    due_on = case.due_on
    wanted = make_it.application()
    applied = mediate_case(by=make.resident(case), case=case, wanted=wanted, at=make.MONDAY)
    again = mediate_case(by=make.resident(case), case=make.fresh(case), wanted=wanted, at=make.MONDAY)
    assert (again.code, again.is_new) == (applied.code, False)
    now = make.fresh(case)
    assert (now.state, known_of(case.pk)) == ("mediating", Known.IN_MEDIATION)
    complete(make.MONDAY)
    assert not Document.objects.exists(), "a case in mediation is in no index"
    leave_mediation(by=make_it.Talk(applied.mediation.pk, {1: applied.code}).side(1), at=WEEK)
    now = make.fresh(case)
    assert (now.state, known_of(case.pk)) == ("handling", Known.NOT_AGREED)
    (term,) = open_terms(case.ref)
    assert due_on is not None
    assert (term.state, term.due_on > due_on, now.due_on) == ("running", True, term.due_on)
    assert [step["n"] for step in term.steps if step["k"] == "mediated"] == [5], "five working days stood still"
    assert not Message.objects.filter(case=case, text__gt=b"").exists(), "no word of it came along"


def test_all_of_it_or_nothing() -> None:
    case = make.case(words="Not accepted yet")
    with pytest.raises(Refused, match="not accepted"):
        mediate_case(by=make.resident(case), case=case, wanted=make_it.application(), at=make.MONDAY)
    assert not Mediation.objects.exists()


@pytest.mark.one_database
def test_a_refusal_of_the_other_side_gives_the_case_back() -> None:
    case = make.accepted_case(words="The wall")
    talk = make_it.Talk(
        mediate_case(by=make.resident(case), case=case, wanted=make_it.application(), at=make.MONDAY).mediation.pk
    )
    make_it.to_the_invitation(talk)
    answer_invitation_no(by=talk.invited(), at=WEEK)
    assert (make.fresh(case).state, talk.row.ending) == ("handling", "refused")


@pytest.mark.one_database
def test_a_case_that_is_taken_back_meanwhile_stays_so_and_the_talk_goes_on() -> None:
    case = make.accepted_case(words="The wall")
    applied = mediate_case(by=make.resident(case), case=case, wanted=make_it.application(), at=make.MONDAY)
    withdraw_case(by=make.resident(case), case=make.fresh(case), at=make.MONDAY)
    talk = make_it.Talk(applied.mediation.pk, {1: applied.code})
    assert (make.fresh(case).state, talk.row.state) == ("withdrawn", "applied")
    leave_mediation(by=talk.side(1), at=WEEK)
    assert (make.fresh(case).state, talk.row.state) == ("withdrawn", "ended")
