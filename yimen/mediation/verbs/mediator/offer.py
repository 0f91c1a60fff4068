"""A mediator offers mediation to the sides of a dispute they know of."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.coming import Person, first_rooms, new_side
from yimen.mediation.committees.rules import takes
from yimen.mediation.models import Mediation, Seat
from yimen.mediation.moving import next_number
from yimen.mediation.policies import may_mediate
from yimen.mediation.rooms.rules import JOINT, Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, MOST_SIDES, Kind, Source, Standing, State
from yimen.people.rules import Acting

NO_SEAT = gettext_noop("Your post has no seat in this committee today.")
TWO_SIDES = gettext_noop("A dispute has two sides at least, and six at most.")


@dataclass(frozen=True)
class Offering:
    """What a mediator offers: to whom, and in which words they are asked."""

    committee_id: int
    kind: Kind
    sides: tuple[Person, ...]
    summary: str
    disclosure: str


@transaction.atomic
def offer_to_mediate(*, by: Acting, wanted: Offering, at: datetime) -> Mediation:
    """Both sides must say yes; nobody is asked before each was invited, and nothing is known of anybody but a name."""
    require(may_mediate(by))
    on = day_of(at)
    seats = Seat.objects.filter(committee_id=wanted.committee_id, post_id=by.post_id, from_on__lte=on, until_on__gt=on)
    seat = seats.select_related("committee").first()
    if seat is None:
        raise Refused(NO_SEAT)
    require(takes(seat.committee.kinds, wanted.kind))
    if not 2 <= len(wanted.sides) <= MOST_SIDES:
        raise Refused(TWO_SIDES)
    mediation = Mediation(
        at=at,
        state=State.INTAKE.value,
        source=Source.OFFER.value,
        kind=wanted.kind.value,
        committee_id=wanted.committee_id,
        mediator_id=by.staff_id,
        mediator_post_id=by.post_id,
    )
    number = next_number(mediation, at)
    mediation.year, mediation.serial = number["year"], number["serial"]
    mediation.save(force_insert=True)
    ring = first_rooms(mediation)
    for place, who in enumerate(wanted.sides, 1):
        new_side(ring, place, who, Standing.NAMED).save(force_insert=True)
    for said, words in ((Said.SUMMARY, wanted.summary), (Said.DISCLOSURE, wanted.disclosure)):
        say(ring, JOINT, said, needed(words, LONGEST_WORDS), by=by.ref, at=at)
    record("mediation.offered", subject=mediation.ref, by=by.ref, at=at, kind=mediation.kind, source=mediation.source)
    return mediation
