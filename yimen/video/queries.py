"""Reading calls: who waits at a centre, whose call it is, and how many are before somebody."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import F, FilteredRelation, Q, QuerySet

from yimen.cases.queries import is_visible
from yimen.kernel.clock import day_of
from yimen.kernel.seal import derived_key
from yimen.meetings.exchanging import SeatFacts, is_due
from yimen.meetings.keys import key_from
from yimen.meetings.rules import GONE, PRESENT, Sitting
from yimen.meetings.wire import Asked
from yimen.people.rules import Acting
from yimen.people.seats import is_held
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.rules import RESIDENT, Stage, may_take_over

ON_A_PAGE = 40
CallFacts = VideoCall


@dataclass(frozen=True)
class Listed:
    """A call as the desk's list shows it."""

    id: int
    stage: Stage
    language: str
    since: datetime
    needs: list[str]  # codes
    has_receipt: bool
    is_present: bool
    is_mine: bool
    may_take_over: bool
    version: int


@dataclass(frozen=True)
class Sat:
    """One seat of a call, as its clerk sees it."""

    id: int
    number: int
    part: str
    state: str
    is_host: bool
    moves: int
    is_present: bool


def open_calls() -> QuerySet[VideoCall]:
    """Those that are not over."""
    return VideoCall.objects.filter(meeting__ended_at=None)


def call_in(acting: Acting, pk: int) -> VideoCall | None:
    """A call at this post's own centre, or its own call that it hands over to another one, while it is not over."""
    mine = Q(office_id=acting.office_id) | Q(post_id=acting.post_id)
    found: VideoCall | None = open_calls().select_related("meeting").filter(mine, pk=pk).first()
    return found


def call_of_meeting(meeting_id: int) -> VideoCall | None:
    """The call that takes place in this meeting."""
    found: VideoCall | None = VideoCall.objects.filter(meeting_id=meeting_id).first()
    return found


def is_led_by_nobody(seat: SeatFacts, asked: Asked, at: datetime) -> bool:
    """Has the clerk whose seat this is left their post? Looked at when they want something, and every ten seconds."""
    wants = asked.comes or asked.wants_servers or asked.signals or asked.lines
    if not seat.is_host or not (wants or is_due(seat, at)):
        return False
    call = call_of_meeting(seat.meeting_id)
    return call is not None and not (call.post_id and is_held(call.post_id, day_of(at)))


def _lined_up(office_id: int, at: datetime) -> QuerySet[VideoCall]:
    """Those that wait for a clerk, and whose browser was there within ten minutes."""
    resident = FilteredRelation("meeting__seats", condition=Q(meeting__seats__part=RESIDENT))
    rows = open_calls().filter(office_id=office_id, stage=Stage.WAITING, meeting__until__gt=at).annotate(them=resident)
    return rows.filter(them__state=Sitting.WAITING, them__seen_at__gt=at - GONE)


def before(call: VideoCall, at: datetime) -> int:
    """How many are before this one; one statement."""
    return _lined_up(call.office_id, at).filter(pk__lt=call.pk).count()


def waiting_at(office_id: int, at: datetime) -> int:
    """How many wait at this centre; one statement."""
    return _lined_up(office_id, at).count()


def rows_lined_up(acting: Acting) -> QuerySet[VideoCall]:
    """What a clerk of this centre should look at: who waits, and what colleagues hand over. To be counted."""
    waits = Q(stage=Stage.OFFERED) | Q(stage=Stage.WAITING, meeting__seats__state=Sitting.WAITING)
    rows = open_calls().filter(waits, office_id=acting.office_id, meeting__seats__part=RESIDENT)
    return rows.exclude(post_id=acting.post_id)


def listed_in(acting: Acting, at: datetime) -> list[Listed]:
    """What a clerk's list shows, in the order in which they came; one statement."""
    rows = (
        open_calls()
        .filter(office_id=acting.office_id, meeting__until__gt=at)
        .annotate(
            them=FilteredRelation("meeting__seats", condition=Q(meeting__seats__part=RESIDENT)),
            us=FilteredRelation(
                "meeting__seats", condition=Q(meeting__seats__is_host=True, meeting__seats__state=Sitting.IN)
            ),
            seen_at=F("them__seen_at"),
            sits=F("them__state"),
            host_seen_at=F("us__seen_at"),
        )
        .order_by("pk")[:ON_A_PAGE]
    )
    return [_listed(row, acting, at) for row in rows if row.stage != Stage.WAITING or _waits(row, at)]


def _waits(row: VideoCall, at: datetime) -> bool:
    seen = row.seen_at  # type: ignore[attr-defined]
    return row.sits == Sitting.WAITING and seen is not None and seen > at - GONE  # type: ignore[attr-defined]


def _listed(row: VideoCall, acting: Acting, at: datetime) -> Listed:
    stage, seen, host = Stage(row.stage), row.seen_at, row.host_seen_at  # type: ignore[attr-defined]
    is_mine = row.post_id == acting.post_id
    return Listed(
        id=row.pk, stage=stage, language=row.language, since=row.asked_at,
        needs=row.needs.split(),
        has_receipt=row.case_id is not None, is_present=is_there(seen, at), is_mine=is_mine,
        may_take_over=not is_mine and bool(may_take_over(stage, silence(host, at))), version=row.version,
    )  # fmt: skip


def is_there(seen_at: datetime | None, at: datetime) -> bool:
    """Has this browser asked just now?"""
    return seen_at is not None and seen_at > at - PRESENT


def silence(seen_at: datetime | None, at: datetime) -> timedelta | None:
    """How long a browser has been silent; none if it never was there."""
    return at - seen_at if seen_at else None


def seats_in(call: VideoCall, at: datetime) -> list[Sat]:
    """Everybody with a link into this call who is there or may still come; one statement."""
    rows = call.meeting.seats.exclude(state=Sitting.OUT).order_by("number")
    return [
        Sat(s.pk, s.number, s.part, s.state, s.is_host, s.moves, is_there(s.seen_at, at))
        for s in rows
        if not (s.is_host and s.state == Sitting.LEFT)
    ]


def host_key(call: VideoCall, acting: Acting) -> str:
    """The link of the clerk's own seat. It follows from the call and the post, so that their page may be opened anew.

    Nobody else can know it: it is made with a key of the town's, and the page that holds it asks for sign-in.
    """
    taken = int(call.taken_at.timestamp() * 1000) if call.taken_at else 0
    words = f"{call.pk}:{acting.post_id}:{taken}"
    return key_from(hmac.digest(derived_key("call-host"), words.encode(), sha256).hex())


def case_open_to(call: VideoCall, acting: Acting, town: Town) -> int | None:
    """The case whose receipt was given, if this post may open it; opening it is a look like any other."""
    return call.case_id if call.case_id and is_visible(acting, call.case_id, town) else None


def seat_in(call: VideoCall, pk: int) -> SeatFacts | None:
    """A seat of this call."""
    found: SeatFacts | None = call.meeting.seats.select_related("meeting").filter(pk=pk).first()
    return found


def resident_of(call: VideoCall) -> SeatFacts | None:
    """The seat of whoever asked for it."""
    found: SeatFacts | None = call.meeting.seats.select_related("meeting").filter(part=RESIDENT).first()
    return found


def host_of(call: VideoCall) -> SeatFacts | None:
    """The seat of the clerk who leads it."""
    found: SeatFacts | None = (
        call.meeting.seats.select_related("meeting").filter(is_host=True, state=Sitting.IN).first()
    )
    return found
