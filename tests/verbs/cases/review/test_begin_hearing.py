"""A hearing begins."""

import pytest

from tests import make, make_petition
from tests.verbs.cases import facts
from yimen.cases.models import Case, Review
from yimen.cases.verbs import ask_resident, begin_hearing, send_back_case
from yimen.deadlines.words import explain
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def begin(case: Case) -> Case:
    begin_hearing(by=make_petition.reviewer(case), case=case, at=make.LATER)
    return make.fresh(case)


def test_in_a_second_review_the_clock_stands_still_and_says_why() -> None:
    case = begin(make_petition.rereviewed_case())
    term, held = facts.terms(case)["handle"], Review.objects.filter(case=case).latest("id")
    assert (term.state, term.pause_why, held.hearing_from_on) == ("paused", "hearing", make.MONDAY.date())
    assert "while a hearing is on" in explain(term, "en")
    assert facts.letters(case)[-1].code == "case-hearing-begun"
    assert facts.last_entry(case).facts["waits"] is True


def test_in_a_first_review_it_runs_on() -> None:
    case = begin(make_petition.reviewed_case())
    assert facts.terms(case)["handle"].state == "running"
    assert facts.last_entry(case).facts["waits"] is False


def test_meanwhile_nothing_is_decided_and_nobody_is_asked_in_writing() -> None:
    case = begin(make_petition.reviewed_case())
    by = make_petition.reviewer(case)
    with pytest.raises(Refused, match="hearing is on"):
        make_petition.upheld(case)
    with pytest.raises(Refused, match="hearing is on"):
        send_back_case(by=by, case=case, answer=make_petition.WHOLE, at=make.LATER)
    with pytest.raises(Refused, match="hearing is on"):
        ask_resident(by=by, case=case, question="?", at=make.LATER)


def test_once_a_stage_only_in_a_review_and_never_by_whoever_answered_before() -> None:
    case = begin(make_petition.reviewed_case())
    with pytest.raises(Refused, match="hearing is on"):
        begin(case)
    with pytest.raises(Refused, match="not being reviewed"):
        begin(make_petition.accepted_petition())
    with pytest.raises(Refused, match="at an earlier stage"):
        begin_hearing(by=make.posted("village-committee-handler"), case=case, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make_petition.reviewed_case()
    copy = make.fresh(stale)
    begin(stale)
    with pytest.raises(Refused):
        begin(copy)
    assert facts.entries(stale).count("case.hearing_begun") == 1
