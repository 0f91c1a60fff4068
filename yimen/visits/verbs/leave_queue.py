"""Somebody no longer needs their number."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.people.rules import Resident
from yimen.visits.models import Ticket
from yimen.visits.standing import step


@transaction.atomic
def leave_queue(*, by: Resident, ticket: Ticket, at: datetime) -> None:
    """Whoever has the link gives the number back, so that nobody is called in vain."""
    step(ticket, "leave", at=at)
    record("ticket.left", subject=ticket.ref, by=by.ref, at=at, office=ticket.office_id)
