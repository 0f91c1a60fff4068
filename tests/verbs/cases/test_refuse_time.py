"""The head of an office gives no more time."""

import pytest

from tests import make, make_petition
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.verbs import ask_for_time, refuse_time
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "The measures are in the file since May."


def asked_for() -> Case:
    case = make_petition.accepted_petition()
    ask_for_time(by=make.holder(case), case=case, reason="To measure.", at=make.LATER)
    return make.fresh(case)


def refuse(case: Case) -> None:
    refuse_time(by=make_petition.boss(case), case=case, reason=WHY, at=make.LATER)


def test_the_date_stays_and_the_reason_is_said() -> None:
    case = asked_for()
    refuse(case)
    after = make.fresh(case)
    assert (after.state, after.due_on, after.asks_time) == ("handling", case.due_on, False)
    assert facts.said(case)[-1] == ("case.time_refused", WHY)
    assert facts.entries(case)[-2:] == ["case.time_asked", "case.time_refused"]
    ask_for_time(by=make.holder(case), case=after, reason="A new owner.", at=make.LATER)  # something new may come up


def test_only_what_was_asked_for_by_the_head_and_with_a_reason() -> None:
    with pytest.raises(Refused, match="Nobody has asked"):
        refuse(make_petition.accepted_petition())
    case = asked_for()
    with pytest.raises(Refused, match="does not do this"):
        refuse_time(by=make.holder(case), case=case, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="another office"):
        refuse_time(by=make.supervisor("water"), case=case, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="write something"):
        refuse_time(by=make_petition.boss(case), case=case, reason="", at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    case = asked_for()
    stale = make.fresh(case)
    refuse(case)
    with pytest.raises(Refused):
        refuse(stale)
    assert facts.entries(case).count("case.time_refused") == 1
