"""A resident takes a case back."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def withdraw_case(*, by: Resident, case: Case, at: datetime) -> None:
    """The resident no longer wants the case; nobody asks why."""
    require(may(by, case, "withdraw"))
    end_terms(open_terms(case.ref), on=day_of(at), met=False)
    move(case, "withdraw", at=at)
    recall_open(case, at=at)
    tell(case, "case-withdrawn", town=the_town(), at=at)
    record("case.withdrawn", subject=case.ref, by=by.ref, at=at, office=case.office_id)
