"""An interpreter or a companion does not come into a session, or has to leave it."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.calls.leading import may_lead
from yimen.mediation.calls.queries import CallFacts
from yimen.mediation.calls.rules import GUESTS, NOT_A_GUEST
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.exchanging import SeatFacts
from yimen.meetings.steps import turn_away


@transaction.atomic
def show_out_of_session(*, by: MediatorIn, call: CallFacts, seat: SeatFacts, at: datetime) -> None:
    """Their link opens nothing any more. A side belongs to the session, so this is for guests only."""
    require(may_lead(by, call, seat))
    require(YES if seat.part in GUESTS else Verdict(NOT_A_GUEST))
    turn_away(seat)
    record("mediation.call_shown_out", subject=by.mediation.ref, by=by.ref, at=at, sitting=call.sitting_id)
