"""Whoever booked has come, or not."""

from datetime import datetime

from django.db import transaction

from yimen.cases.policies import may_know
from yimen.journal.record import history, record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.visits.booked.rules import Booked, may_receive
from yimen.visits.coming import visits_among
from yimen.visits.models import Booking
from yimen.visits.policies import may_serve
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def receive_visit(*, by: Acting, booking: Booking, came: bool, town: Town, at: datetime) -> None:
    """Noted on its day. A visit for a case counts among the visits of that case, once a day."""
    require(may_serve(by, booking.office_id, town))
    require(may_receive(Booked(booking.state), day_of(booking.begins_at), day_of(at)))
    Booking.objects.change(booking, state=(Booked.CAME if came else Booked.MISSED).value)
    about = booking.case if came and booking.case and may_know(by, booking.case) else None
    visits = visits_among(history(about.ref)) if about else []
    if about and not any(day_of(entry.at) == day_of(at) for entry in visits):
        record("case.visited", subject=about.ref, by=by.ref, at=at, office=booking.office_id, before=len(visits))
        return
    who = in_the_name_of(booking.office_id)
    record("visit.received", subject=booking.ref, by=who, at=at, office=booking.office_id, came=came)
