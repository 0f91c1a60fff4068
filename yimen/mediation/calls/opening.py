"""The meeting behind a session: opened by whoever comes first, with nobody in it until the mediator lets them in."""

from contextlib import suppress
from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import YES, Refused, Verdict, require
from yimen.mediation.calls.queries import is_open, own_key, running_calls
from yimen.mediation.calls.rules import ENDED, OVERRUN, SUBJECT, ends_at, may_call
from yimen.mediation.models import Sitting, SittingCall
from yimen.meetings.exchanging import seat_by
from yimen.meetings.steps import end, open_meeting, turn_away


def call_for(sitting: Sitting, *, by_mediator: bool, at: datetime) -> SittingCall:
    """The call of this session. What the mediator has ended, only the mediator opens again."""
    found: SittingCall | None = SittingCall.objects.select_related("meeting").filter(sitting=sitting).first()
    if found and is_open(found, at):
        return found
    require(may_call(sitting.form, sitting.state, sitting.begins_at, sitting.minutes, at))
    require(Verdict(ENDED) if found and found.is_over and not by_mediator else YES)
    until = ends_at(sitting.begins_at, sitting.minutes) + OVERRUN
    meeting = open_meeting(SUBJECT, until=until, at=at, is_hidden=True)
    if found:
        SittingCall.objects.change(found, meeting=meeting, is_over=False)
        return found
    try:
        with transaction.atomic():
            made: SittingCall = SittingCall.objects.create(sitting=sitting, meeting=meeting)
    except IntegrityError:  # another one was quicker, by a moment
        raise Refused(JUST_CHANGED) from None
    return made


def end_calls(mediation_id: int, *, at: datetime, sitting_id: int | None = None) -> None:
    """Whatever calls of this mediation are going on are over at once, for everybody; one statement when none is."""
    for call in running_calls(mediation_id, at):
        if sitting_id in (None, call.sitting_id):
            with suppress(Refused):  # the clock was quicker
                end(call.meeting, at=at)


def out_of_calls(mediation_id: int, refs: list[str], *, at: datetime) -> None:
    """These people, who came with a side, are out of whatever call they are in; one statement when none goes on."""
    for call in running_calls(mediation_id, at):
        for seat in (seat_by(own_key(call, ref), at) for ref in refs):
            if seat is not None:
                with suppress(Refused):  # out already
                    turn_away(seat)
