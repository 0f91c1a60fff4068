"""A resident asks that somebody else handles the case."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Recusal
from yimen.cases.verbs import wish_recusal
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db
WHY = "The handler is the shop's owner."


def test_the_supervisor_gets_it_and_whoever_handles_the_case_does_not_read_why() -> None:
    case = make.accepted_case()
    wish_recusal(by=make.resident(case), case=make.fresh(case), why=WHY, at=make.LATER)
    assert Recusal.objects.get(case=case, state="wished").why == WHY
    assert facts.entries(case)[-1] == "case.recusal_wished"
    assert facts.said(case) == []
    assert not make.fresh(case).has_recusals


def test_one_wish_at_a_time_of_ones_own_case_while_it_is_alive() -> None:
    case = make.accepted_case()
    with pytest.raises(Refused, match="holds the receipt"):
        wish_recusal(by=Resident(case.pk + 1), case=make.fresh(case), why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="write something"):
        wish_recusal(by=make.resident(case), case=make.fresh(case), why=" ", at=make.LATER)
    closed = make.closed_case()
    with pytest.raises(Refused, match="closed"):
        wish_recusal(by=make.resident(closed), case=make.fresh(closed), why=WHY, at=make.LATER)
    wish_recusal(by=make.resident(case), case=make.fresh(case), why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="asked for this already"):
        wish_recusal(by=make.resident(case), case=make.fresh(case), why=WHY, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    case = make.accepted_case()
    stale = make.fresh(case)
    stale.version -= 1
    with pytest.raises(Refused, match="just changed"):
        wish_recusal(by=make.resident(case), case=stale, why=WHY, at=make.LATER)
    assert not Recusal.objects.exists()
