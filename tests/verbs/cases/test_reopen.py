"""A resident opens a case again."""

from datetime import datetime, timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.rules import REOPEN_WITHIN, Outcome, Satisfied, Solved
from yimen.cases.verbs import Answer, Judgement, answer_case, rate_case, reopen_case
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def reopen(case: Case, at: datetime = make.LATER) -> None:
    reopen_case(by=make.resident(case), case=case, why="It is dark again.", at=at)


@pytest.mark.parametrize("state", ["answered_case", "closed_case"])
def test_the_office_has_it_again_with_a_new_date_and_the_resident_is_told(state: str) -> None:
    case = getattr(make, state)(language="en")
    reopen(case, make.MONDAY + timedelta(days=20))
    after = make.fresh(case)
    assert (after.state, after.turn_office_id, after.reopened, after.ended_at) == ("handling", case.office_id, 1, None)
    term = facts.terms(case)["handle"]
    assert (term.state, term.from_on.isoformat()) == ("running", "2026-03-22")
    assert after.due_on == term.due_on
    assert after.fades_at is None
    assert facts.letters(case)[-1].code == "case-reopened"
    assert facts.said(case)[-1] == ("case.reopened", "It is dark again.")
    assert facts.entries(case).count("case.reopened") == 1


def test_thirty_days_and_not_a_moment_longer() -> None:
    case = make.closed_case()
    ended_at = make.fresh(case).ended_at
    assert ended_at
    with pytest.raises(Refused, match="more than 30 days ago"):
        reopen(make.fresh(case), ended_at + REOPEN_WITHIN + timedelta(seconds=1))
    reopen(make.fresh(case), ended_at + REOPEN_WITHIN)


def test_it_can_be_answered_and_rated_once_more() -> None:
    case = make.closed_case()
    reopen(case)
    answer = Answer(Outcome.DONE, "A new bulb.", claims="Light.", facts="The bulb was old.", basis="Art. 1")
    answer_case(by=make.holder(case), case=case, answer=answer, at=make.LATER)
    again = Judgement(Solved.PARTLY, Satisfied.NO, visits=2)
    rate_case(by=make.resident(case), case=case, rating=again, at=make.LATER)
    assert facts.entries(case)[-3:] == ["case.reopened", "case.answered", "case.rated"]


@pytest.mark.parametrize("state", ["case", "accepted_case", "asked_case"])
def test_an_open_case_needs_no_opening(state: str) -> None:
    with pytest.raises(Refused):
        reopen(getattr(make, state)())


def test_the_second_of_two_sendings_is_refused() -> None:
    case = make.answered_case()
    stale = make.fresh(case)
    reopen(case)
    with pytest.raises(Refused, match="just changed"):
        reopen(stale)
    assert make.fresh(case).reopened == 1
    assert facts.entries(case).count("case.reopened") == 1


def test_a_reason_is_needed_and_a_stranger_may_not() -> None:
    case = make.answered_case()
    with pytest.raises(Refused, match="write something"):
        reopen_case(by=make.resident(case), case=case, why=" ", at=make.LATER)
    with pytest.raises(Refused, match="holds the receipt"):
        reopen_case(by=Resident(case_id=case.pk + 1), case=case, why="Mine.", at=make.LATER)
