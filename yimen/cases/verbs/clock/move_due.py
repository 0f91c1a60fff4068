"""A case gets a new date because the calendar changed."""

from datetime import date, datetime

from django.db import transaction

from yimen.cases.clocks import next_term
from yimen.cases.models import Case
from yimen.cases.telling import tell
from yimen.deadlines.terms import Term, first_due
from yimen.journal.record import record
from yimen.people.rules import Clock
from yimen.routing.town import the_town


@transaction.atomic
def move_due_case(*, by: Clock, case: Case, terms: list[Term], old: date, at: datetime) -> None:
    """A day off was added or the year's calendar became known: the resident is told the new day and why."""
    first = first_due(terms)
    Case.objects.change(case, **first._asdict())
    if first.due_on != old:  # that a date is no longer provisional is shown, and needs no letter
        tell(case, "case-due-moved", town=the_town(), at=at, term=next_term(terms))
    record("case.due_moved", subject=case.ref, by=by.ref, at=at, old=str(old), due=str(first.due_on))
