"""A resident takes a case back."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.verbs import withdraw_case
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def withdraw(case: Case) -> None:
    withdraw_case(by=make.resident(case), case=case, at=make.LATER)


@pytest.mark.parametrize("state", ["case", "accepted_case", "objected_case", "asked_case"])
def test_it_ends_with_its_dates_and_nobody_has_to_act(state: str) -> None:
    case = getattr(make, state)()
    withdraw(case)
    after = make.fresh(case)
    assert (after.state, after.turn_office_id, after.due_on) == ("withdrawn", None, None)
    assert after.ended_at == make.LATER
    assert after.fades_at is not None
    assert not facts.terms(case, state__in=["running", "paused"])
    assert facts.letters(case)[-1].code == "case-withdrawn"
    assert facts.entries(case)[-1] == "case.withdrawn"


@pytest.mark.parametrize("state", ["answered_case", "closed_case"])
def test_what_has_ended_cannot_be_taken_back(state: str) -> None:
    with pytest.raises(Refused):
        withdraw(getattr(make, state)())


def test_not_twice() -> None:
    case = make.case()
    stale = make.fresh(case)
    withdraw(case)
    with pytest.raises(Refused, match="just changed"):
        withdraw(stale)
    with pytest.raises(Refused, match="was withdrawn"):
        withdraw(make.fresh(case))


def test_a_stranger_may_not() -> None:
    case = make.case()
    with pytest.raises(Refused, match="holds the receipt"):
        withdraw_case(by=Resident(case_id=case.pk + 1), case=case, at=make.LATER)
