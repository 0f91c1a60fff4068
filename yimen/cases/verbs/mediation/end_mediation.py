"""A case comes back from mediation."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.telling import tell
from yimen.deadlines.terms import MEDIATION, open_terms, resume_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Clock
from yimen.routing.town import the_town


@transaction.atomic
def end_mediation(*, by: Clock, case: Case, is_agreed: bool, at: datetime) -> None:
    """The office reads "agreed" or "not agreed" and nothing else, and its clock goes on where it stood."""
    require(may(by, case, "end_mediation"))
    town, terms = the_town(), open_terms(case.ref)
    resume_terms(terms, day_of(at), why=MEDIATION, editions=town.editions)
    move(case, "end_mediation", terms=terms, at=at)
    tell(case, "case-mediation-ended", town=town, at=at, term=min(terms, key=lambda t: t.due_on))
    code = "case.mediation_agreed" if is_agreed else "case.mediation_ended"
    record(code, subject=case.ref, by=by.ref, at=at, office=case.office_id)
