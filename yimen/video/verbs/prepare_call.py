"""A clerk gives somebody a link for a call."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import require
from yimen.meetings.keys import key_from
from yimen.meetings.steps import Place, give_seat, open_meeting
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.policies import may_take
from yimen.video.rules import INVITED_FOR, RESIDENT
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def prepare_call(*, by: Acting, language: str, town: Town, at: datetime) -> str:
    """Whoever opens the link within a day stands in the waiting room; gives its key, which is shown once."""
    require(may_take(by, by.office_id, town))
    meeting = open_meeting(f"office:{by.office_id}", until=at + INVITED_FOR, at=at)
    key = key_from(new_nonce())
    give_seat(meeting, Place(RESIDENT, key, meeting.until), at=at)
    call = VideoCall.objects.create(meeting=meeting, office_id=by.office_id, language=language, asked_at=at)
    who = in_the_name_of(by.office_id)
    record("video.prepared", subject=call.ref, by=who, at=at, office=by.office_id)
    return key
