"""A clerk takes a call from the waiting room."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.meetings.steps import Place, give_seat, let_in, prolong
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.policies import may_take
from yimen.video.queries import host_key, resident_of
from yimen.video.rules import CLERK, MOVES, NOT_NOW, Stage, may_move
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def take_call(*, by: Acting, call: VideoCall, town: Town, at: datetime) -> None:
    """The call is this clerk's, and the resident is let in. Of two clerks who reach for it one gets it."""
    require(may_take(by, call.office_id, town))
    require(may_move(Stage(call.stage), "take"))
    VideoCall.objects.change(call, stage=MOVES[Stage.WAITING]["take"].value, post_id=by.post_id, taken_at=at)
    resident = resident_of(call)
    if resident is None:
        raise Refused(NOT_NOW)
    prolong(call.meeting, at=at)
    give_seat(call.meeting, Place(CLERK, host_key(call, by), call.meeting.until, is_host=True), at=at)
    let_in(resident, at=at)
    who = in_the_name_of(call.office_id)
    record("video.taken", subject=call.ref, by=who, at=at, office=call.office_id)
