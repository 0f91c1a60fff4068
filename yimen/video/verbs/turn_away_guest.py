"""Somebody with a link does not come into a call, or has to leave it."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.meetings.exchanging import SeatFacts
from yimen.meetings.steps import turn_away
from yimen.people.rules import Acting
from yimen.video.models import VideoCall
from yimen.video.policies import may_lead
from yimen.video.rules import NOT_YOURS
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def turn_away_guest(*, by: Acting, call: VideoCall, seat: SeatFacts, at: datetime) -> None:
    """Their link opens nothing any more: it went to the wrong person, or they are no longer needed."""
    require(may_lead(by, call))
    if seat.is_host:
        raise Refused(NOT_YOURS)
    turn_away(seat)
    who = in_the_name_of(call.office_id)
    record("video.turned_away", subject=call.ref, by=who, at=at, office=call.office_id, part=seat.part)
