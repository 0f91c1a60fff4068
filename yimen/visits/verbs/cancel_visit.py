"""A booked visit is cancelled."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Resident
from yimen.visits.booked.rules import Booked, may_change
from yimen.visits.booked.telling import forget_letters
from yimen.visits.models import Booking


@transaction.atomic
def cancel_visit(*, by: Resident, booking: Booking, at: datetime) -> None:
    """Nobody asks why; the time is free again, nobody is reminded, and the address is forgotten."""
    require(may_change(Booked(booking.state), booking.begins_at, at))
    Booking.objects.change(booking, state=Booked.CANCELLED.value, address="", tell="here")
    forget_letters(booking)
    record("visit.cancelled", subject=booking.ref, by=by.ref, at=at, office=booking.office_id)
