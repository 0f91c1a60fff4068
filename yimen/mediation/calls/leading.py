"""Who leads the call of a session: its mediator, and nobody else."""

from yimen.kernel.verdict import YES, Verdict
from yimen.mediation.models import SittingCall
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.exchanging import SeatFacts


def may_lead(by: MediatorIn, call: SittingCall, seat: SeatFacts | None = None) -> Verdict:
    """May they do this to this call, or to this seat of it? Never to their own."""
    if not (verdict := may(by, "call")):
        return verdict
    is_theirs = call.sitting.mediation_id == by.mediation.pk
    fits = seat is None or (seat.meeting_id == call.meeting_id and not seat.is_host)
    return YES if is_theirs and fits else Verdict(NOT_YOU)
