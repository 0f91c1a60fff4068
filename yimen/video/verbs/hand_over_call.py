"""A clerk hands a call over to a colleague, at their own centre or at another one."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.policies import may_ask_at, may_lead
from yimen.video.rules import MOVES, Stage, may_move
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def hand_over_call(*, by: Acting, call: VideoCall, office_id: int, town: Town, at: datetime) -> None:
    """The resident stays where they are, and so does the clerk, until a colleague takes the call over."""
    require(may_lead(by, call))
    require(may_move(Stage(call.stage), "offer"))
    if office_id != call.office_id:
        require(may_ask_at(office_id, town, at))
    before = call.office_id
    VideoCall.objects.change(call, stage=MOVES[Stage.TAKEN]["offer"].value, office_id=office_id)
    who = in_the_name_of(before)
    record("video.offered", subject=call.ref, by=who, at=at, office=before, to=office_id)


@transaction.atomic
def keep_call(*, by: Acting, call: VideoCall, at: datetime) -> None:
    """Nobody has taken it over, and its clerk goes on with it after all, at their own centre."""
    require(may_lead(by, call))
    require(may_move(Stage(call.stage), "keep"))
    VideoCall.objects.change(call, stage=MOVES[Stage.OFFERED]["keep"].value, office_id=by.office_id)
    who = in_the_name_of(by.office_id)
    record("video.kept", subject=call.ref, by=who, at=at, office=by.office_id)
