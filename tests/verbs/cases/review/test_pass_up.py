"""Everybody in the office that reviews stands aside: the office above has the review."""

from datetime import timedelta

import pytest

from tests import make, make_petition
from tests.make_aside import all_stand_aside, another_handler, sitting
from tests.verbs.cases import facts
from yimen.cases.models import Review
from yimen.cases.reacting import move_reviews_up
from yimen.cases.verbs import ask_resident, begin_hearing, pass_up_review, stand_aside
from yimen.journal.reacting import react
from yimen.kernel.verdict import Refused
from yimen.people.verbs.release_staff import release_staff
from yimen.reactions import REACTIONS

pytestmark = pytest.mark.django_db


def reacted() -> None:
    """What the worker does after each entry."""
    while react(REACTIONS, make.LATER):
        pass


def test_the_office_above_has_it_with_its_date_and_the_resident_reads_why() -> None:
    case = make_petition.reviewed_case()
    all_stand_aside(case)
    reacted()
    now = make.fresh(case)
    assert (now.office.code, now.stage, now.state, now.due_on) == ("KS-town-office", "review", "handling", case.due_on)
    assert now.turn_office_id == now.office_id
    assert Review.objects.get().office_id == now.office_id
    assert facts.entries(case)[-1] == "case.passed_up"
    letter = facts.letters(case)[-1]
    assert letter.code == "case-passed-up"
    assert "has handled it before or stands aside" in letter.body
    make_petition.upheld(now)


def test_while_somebody_is_left_it_stays() -> None:
    case = make_petition.reviewed_case()
    (first,) = sitting(case)
    another_handler(case)
    stand_aside(by=first, case=case, why="My brother.", at=make.LATER)
    reacted()
    assert make.fresh(case).office_id == case.office_id
    with pytest.raises(Refused, match="can still review"):
        pass_up_review(by=make.CLOCK, case=make.fresh(case), at=make.LATER)


def test_a_hearing_ends_with_it_and_a_question_stays_open() -> None:
    case = make_petition.reviewed_case()
    begin_hearing(by=make_petition.reviewer(case), case=case, at=make.MONDAY)
    all_stand_aside(case)
    reacted()
    assert not Review.objects.get().is_hearing
    case = make_petition.reviewed_case()
    ask_resident(by=make_petition.reviewer(case), case=case, question="When?", at=make.MONDAY)
    all_stand_aside(case)
    reacted()
    now = make.fresh(case)
    assert (now.office.code, now.state, now.turn_office_id) == ("KS-town-office", "asked", None)


def test_who_leaves_is_noticed_the_next_morning() -> None:
    case = make_petition.reviewed_case()
    (first,) = sitting(case)
    another = another_handler(case)
    stand_aside(by=first, case=case, why="My brother.", at=make.LATER)
    reacted()
    release_staff(by=make.OPERATOR, staff_id=another.staff_id, at=make.LATER)
    reacted()
    assert make.fresh(case).office_id == case.office_id
    move_reviews_up(make.LATER + timedelta(days=1))
    assert make.fresh(case).office.code == "KS-town-office"


def test_the_first_answer_is_no_review() -> None:
    case = all_stand_aside(make_petition.accepted_petition())
    with pytest.raises(Refused, match="not being reviewed"):
        pass_up_review(by=make.CLOCK, case=case, at=make.LATER)
