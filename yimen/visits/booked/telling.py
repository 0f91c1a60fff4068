"""What is promised to whoever books: a letter that it is so, and one on the day before, by the way they chose."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localtime, make_aware

from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.notifications.forgetting import forget_letters_of
from yimen.notifications.letters import promise_letter
from yimen.routing.town import Town
from yimen.visits.booked.rules import REMIND_AT
from yimen.visits.models import Booking


def promise_letters(booking: Booking, *, town: Town, at: datetime) -> None:
    """Both anew; a reminder only if the day before is still to come. The clock sends each when its time has come."""
    forget_letters(booking)
    said = _said(booking, town)
    promise_letter("visit-booked", at=at, **said)
    before = make_aware(datetime.combine(day_of(booking.begins_at) - timedelta(days=1), REMIND_AT))
    if before > at:
        promise_letter("visit-reminder", at=before, **said)


def forget_letters(booking: Booking) -> None:
    """Nobody is reminded of what was cancelled or moved."""
    forget_letters_of([booking.ref])


def _said(booking: Booking, town: Town) -> dict[str, Any]:
    office, language = town.offices.by_id[booking.office_id], booking.language
    return {
        "subject": booking.ref,
        "language": language,
        "way": booking.tell,
        "address": booking.address,
        "edition": town.editions.get("routing", 0),
        "office": name_in(office.names, language),
        "telephone": office.telephone or "–",
        "where": name_in(office.address, language) or "–",
        "day": day_in(day_of(booking.begins_at), language),
        "time": f"{localtime(booking.begins_at):%H:%M}",
    }
