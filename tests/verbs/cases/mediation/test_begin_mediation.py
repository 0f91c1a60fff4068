"""A resident begins mediation of their case, and nobody else does."""

import pytest

from tests import make
from yimen.cases.joint.rules import NOT_ALONE
from yimen.cases.models import Case
from yimen.cases.verbs import begin_mediation
from yimen.deadlines.terms import open_terms
from yimen.journal.record import history
from yimen.kernel.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_clock_stands_still_and_nobody_has_the_turn() -> None:
    case = make.accepted_case()
    begin_mediation(by=make.resident(case), case=case, at=make.LATER)
    assert (case.state, case.turn_office_id) == ("mediating", None)
    assert {(term.state, term.pause_why) for term in open_terms(case.ref)} == {("paused", "mediate")}
    assert history(case.ref)[-1].code == "case.mediation_begun"


def test_nobody_begins_it_for_them() -> None:
    case, other = make.accepted_case(), make.accepted_case()
    for by in (make.holder(case), make.resident(other), make.supervisor(), make.mediator()):
        with pytest.raises(Refused):
            begin_mediation(by=by, case=make.fresh(case), at=make.LATER)  # type: ignore[arg-type]


def test_one_of_several_does_not_stop_the_clock_of_the_others() -> None:
    case = make.accepted_case()
    Case.objects.filter(pk=case.pk).update(joint=2)
    with pytest.raises(Refused, match=NOT_ALONE[:20]):
        begin_mediation(by=make.resident(case), case=make.fresh(case), at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    case = make.accepted_case()
    stale = make.fresh(case)
    begin_mediation(by=make.resident(case), case=case, at=make.LATER)
    with pytest.raises(Refused):
        begin_mediation(by=make.resident(stale), case=stale, at=make.LATER)
