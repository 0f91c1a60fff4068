"""A resident wants to settle their case in mediation."""

from datetime import datetime

from django.db import transaction

from yimen.cases.mediated import may_be_mediated
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.deadlines.terms import MEDIATION, open_terms, pause_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Resident


@transaction.atomic
def begin_mediation(*, by: Resident, case: Case, at: datetime) -> None:
    """By their own act, which is their consent. The office's clock stands still until it ends, and it sees no more."""
    require(may(by, case, "begin_mediation"))
    require(may_be_mediated(is_about_office=case.accused_office_id is not None))
    terms = open_terms(case.ref)
    pause_terms(terms, on=day_of(at), why=MEDIATION)
    move(case, "begin_mediation", terms=terms, at=at)
    record("case.mediation_begun", subject=case.ref, by=by.ref, at=at, office=case.office_id)
