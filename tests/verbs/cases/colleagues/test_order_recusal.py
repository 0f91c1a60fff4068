"""A supervisor lets somebody stand aside."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.policies import may
from yimen.cases.queries import is_visible
from yimen.cases.together.aside import those_aside, workers_of
from yimen.cases.verbs import hand_over_case, order_recusal
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "Her house stands there."


def test_the_supervisor_of_the_office_or_above_it_orders_it() -> None:
    for boss in (make.supervisor("urban"), make.supervisor()):
        case, staff = make.accepted_case(), make.handler().staff_id
        order_recusal(by=boss, case=make.fresh(case), staff_id=staff, why=WHY, at=make.LATER)
        assert not is_visible(make.handler(), case.pk, make.town())
        assert facts.entries(case)[-1] == "case.recusal_ordered"
        (aside,) = those_aside(make.fresh(case))
        assert (aside.name, aside.why) == ("Invented urban-handler", WHY)


def test_nobody_else_may_and_nobody_decides_about_themselves() -> None:
    case, staff = make.accepted_case(), make.handler().staff_id
    for by, reason in ((make.handler(), "Your post"), (make.supervisor("water"), "another office")):
        with pytest.raises(Refused, match=reason):
            order_recusal(by=by, case=make.fresh(case), staff_id=staff, why=WHY, at=make.LATER)
    boss = make.supervisor("urban")
    with pytest.raises(Refused, match="For yourself"):
        order_recusal(by=boss, case=make.fresh(case), staff_id=boss.staff_id, why=WHY, at=make.LATER)
    other = make.handler("water").staff_id
    with pytest.raises(Refused, match="Nobody of that name"):
        order_recusal(by=boss, case=make.fresh(case), staff_id=other, why=WHY, at=make.LATER)
    order_recusal(by=boss, case=make.fresh(case), staff_id=staff, why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="stand aside from this case already"):
        order_recusal(by=boss, case=make.fresh(case), staff_id=staff, why=WHY, at=make.LATER)


def test_the_accused_offices_supervisor_orders_nothing() -> None:
    case = make.accepted_case(accused_office="KS-housing")
    with pytest.raises(Refused, match="about your own office"):
        order_recusal(by=make.supervisor("housing"), case=case, staff_id=1, why=WHY, at=make.LATER)


def test_where_nobody_is_left_the_supervisor_hands_it_over() -> None:
    case, boss = make.accepted_case(), make.supervisor("urban")
    assert not may(boss, make.fresh(case), "hand_over")
    order_recusal(by=boss, case=make.fresh(case), staff_id=make.handler().staff_id, why=WHY, at=make.LATER)
    assert workers_of(make.fresh(case), day_of(make.LATER)) == []
    assert not may(make.supervisor("water"), make.fresh(case), "hand_over")
    hand_over_case(by=boss, case=make.fresh(case), to_office="KS-town-office", reason="Nobody left.", at=make.LATER)
    assert make.fresh(case).office_id == make.supervisor().office_id


def test_the_second_of_two_hands_is_refused() -> None:
    case, staff = make.accepted_case(), make.handler().staff_id
    copy = make.fresh(case)
    order_recusal(by=make.supervisor("urban"), case=make.fresh(case), staff_id=staff, why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        order_recusal(by=make.supervisor(), case=copy, staff_id=staff, why=WHY, at=make.LATER)
