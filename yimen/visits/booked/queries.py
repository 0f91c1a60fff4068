"""Reading bookings: the times that are free, one's own, and the day's list of a centre."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count
from django.utils.timezone import localtime, make_aware

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.clock import day_of, midnight
from yimen.kernel.receipts import hashed, read
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import WEEKDAYS, Acting, times_of
from yimen.privacy.guesses import count_wrong, may_guess
from yimen.routing.town import Town
from yimen.visits.booked.rules import DAYS_AHEAD, Booked, still_free
from yimen.visits.models import Booking
from yimen.visits.policies import USUAL
from yimen.visits.queries import errands_of
from yimen.visits.rules import Errand

UNKNOWN = gettext_noop("We know no booking with this receipt. Please check it letter by letter.")
BookingFacts = Booking  # what pages hand on to verbs
MOST = 200  # of one day at one centre


@dataclass(frozen=True)
class Day:
    """A day on which something is free, and when."""

    on: date
    times: list[datetime]


def errand_of(office_id: int, letter: str, town: Town) -> Errand | None:
    """What can be booked at this centre under this letter."""
    return next((one for one in errands_of(office_id, town) if one.letter == letter and one.at_once), None)


def free_days(office_id: int, errand: Errand, town: Town, at: datetime) -> list[Day]:
    """The coming days with their free times: in the opening hours, not on rest days; one statement."""
    first = day_of(at)
    days = [first + timedelta(days=step) for step in range(DAYS_AHEAD + 1)]
    rows = Booking.objects.filter(
        office_id=office_id, letter=errand.letter, state=Booked.BOOKED,
        begins_at__gte=midnight(first), begins_at__lt=midnight(days[-1] + timedelta(days=1)),
    )  # fmt: skip
    taken = dict(rows.order_by().values_list("begins_at").annotate(number=Count("id")))
    found = [
        Day(on, still_free(_times(office_id, errand, town, on), taken, at_once=errand.at_once, at=at)) for on in days
    ]
    return [day for day in found if day.times]


def _times(office_id: int, errand: Errand, town: Town, on: date) -> list[datetime]:
    if not calendar_for(edition_of(town.editions)).works(on):
        return []
    hours = town.offices.by_id[office_id].hours or USUAL
    spans = hours.get(WEEKDAYS[on.weekday()]) or (hours.get("mon", []) if on.weekday() > FRIDAY else [])
    return [make_aware(datetime.combine(on, begins)) for begins in times_of(spans, errand.minutes)]


FRIDAY = 4  # a weekend day on which the town works has Monday's hours, as everywhere


def hash_of(code: str) -> bytes:
    """What is kept of a booking's code."""
    return hashed(code, derived_key("booking"))


def booking_by(typed: str, *, address: str, at: datetime) -> Booking:
    """The booking of whoever holds this code. Wrong ones are counted per connection, as wrong receipts are."""
    require(may_guess(address, at))
    code = read(typed)
    booking: Booking | None = Booking.objects.filter(receipt_hash=hash_of(code)).first() if code else None
    if booking is None:
        if code:
            count_wrong(address, at)
        raise Refused(UNKNOWN)
    return booking


def is_booking(typed: str) -> bool:
    """Is this receipt, which is no case's, that of a booking? Whoever asks has had it counted as a wrong one."""
    code = read(typed)
    return bool(code) and Booking.objects.filter(receipt_hash=hash_of(code)).exists()


def booked_today(acting: Acting, on: date) -> list[Booking]:
    """The day's list of this post's own centre, without names, for there are none; one statement."""
    rows = Booking.objects.filter(
        office_id=acting.office_id, begins_at__gte=midnight(on), begins_at__lt=midnight(on + timedelta(days=1))
    ).exclude(state=Booked.CANCELLED)
    return list(rows.order_by("begins_at", "id")[:MOST])


def booking_in(acting: Acting, pk: int) -> Booking | None:
    """A booking at this post's own centre."""
    found: Booking | None = Booking.objects.filter(pk=pk, office_id=acting.office_id).first()
    return found


def begins(booking: Booking) -> datetime:
    """When, in the town's own time."""
    return localtime(booking.begins_at)
