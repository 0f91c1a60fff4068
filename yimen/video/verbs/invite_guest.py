"""The clerk asks somebody into a call by a link."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused, require
from yimen.meetings.keys import key_from
from yimen.meetings.steps import Place, give_seat
from yimen.people.rules import Acting
from yimen.video.models import VideoCall
from yimen.video.policies import may_lead
from yimen.video.rules import GUEST_FOR, GUESTS, NOT_NOW
from yimen.visits.standing import in_the_name_of


@transaction.atomic
def invite_guest(*, by: Acting, call: VideoCall, part: str, at: datetime) -> str:
    """An interpreter, somebody the resident wants beside them, a colleague: gives the key of their link, shown once."""
    require(may_lead(by, call))
    if part not in GUESTS:
        raise Refused(NOT_NOW)
    key = key_from(new_nonce())
    give_seat(call.meeting, Place(part, key, at + GUEST_FOR), at=at)
    who = in_the_name_of(call.office_id)
    record("video.guest_invited", subject=call.ref, by=who, at=at, office=call.office_id, part=part)
    return key
