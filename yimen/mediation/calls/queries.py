"""Reading the calls of sessions. There is no list of them: who leads one or belongs to one finds it by its session."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import Q

from yimen.kernel.clock import day_of
from yimen.kernel.seal import derived_key
from yimen.mediation.calls.rules import is_session, may_call, part_beside, part_of, side_in
from yimen.mediation.models import Companion, Sitting, SittingCall
from yimen.mediation.policies import may
from yimen.mediation.queries.reading import Meeting
from yimen.mediation.rooms.inside import MediatorIn, SideIn, WithCode
from yimen.mediation.sittings.rules import Form
from yimen.meetings.exchanging import SeatFacts, is_due, seat_by
from yimen.meetings.keys import key_from
from yimen.meetings.rules import PRESENT
from yimen.meetings.rules import Sitting as Sits
from yimen.meetings.wire import Asked
from yimen.people.seats import holders_of

CallFacts = SittingCall
SessionFacts = Sitting
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Sat:
    """One seat of a call, as its mediator sees it."""

    id: int
    number: int
    part: str
    state: str
    is_host: bool
    is_held: bool
    moves: int
    is_present: bool


def is_open(call: SittingCall, at: datetime) -> bool:
    """Is it not over?"""
    return call.meeting.ended_at is None and call.meeting.until > at


def running_calls(mediation_id: int, at: datetime) -> list[SittingCall]:
    """Those of this mediation that are going on; one statement."""
    rows = SittingCall.objects.select_related("meeting").filter(sitting__mediation_id=mediation_id)
    return list(rows.filter(meeting__ended_at=None, meeting__until__gt=at))


def running_call(sitting: Sitting, at: datetime) -> SittingCall | None:
    """The call of this session, while it goes on; one statement."""
    found = SittingCall.objects.select_related("meeting").filter(sitting=sitting).first()
    return found if found and is_open(found, at) else None


def joinable(me: WithCode, meetings: list[Meeting], at: datetime) -> set[int]:
    """The sessions that this reader can join by video now.

    A statement only where one takes longer than planned.
    """
    if not may(me, "call"):
        return set()
    rows = [one.sitting for one in meetings if one.sitting.form != Form.IN_PERSON]
    now = {row.pk for row in rows if may_call(row.form, row.state, row.begins_at, row.minutes, at)}
    late = any(row.pk not in now and timedelta() < at - row.begins_at < A_DAY for row in rows)
    mine = {row.pk for row in rows}
    return now | ({call.sitting_id for call in running_calls(me.mediation.pk, at)} & mine if late else set())


def host_key(call: SittingCall, me: MediatorIn) -> str:
    """The link of the mediator's own seat: it follows from the meeting and the person, as that of a clerk does."""
    return _key(f"{call.meeting_id}:host:{me.acting.staff_id}")


def own_key(call: SittingCall, ref: str) -> str:
    """The link of the seat of a side, or of whoever comes with it; only the page behind their code is given it."""
    return _key(f"{call.meeting_id}:{ref}")


def own_part(me: WithCode) -> str:
    """What their seat is called."""
    companion = me.through if isinstance(me, SideIn) else me.companion
    return part_beside(companion.pk, companion.role) if companion else part_of(me.side.number)


def is_asked(me: WithCode, sitting: Sitting) -> bool:
    """Are they asked to this session? To one with a side alone: that side, and who reads what it says alone."""
    is_own = sitting.alone == me.side.number and me.own in me.ring.rooms
    return sitting.mediation_id == me.mediation.pk and (sitting.alone == 0 or is_own)


def _key(words: str) -> str:
    return key_from(hmac.digest(derived_key("mediation-call"), words.encode(), sha256).hex())


def own_seat(me: WithCode, sitting: Sitting, at: datetime) -> tuple[str, SeatFacts] | None:
    """Their own link and seat in the call of this session, if they have joined; two statements."""
    call = running_call(sitting, at)
    seat = seat_by(key := own_key(call, me.ref), at) if call else None
    return (key, seat) if seat else None


def seats_in(call: SittingCall, at: datetime) -> list[Sat]:
    """Everybody with a link into this call who is there or may still come; one statement."""
    rows = call.meeting.seats.exclude(state=Sits.OUT).exclude(Q(is_host=True) & Q(state=Sits.LEFT)).order_by("number")
    since = at - PRESENT
    return [
        Sat(s.pk, s.number, s.part, s.state, s.is_host, s.is_held, s.moves, s.seen_at is not None and s.seen_at > since)
        for s in rows
    ]


def seat_in(call: SittingCall, pk: int) -> SeatFacts | None:
    """A seat of this call."""
    found: SeatFacts | None = call.meeting.seats.select_related("meeting").filter(pk=pk).first()
    return found


def seats_beside(call: SittingCall, seat: SeatFacts) -> list[SeatFacts]:
    """Those in the call who came with the side whose seat this is, by codes of their own."""
    mediation, side = call.sitting.mediation_id, side_in(seat.part)
    rows = Companion.objects.filter(side__mediation_id=mediation, side__number=side).values_list("pk", "role")
    parts = [part_beside(pk, role) for pk, role in rows] if side else []
    found = call.meeting.seats.select_related("meeting").filter(part__in=parts, state=Sits.IN).order_by("number")
    return list(found) if parts else []


def is_led_by_nobody(seat: SeatFacts, asked: Asked, at: datetime) -> bool:
    """Is the host of this session not its mediator any more? Looked at when they want something, and now and then."""
    wants = asked.comes or asked.wants_servers or asked.signals or asked.lines
    if not (is_session(seat.meeting.subject) and seat.is_host and (wants or is_due(seat, at))):
        return False
    rows = SittingCall.objects.filter(meeting_id=seat.meeting_id)
    found = rows.values_list("sitting__mediation__mediator_id", "sitting__mediation__mediator_post_id").first()
    if found is None or None in found:
        return True
    staff, post = found
    holder = holders_of([post], day_of(at)).get(post)
    return holder is None or holder.staff_id != staff
