"""A caucus by video: somebody waits outside while the mediator talks with the others."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.calls.leading import may_lead
from yimen.mediation.calls.queries import CallFacts, seats_beside
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.exchanging import SeatFacts
from yimen.meetings.steps import hold


@transaction.atomic
def hold_aside(*, by: MediatorIn, call: CallFacts, seat: SeatFacts, at: datetime) -> None:
    """They see a calm page, and hear, see and read nothing until they are let in again; nobody hears or sees them.

    With a side those wait who came with it: else they could tell it what was said. The journal does not say who, as
    when they are let in.
    """
    require(may_lead(by, call, seat))
    for each in (seat, *seats_beside(call, seat)):
        hold(each)
    record("mediation.call_held", subject=by.mediation.ref, by=by.ref, at=at, sitting=call.sitting_id)
