"""A side, or whoever comes with it, joins a session by video."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.calls.opening import call_for
from yimen.mediation.calls.queries import is_asked, own_key, own_part
from yimen.mediation.models import Sitting
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import WithCode
from yimen.meetings.exchanging import seat_by
from yimen.meetings.steps import Place, give_seat


@transaction.atomic
def join_session(*, by: WithCode, sitting: Sitting, at: datetime) -> str:
    """With their own code, from ten minutes before; they wait until the mediator lets them in. Gives their link's key.

    A session with another side alone is not there for them. Joined twice, or by another browser, it is one seat.
    """
    require(may(by, "call"))
    require(YES if is_asked(by, sitting) else Verdict(NOT_YOU))
    call = call_for(sitting, by_mediator=False, at=at)
    key = own_key(call, by.ref)
    if seat_by(key, at) is None:
        give_seat(call.meeting, Place(own_part(by), key, call.meeting.until), at=at)
        record("mediation.call_joined", subject=by.mediation.ref, by=by.ref, at=at, sitting=sitting.pk)
    return key
