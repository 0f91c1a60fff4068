"""The mediator opens the call of a session."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.calls.opening import call_for
from yimen.mediation.calls.queries import host_key
from yimen.mediation.calls.rules import MEDIATOR
from yimen.mediation.models import Sitting, SittingCall
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.exchanging import seat_by
from yimen.meetings.steps import Place, give_seat


@transaction.atomic
def open_session(*, by: MediatorIn, sitting: Sitting, at: datetime) -> SittingCall:
    """From ten minutes before it begins. The mediator is in it; whoever has joined waits until they let them in."""
    require(may(by, "call"))
    require(YES if sitting.mediation_id == by.mediation.pk else Verdict(NOT_YOU))
    call = call_for(sitting, by_mediator=True, at=at)
    key = host_key(call, by)
    if seat_by(key, at) is None:
        give_seat(call.meeting, Place(MEDIATOR, key, call.meeting.until, is_host=True), at=at)
        record("mediation.call_opened", subject=by.mediation.ref, by=by.ref, at=at, sitting=sitting.pk)
    return call
