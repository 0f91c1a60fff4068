"""An office accepts a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import HANDLE, handle_term, next_term, save_terms
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.telling import tell
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def accept_case(*, by: Acting, case: Case, at: datetime) -> None:
    """The office says: this is ours. The resident learns by when it will be answered (信访工作条例 art. 23, 34)."""
    require(may(by, case, "accept"))
    town = the_town()
    running = open_terms(case.ref)
    end_terms([t for t in running if t.stage != HANDLE], on=day_of(at), met=True)
    terms = [t for t in running if t.stage == HANDLE]
    if not terms:  # a petition's sixty days start now
        terms = save_terms(case.ref, [handle_term(case, town=town, at=at)])
    move(case, "accept", terms=terms, at=at)
    tell(case, "case-accepted", town=town, at=at, term=next_term(terms))
    record("case.accepted", subject=case.ref, by=by.ref, at=at, office=case.office_id)
