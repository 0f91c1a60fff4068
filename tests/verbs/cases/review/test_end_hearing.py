"""A hearing ends."""

from datetime import datetime, timedelta

import pytest

from tests import make, make_petition
from tests.verbs.cases import facts
from yimen.cases.models import Case, Review
from yimen.cases.verbs import begin_hearing, end_hearing
from yimen.deadlines.words import explain
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
HEARD = "Both sides were heard for two hours."
WEDNESDAY = make.MONDAY + timedelta(days=2)


def heard(case: Case, *, until: datetime = WEDNESDAY, record: str = HEARD) -> Case:
    by = make_petition.reviewer(case)
    begin_hearing(by=by, case=case, at=make.LATER)
    end_hearing(by=by, case=make.fresh(case), record_of_it=record, at=until)
    return make.fresh(case)


def test_in_a_second_review_its_days_do_not_count_and_the_resident_reads_so() -> None:
    case = make_petition.rereviewed_case()
    before = case.due_on
    assert before
    case = heard(case)
    term = facts.terms(case)["handle"]
    assert (term.state, term.paused_on, term.pause_why, term.paused_days) == ("running", None, "", 2)
    assert case.due_on == term.due_on == before + timedelta(days=2)
    assert "the hearing took 2 days, which do not count" in explain(term, "en")
    assert Review.objects.filter(case=case).latest("id").hearing_until_on == WEDNESDAY.date()
    letter = facts.letters(case)[-1]
    assert letter.code == "case-hearing-ended"
    assert "which do not count" in letter.body
    assert facts.said(case)[-1] == ("case.hearing_ended", HEARD)
    assert make_petition.upheld(case).state == "answered"


def test_in_a_first_review_the_date_stays() -> None:
    case = make_petition.reviewed_case()
    assert heard(make.fresh(case)).due_on == case.due_on


def test_the_days_of_a_hearing_outlast_a_new_calendar() -> None:
    case = heard(make_petition.rereviewed_case())
    steps = {step["k"]: step for step in facts.terms(case)["handle"].steps}
    assert steps["heard"]["n"] == 2


def test_there_is_one_a_stage_and_its_record_is_needed() -> None:
    case = make_petition.reviewed_case()
    with pytest.raises(Refused, match="write something"):
        heard(make.fresh(case), record=" ")
    case = make.fresh(case)
    end_hearing(by=make_petition.reviewer(case), case=case, record_of_it=HEARD, at=WEDNESDAY)
    case = make.fresh(case)
    with pytest.raises(Refused, match="has been a hearing"):
        begin_hearing(by=make_petition.reviewer(case), case=case, at=WEDNESDAY)
    with pytest.raises(Refused, match="No hearing is on"):
        end_hearing(by=make_petition.reviewer(case), case=case, record_of_it=HEARD, at=WEDNESDAY)
    assert facts.entries(case).count("case.hearing_ended") == 1
