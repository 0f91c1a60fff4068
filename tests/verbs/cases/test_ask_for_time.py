"""A handler asks the head of the office for more time."""

from datetime import timedelta

import pytest

from tests import make, make_petition
from tests.verbs.cases import facts
from tests.verbs.cases.listed import asked
from yimen.cases.lists import Which, worklist
from yimen.cases.models import Case
from yimen.cases.verbs import ask_for_time, extend_case, hand_over_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "The land has to be measured."


def ask(case: Case) -> Case:
    ask_for_time(by=make.holder(case), case=case, reason=WHY, at=make.LATER)
    return make.fresh(case)


def waiting(case: Case) -> list[int]:
    return [found.pk for found in worklist(asked(make_petition.boss(case), Which.TIME)).cases]


def test_it_stands_in_the_list_of_the_head_and_the_date_stays_where_it_is() -> None:
    case = make_petition.accepted_petition()
    after = ask(case)
    assert (after.state, after.due_on, after.asks_time) == ("handling", case.due_on, True)
    assert waiting(case) == [case.pk]
    assert waiting(make.case()) == []
    assert facts.said(case)[-1] == ("case.time_asked", WHY)
    assert facts.entries(case)[-1] == "case.time_asked"


def test_it_leaves_the_list_when_it_is_given() -> None:
    case = ask(make_petition.accepted_petition())
    extend_case(by=make_petition.boss(case), case=case, reason=WHY, at=make.LATER)
    assert waiting(case) == []
    assert WHY in facts.letters(case)[-1].body


@pytest.mark.parametrize("step", ["answer", "hand over"])
def test_and_when_something_else_overtakes_it(step: str) -> None:
    case = ask(make_petition.accepted_petition())
    if step == "answer":
        make.give_answer(case, at=make.LATER)
    else:
        hand_over_case(by=make.holder(case), case=case, to_office="KS-water", reason="Water.", at=make.LATER)
    assert not make.fresh(case).asks_time
    assert waiting(case) == []


def test_asked_once_until_it_is_decided() -> None:
    case = ask(make_petition.accepted_petition())
    with pytest.raises(Refused, match="asked for already"):
        ask(case)
    extend_case(by=make_petition.boss(case), case=case, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="extended once already"):
        ask(make.fresh(case))


def test_with_a_reason_in_time_and_by_whoever_handles_it() -> None:
    case = make_petition.accepted_petition()
    with pytest.raises(Refused, match="write something"):
        ask_for_time(by=make.holder(case), case=case, reason=" ", at=make.LATER)
    with pytest.raises(Refused, match="does not do this"):
        ask_for_time(by=make_petition.boss(case), case=case, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="before it ends"):
        ask_for_time(by=make.holder(case), case=case, reason=WHY, at=make.MONDAY + timedelta(days=80))


def test_the_second_of_two_hands_is_refused() -> None:
    case = make_petition.accepted_petition()
    stale = make.fresh(case)
    ask(case)
    with pytest.raises(Refused):
        ask(stale)
    assert facts.entries(case).count("case.time_asked") == 1
