"""An office tells the resident that the two sides could talk."""

from datetime import datetime

from django.db import transaction

from yimen.cases.mediated import may_be_mediated
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.telling import tell
from yimen.deadlines.terms import open_terms
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def offer_mediation(*, by: Acting, case: Case, at: datetime) -> None:
    """Only the resident can begin it: nothing happens, and no clock stops, unless they ask for it themselves."""
    require(may(by, case, "offer_mediation"))
    require(may_be_mediated(is_about_office=case.accused_office_id is not None))
    move(case, "offer_mediation", terms=open_terms(case.ref), at=at)
    tell(case, "case-mediation-offered", town=the_town(), at=at)
    record("case.mediation_offered", subject=case.ref, by=by.ref, at=at, office=case.office_id)
