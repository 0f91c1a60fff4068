"""The mediator asks somebody into a session by a link."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.calls.leading import may_lead
from yimen.mediation.calls.queries import CallFacts
from yimen.mediation.calls.rules import GUEST_FOR, GUESTS
from yimen.mediation.policies import NOT_YOU
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.keys import key_from
from yimen.meetings.steps import Place, give_seat


@transaction.atomic
def ask_into_session(*, by: MediatorIn, call: CallFacts, part: str, at: datetime) -> str:
    """An interpreter, or somebody whom a side wants beside it. Gives the key of their link, shown once.

    Whoever comes by it reads no names: only "side 1", "side 2".
    """
    require(may_lead(by, call))
    require(YES if part in GUESTS else Verdict(NOT_YOU))
    key = key_from(new_nonce())
    give_seat(call.meeting, Place(part, key, at + GUEST_FOR), at=at)
    record("mediation.call_guest_asked", subject=by.mediation.ref, by=by.ref, at=at, sitting=call.sitting_id)
    return key
