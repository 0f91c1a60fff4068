"""The mediator ends the call of a session."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.calls.leading import may_lead
from yimen.mediation.calls.queries import CallFacts
from yimen.mediation.models import SittingCall
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.steps import end


@transaction.atomic
def close_session(*, by: MediatorIn, call: CallFacts, at: datetime) -> None:
    """It is over for everybody, and what was typed or shown is gone. What counts is written down as a record."""
    require(may_lead(by, call))
    SittingCall.objects.change(call, is_over=True)
    end(call.meeting, at=at)
    record("mediation.call_ended", subject=by.mediation.ref, by=by.ref, at=at, sitting=call.sitting_id)
