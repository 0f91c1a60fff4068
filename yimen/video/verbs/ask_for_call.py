"""Somebody asks for a call by video at a centre."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.cases.queries import Case
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.meetings.keys import key_from
from yimen.meetings.steps import Place, give_seat, open_meeting
from yimen.people.rules import Resident
from yimen.privacy.sendings import count_sent, sent_from
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.policies import may_ask_at
from yimen.video.rules import LONGEST_WAIT, NEEDS, RESIDENT, may_ask

CALLS = "video calls"  # what is counted for a connection


@dataclass(frozen=True)
class Wish:
    """What somebody says who asks for a call. No name; everything but the language may be left out."""

    office_id: int
    language: str
    nonce: str  # the form's own secret; the link comes from it
    needs: tuple[str, ...] = ()
    case: Case | None = None  # whose receipt they have given
    address: str = ""  # the connection it comes from


def ask_for_call(*, by: Resident, wish: Wish, town: Town, at: datetime) -> str:
    """They stand in the waiting room of the centre, in the order of coming; gives the key of their link.

    The same form sent twice is one call.
    """
    key = key_from(wish.nonce)
    with suppress(IntegrityError):  # it is there already
        _ask(by, wish, key, town, at)
    return key


@transaction.atomic
def _ask(by: Resident, wish: Wish, key: str, town: Town, at: datetime) -> None:
    require(may_ask_at(wish.office_id, town, at))
    meeting = open_meeting(f"office:{wish.office_id}", until=at + LONGEST_WAIT, at=at)
    give_seat(meeting, Place(RESIDENT, key, meeting.until), at=at)
    if wish.address:
        require(may_ask(sent_from(wish.address, at, CALLS)))
        count_sent(wish.address, at, CALLS)
    call = VideoCall.objects.create(
        meeting=meeting, office_id=wish.office_id, language=wish.language,
        needs=" ".join(code for code in NEEDS if code in wish.needs), case=wish.case, asked_at=at,
    )  # fmt: skip
    record("video.asked", subject=call.ref, by=by.ref, at=at, office=wish.office_id)
