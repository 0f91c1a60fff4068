"""A number is called once more."""

from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.visits.models import Ticket
from yimen.visits.policies import may_serve
from yimen.visits.rules import Queued
from yimen.visits.standing import in_the_name_of, step

SOMEBODY_IS_HERE = gettext_noop("Somebody is at this counter. Please finish with them first.")


@transaction.atomic
def call_again(*, by: Acting, ticket: Ticket, counter: int, town: Town, at: datetime) -> None:
    """To whoever did not hear it; or somebody who was not there has come after all and need not wait anew."""
    require(may_serve(by, ticket.office_id, town))
    was_missed = ticket.state == Queued.MISSED
    fields = {"counter": counter, "called_at": at} if was_missed else {}
    try:
        with transaction.atomic():
            step(ticket, "call_again", at=at, calls=ticket.calls + 1, **fields)
    except IntegrityError:
        raise Refused(SOMEBODY_IS_HERE) from None
    who = in_the_name_of(ticket.office_id)
    record("ticket.called_again", subject=ticket.ref, by=who, at=at, office=ticket.office_id, counter=counter)
