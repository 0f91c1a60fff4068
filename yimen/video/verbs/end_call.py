"""A call is over."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.meetings.steps import end
from yimen.people.rules import Acting
from yimen.video.models import VideoCall
from yimen.video.policies import may_lead
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def end_call(*, by: Acting, call: VideoCall, at: datetime) -> None:
    """By the clerk who leads it, for everybody: all links end, and what was typed or shown is gone at once."""
    require(may_lead(by, call))
    end(call.meeting, at=at)
    who = in_the_name_of(call.office_id)
    record("video.ended", subject=call.ref, by=who, at=at, office=call.office_id)
