"""Somebody is sent on to another counter."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.visits.models import Ticket
from yimen.visits.policies import may_serve
from yimen.visits.queries import counters_of
from yimen.visits.standing import in_the_name_of, step
from yimen.visits.verbs.call_next import NO_COUNTER

SAME_COUNTER = gettext_noop("The number is at this counter already.")


@transaction.atomic
def send_on(*, by: Acting, ticket: Ticket, counter: int, town: Town, at: datetime) -> None:
    """They keep their number and stand first at the other counter; nobody takes a second number for one visit."""
    require(may_serve(by, ticket.office_id, town))
    if counter not in {one.number for one in counters_of(ticket.office_id, town)}:
        raise Refused(NO_COUNTER, number=counter)
    if counter == ticket.counter:
        raise Refused(SAME_COUNTER)
    step(ticket, "send_on", at=at, only_counter=counter)
    who = in_the_name_of(ticket.office_id)
    record("ticket.sent_on", subject=ticket.ref, by=who, at=at, office=ticket.office_id, counter=counter)
