"""An office accepts a case."""

from datetime import date

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.verbs import accept_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_office_has_it_and_the_resident_reads_until_when() -> None:
    case = make.case(language="en")
    accept_case(by=make.handler(), case=case, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.turn_office_id, case.version) == ("handling", make.handler().office_id, 2)
    assert case.due_on == date(2026, 3, 9)  # five working days from Monday
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-accepted", "en")
    assert "9 March 2026" in letter.body.replace("March 9, 2026", "9 March 2026")
    assert facts.entries(case) == ["case.submitted", "case.accepted"]
    assert facts.terms(case)["notice"].state == "met"
    assert facts.terms(case)["handle"].state == "running"


def test_the_sixty_days_of_a_petition_start_with_it() -> None:
    case = make.petition()
    assert "handle" not in facts.terms(case)
    accept_case(by=make.holder(case), case=case, at=make.LATER)
    assert (
        make.fresh(case).due_on == facts.terms(case)["handle"].due_on == date(2026, 5, 6)
    )  # 1 May to 5 May are holidays


def test_another_office_may_not() -> None:
    case = make.case()
    with pytest.raises(Refused, match="another office"):
        accept_case(by=make.handler("housing"), case=case, at=make.LATER)
    assert facts.entries(case) == ["case.submitted"]


@pytest.mark.parametrize("who", [make.supervisor, make.administrator, make.mediator, make.area_lead])
def test_other_roles_may_not(who: object) -> None:
    with pytest.raises(Refused, match="does not do this"):
        accept_case(by=who(), case=make.case(), at=make.LATER)  # type: ignore[operator]


def test_a_resident_and_the_clock_may_not() -> None:
    case = make.case()
    for by in (make.resident(case), make.CLOCK, make.OPERATOR):
        with pytest.raises(Refused, match="does not do this"):
            accept_case(by=by, case=case, at=make.LATER)  # type: ignore[arg-type]


def test_once_is_enough() -> None:
    case = make.accepted_case()
    with pytest.raises(Refused, match="is handling this case"):
        accept_case(by=make.handler(), case=case, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.case()
    accept_case(by=make.handler(), case=make.fresh(stale), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        accept_case(by=make.handler(), case=stale, at=make.LATER)
    assert facts.entries(stale) == ["case.submitted", "case.accepted"]
