"""A colleague takes a call over."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.meetings.steps import Place, give_seat, turn_away
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.policies import may_take
from yimen.video.queries import host_key, host_of, silence
from yimen.video.rules import CLERK, MOVES, Stage, may_take_over
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def take_over_call(*, by: Acting, call: VideoCall, town: Town, at: datetime) -> None:
    """They let themselves in and lead it from now on; whoever led it before is out at the same moment.

    Only a call that was handed over, or whose clerk's browser has been silent for a minute: a broken computer must not
    leave a resident alone, and nobody drops in on a colleague.
    """
    require(may_take(by, call.office_id, town))
    host = host_of(call)
    require(may_take_over(Stage(call.stage), silence(host.seen_at, at) if host else None))
    VideoCall.objects.change(call, stage=MOVES[Stage(call.stage)]["take_over"].value, post_id=by.post_id, taken_at=at)
    if host:
        turn_away(host)
    give_seat(call.meeting, Place(CLERK, host_key(call, by), call.meeting.until, is_host=True), at=at)
    who = in_the_name_of(call.office_id)
    record("video.taken_over", subject=call.ref, by=who, at=at, office=call.office_id)
