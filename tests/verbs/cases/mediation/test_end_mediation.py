"""A case comes back, with one word."""

from datetime import timedelta

import pytest

from tests import make
from yimen.cases.verbs import begin_mediation, end_mediation
from yimen.deadlines.terms import open_terms
from yimen.deadlines.words import explain
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize("is_agreed", [True, False])
def test_the_journal_says_agreed_or_not_and_nothing_else(is_agreed: bool) -> None:  # noqa: FBT001
    case = make.accepted_case()
    begin_mediation(by=make.resident(case), case=case, at=make.MONDAY)
    assert "mediation" in explain(open_terms(case.ref)[0], "en")
    end_mediation(by=make.CLOCK, case=case, is_agreed=is_agreed, at=make.MONDAY + timedelta(days=7))
    entry = history(case.ref)[-1]
    code = "case.mediation_agreed" if is_agreed else "case.mediation_ended"
    assert (entry.code, entry.facts) == (code, {"office": case.office_id})
    assert case.turn_office_id == case.office_id
    assert "mediation took 5 working days" in explain(open_terms(case.ref)[0], "en")
    assert Letter.objects.filter(subject=case.ref, code="case-mediation-ended").exists()


def test_only_by_its_own_end() -> None:
    case = make.accepted_case()
    begin_mediation(by=make.resident(case), case=case, at=make.MONDAY)
    for by in (make.holder(case), make.resident(case), make.mediator()):
        with pytest.raises(Refused):
            end_mediation(by=by, case=make.fresh(case), is_agreed=True, at=make.LATER)  # type: ignore[arg-type]
