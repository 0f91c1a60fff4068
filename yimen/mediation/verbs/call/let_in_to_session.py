"""Somebody who waits before the door of a session is let in."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.calls.leading import may_lead
from yimen.mediation.calls.queries import CallFacts
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.exchanging import SeatFacts
from yimen.meetings.steps import let_in


@transaction.atomic
def let_in_to_session(*, by: MediatorIn, call: CallFacts, seat: SeatFacts, at: datetime) -> None:
    """A side, an interpreter or a companion; also whoever was asked to wait, who reads nothing of what was typed.

    The journal does not say who: how long the mediator talked with whom alone is nobody's business.
    """
    require(may_lead(by, call, seat))
    let_in(seat, at=at)
    record("mediation.call_let_in", subject=by.mediation.ref, by=by.ref, at=at, sitting=call.sitting_id)
