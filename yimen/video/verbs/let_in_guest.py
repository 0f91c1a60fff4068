"""Somebody who waits before the door of a call is let in."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.meetings.exchanging import SeatFacts
from yimen.meetings.steps import let_in
from yimen.people.rules import Acting
from yimen.video.models import VideoCall
from yimen.video.policies import may_lead
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def let_in_guest(*, by: Acting, call: VideoCall, seat: SeatFacts, at: datetime) -> None:
    """By the clerk who leads it: an interpreter, or a resident who comes back by another browser."""
    require(may_lead(by, call))
    let_in(seat, at=at)
    who = in_the_name_of(call.office_id)
    record("video.let_in", subject=call.ref, by=who, at=at, office=call.office_id, part=seat.part)
