"""Somebody books a time at a centre."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.cases.queries import Case
from yimen.cases.rules import Way
from yimen.cases.submission import NO_ADDRESS
from yimen.journal.record import record
from yimen.kernel.receipts import receipt_from
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Resident
from yimen.privacy.sendings import count_sent, sent_from
from yimen.routing.town import Town
from yimen.visits.booked.queries import errand_of, free_days, hash_of
from yimen.visits.booked.rules import NOT_OFFERED, TAKEN
from yimen.visits.booked.telling import promise_letters
from yimen.visits.models import Booking
from yimen.visits.policies import is_centre
from yimen.visits.rules import Errand, may_take_more

BOOKINGS = "bookings"  # what is counted for a connection


@dataclass(frozen=True)
class Wanted:
    """What somebody chooses who books."""

    office_id: int
    letter: str
    begins_at: datetime
    language: str
    nonce: str  # the form's own secret; the code comes from it
    tell: Way = Way.HERE
    address: str = ""  # an e-mail address or a number, for the reminder
    case: Case | None = None
    connection: str = ""


@dataclass(frozen=True)
class Made:
    """A booking and its code, which is stored nowhere."""

    booking: Booking
    code: str


@transaction.atomic
def book_visit(*, by: Resident, wanted: Wanted, town: Town, at: datetime) -> Made:
    """The time is theirs, and nobody asks for a name. Of two who reach for it at the same moment one gets it."""
    code = receipt_from(wanted.nonce, derived_key("booking-code"))
    if earlier := Booking.objects.filter(receipt_hash=hash_of(code)).first():
        return Made(earlier, code)
    if wanted.tell in {Way.EMAIL, Way.SMS} and not wanted.address:
        raise Refused(NO_ADDRESS)
    errand = offered(wanted.office_id, wanted.letter, wanted.begins_at, town, at)
    booking = _write(wanted, errand, hash_of(code))
    if wanted.connection:
        require(may_take_more(sent_from(wanted.connection, at, BOOKINGS)))
        count_sent(wanted.connection, at, BOOKINGS)
    promise_letters(booking, town=town, at=at)
    record("visit.booked", subject=booking.ref, by=by.ref, at=at, office=wanted.office_id, errand=wanted.letter)
    return Made(booking, code)


def offered(office_id: int, letter: str, begins_at: datetime, town: Town, at: datetime) -> Errand:
    """The errand, if this time is free; refused in words whether it is taken or was never offered."""
    errand = errand_of(office_id, letter, town) if is_centre(office_id, town) else None
    if errand is None:
        raise Refused(NOT_OFFERED)
    if begins_at not in {time for day in free_days(office_id, errand, town, at) for time in day.times}:
        is_taken = Booking.objects.filter(office_id=office_id, letter=letter, begins_at=begins_at).exists()
        raise Refused(TAKEN if is_taken else NOT_OFFERED)
    return errand


def _write(wanted: Wanted, errand: Errand, receipt_hash: bytes) -> Booking:
    """In the first lane that is free: the database lets nobody into one that is taken."""
    for lane in range(errand.at_once):
        booking = Booking(
            office_id=wanted.office_id, letter=wanted.letter, begins_at=wanted.begins_at, minutes=errand.minutes,
            lane=lane, language=wanted.language, receipt_hash=receipt_hash, case=wanted.case,
            tell=wanted.tell.value, address=wanted.address,
        )  # fmt: skip
        try:
            with transaction.atomic():
                booking.save(force_insert=True)
        except IntegrityError:
            continue
        return booking
    raise Refused(TAKEN)
