"""A booked visit is moved to another time."""

from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Resident
from yimen.routing.town import Town
from yimen.visits.booked.rules import TAKEN, Booked, may_change
from yimen.visits.booked.telling import promise_letters
from yimen.visits.models import Booking
from yimen.visits.verbs.book_visit import offered


@transaction.atomic
def move_visit(*, by: Resident, booking: Booking, begins_at: datetime, town: Town, at: datetime) -> None:
    """The old time is free for others at the same moment; the code stays, and the reminder goes along."""
    require(may_change(Booked(booking.state), booking.begins_at, at))
    errand = offered(booking.office_id, booking.letter, begins_at, town, at)
    for lane in range(errand.at_once):
        try:
            with transaction.atomic():
                Booking.objects.change(booking, begins_at=begins_at, lane=lane, minutes=errand.minutes)
        except IntegrityError:
            continue
        promise_letters(booking, town=town, at=at)
        record("visit.moved", subject=booking.ref, by=by.ref, at=at, office=booking.office_id)
        return
    raise Refused(TAKEN)
