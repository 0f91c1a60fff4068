"""A case goes to mediation: the resident's own application, and the office's clock stands still from that moment."""

from datetime import datetime

from django.db import transaction

from yimen.cases.queries import Case
from yimen.cases.verbs import begin_mediation
from yimen.mediation.verbs import Application, Applied, apply_for_mediation
from yimen.people.rules import Resident


@transaction.atomic
def mediate_case(*, by: Resident, case: Case, wanted: Application, address: str = "", at: datetime) -> Applied:
    """Both or nothing. What the resident writes here is for the mediator; the office reads no word of it."""
    applied = apply_for_mediation(by=by, wanted=wanted, case=case, address=address, at=at)
    if applied.is_new:
        begin_mediation(by=by, case=case, at=at)
    return applied
