"""An office objects to a case that was handed to it."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.clocks import OBJECT
from yimen.cases.models import Handing
from yimen.cases.verbs import object_to_case
from yimen.deadlines.terms import terms_of
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "The lamp stands on the street."


def test_the_common_superior_decides_and_the_residents_date_stays() -> None:
    case = make.handed_case()
    due_on, told = case.due_on, len(facts.letters(case))
    object_to_case(by=make.handler("housing"), case=case, reason=WHY, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.office.code) == ("objected", "KS-housing")
    assert case.turn_office_id == make.supervisor().office_id
    assert case.due_on == due_on
    assert len(facts.letters(case)) == told  # offices disagree among themselves; the decision is told
    assert Handing.objects.get(case=case).state == "objected"
    assert facts.entries(case)[-1] == "case.objected"
    assert facts.said(case)[-1] == ("case.objected", WHY)


def test_the_time_to_object_ends_with_the_objection() -> None:
    """Whoever decides would read "object, if it is not yours" among the dates that still run."""
    case = make.handed_case()
    object_to_case(by=make.handler("housing"), case=case, reason=WHY, at=make.LATER)
    (term,) = [term for term in terms_of(case.ref) if term.stage == OBJECT]
    assert (term.state, term.ended_on) == ("met", make.LATER.date())


def test_what_came_by_itself_cannot_be_objected_to() -> None:
    with pytest.raises(Refused, match="was not handed over"):
        object_to_case(by=make.handler(), case=make.case(), reason=WHY, at=make.LATER)


def test_after_its_limit_it_is_too_late() -> None:
    case = make.handed_case()
    until = Handing.objects.get(case=case).object_until_on
    assert until is not None
    late = make.MONDAY + timedelta(days=(until - make.MONDAY.date()).days + 1)
    with pytest.raises(Refused, match="The time to object ended"):
        object_to_case(by=make.handler("housing"), case=case, reason=WHY, at=late)
    object_to_case(by=make.handler("housing"), case=make.fresh(case), reason=WHY, at=late - timedelta(days=1))


def test_the_office_that_handed_it_over_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        object_to_case(by=make.handler(), case=make.handed_case(), reason=WHY, at=make.LATER)


def test_it_needs_reasons() -> None:
    with pytest.raises(Refused, match="write something"):
        object_to_case(by=make.handler("housing"), case=make.handed_case(), reason=" ", at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.handed_case()
    copy = make.fresh(stale)
    object_to_case(by=make.handler("housing"), case=make.fresh(stale), reason=WHY, at=make.LATER)
    with pytest.raises(Refused):
        object_to_case(by=make.handler("housing"), case=copy, reason=WHY, at=make.LATER)
    assert facts.entries(stale).count("case.objected") == 1
