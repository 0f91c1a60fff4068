"""An office tells of mediation; nothing begins by it."""

import pytest

from tests import make
from yimen.cases.mediated import ABOUT_AN_OFFICE, may_be_mediated
from yimen.cases.verbs import offer_mediation
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_resident_is_told_and_nothing_stops() -> None:
    case = make.accepted_case()
    due_on = case.due_on
    offer_mediation(by=make.holder(case), case=case, at=make.LATER)
    assert (case.state, case.due_on) == ("handling", due_on)
    assert history(case.ref)[-1].code == "case.mediation_offered"
    assert Letter.objects.filter(subject=case.ref, code="case-mediation-offered").count() == 1


def test_a_complaint_about_an_office_is_not_for_mediation() -> None:
    assert may_be_mediated(is_about_office=True).reason == ABOUT_AN_OFFICE
    case = make.accepted_case()
    case.accused_office_id = make.handler("housing").office_id
    with pytest.raises(Refused, match="about an office"):
        offer_mediation(by=make.holder(case), case=case, at=make.LATER)


def test_only_the_office_that_has_it_and_after_it_has_accepted() -> None:
    case = make.case()
    with pytest.raises(Refused):
        offer_mediation(by=make.holder(case), case=case, at=make.LATER)
    with pytest.raises(Refused):
        offer_mediation(by=make.handler("housing"), case=make.accepted_case(), at=make.LATER)
