"""A resident answers the office's question."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.verbs import reply_to_question
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def reply(case: Case, days: int = 0) -> None:
    reply_to_question(by=make.resident(case), case=case, text="Left.", at=make.LATER + timedelta(days=days))


def test_it_is_the_offices_turn_again() -> None:
    case = make.asked_case()
    reply(case)
    case = make.fresh(case)
    assert (case.state, case.turn_office_id) == ("handling", case.office_id)
    assert facts.said(case)[-1] == ("case.replied", "Left.")
    assert facts.entries(case).count("case.replied") == 1
    assert facts.terms(case)["handle"].state == "running"


def test_the_clock_goes_on_by_as_many_days_as_it_stood_still() -> None:
    case = make.asked_case()
    before = facts.terms(case)["handle"].due_on
    reply(case, days=7)
    after = facts.terms(case)["handle"]
    assert after.due_on == before + timedelta(days=7)
    assert after.paused_on is None
    assert make.fresh(case).due_on == after.due_on


def test_not_without_a_question() -> None:
    with pytest.raises(Refused, match="is handling this case"):
        reply(make.accepted_case())


def test_not_twice() -> None:
    case = make.asked_case()
    stale = make.fresh(case)
    reply(case)
    with pytest.raises(Refused, match="just changed"):
        reply(stale)
    assert [about for about, _ in facts.said(case)] == ["case.asked", "case.replied"]


def test_a_stranger_may_not() -> None:
    case = make.asked_case()
    with pytest.raises(Refused, match="holds the receipt"):
        reply_to_question(by=Resident(case_id=case.pk + 1), case=case, text="Left.", at=make.LATER)


def test_an_empty_answer_is_none() -> None:
    case = make.asked_case()
    with pytest.raises(Refused, match="write something"):
        reply_to_question(by=make.resident(case), case=case, text=" ", at=make.LATER)
    assert make.fresh(case).state == "asked"
