"""A counter calls the next number."""

from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.visits.models import Ticket
from yimen.visits.policies import may_serve
from yimen.visits.queries import counters_of, waiting_at
from yimen.visits.rules import Queued
from yimen.visits.standing import in_the_name_of, step

NO_COUNTER = gettext_noop("This centre has no counter %(number)s.")
NOBODY_WAITS = gettext_noop("Nobody is waiting for this counter now.")
TRIES = 20  # as many counters may reach for the first in line at the same moment


def call_next(*, by: Acting, counter: int, seen: int, town: Town, at: datetime) -> Ticket:
    """Whoever was at the counter is done, and the first in line is called there. Of two counters each gets another one.

    ``seen`` is the ticket that stood at the counter on the clerk's page, 0 if none: a second press of the same page
    calls nobody away.
    """
    try:
        return _call(by, counter, seen, town, at)
    except IntegrityError:  # the same counter was called to from two places
        raise Refused(JUST_CHANGED) from None


@transaction.atomic
def _call(by: Acting, counter: int, seen: int, town: Town, at: datetime) -> Ticket:
    require(may_serve(by, by.office_id, town))
    if counter not in {one.number for one in counters_of(by.office_id, town)}:
        raise Refused(NO_COUNTER, number=counter)
    here = Ticket.objects.filter(office_id=by.office_id, on=day_of(at), state=Queued.CALLED, counter=counter).first()
    if (here.pk if here else 0) != seen:
        raise Refused(JUST_CHANGED)
    if here:
        step(here, "finish", at=at)
    ticket = _first_in_line(by, counter, town, at)
    done = here.ref if here else ""
    who = in_the_name_of(by.office_id)
    record("ticket.called", subject=ticket.ref, by=who, at=at, office=by.office_id, counter=counter, done=done)
    return ticket


def _first_in_line(by: Acting, counter: int, town: Town, at: datetime) -> Ticket:
    """Take the first by one conditional update; if another counter was quicker, the one behind it."""
    for _ in range(TRIES):
        ticket = waiting_at(counter, by.office_id, day_of(at), town).first()
        if ticket is None:
            raise Refused(NOBODY_WAITS)
        waited = ticket.waited if ticket.waited is not None else max(0, int((at - ticket.taken_at).total_seconds()))
        try:
            step(ticket, "call", at=at, counter=counter, called_at=at, calls=ticket.calls + 1, waited=waited)
        except Refused:
            continue
        return ticket
    raise Refused(JUST_CHANGED)
