"""A number was called and nobody came."""

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
def miss_ticket(*, by: Acting, ticket: Ticket, town: Town, at: datetime) -> None:
    """The counter is free again. Whoever comes later the same day is called without waiting anew."""
    require(may_serve(by, ticket.office_id, town))
    step(ticket, "miss", at=at)
    who = in_the_name_of(ticket.office_id)
    record("ticket.missed", subject=ticket.ref, by=who, at=at, office=ticket.office_id)
