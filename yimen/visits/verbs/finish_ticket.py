"""Somebody's visit is over."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.visits.models import Ticket
from yimen.visits.policies import may_serve
from yimen.visits.standing import in_the_name_of, step


@transaction.atomic
def finish_ticket(*, by: Acting, ticket: Ticket, town: Town, at: datetime) -> None:
    """The counter is free and calls nobody yet: before a break, or when nobody waits."""
    require(may_serve(by, ticket.office_id, town))
    step(ticket, "finish", at=at)
    who = in_the_name_of(ticket.office_id)
    record("ticket.finished", subject=ticket.ref, by=who, at=at, office=ticket.office_id)
