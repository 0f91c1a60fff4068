"""Opening a meeting, giving seats, letting in, ending: what the verbs of whoever calls are made of.

Who may do it is theirs to say, and so is the journal: the desk's calls are in ``yimen/video``. Each function is called
in their transaction. Nobody gets into a meeting but by :func:`let_in`, except its host.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from yimen.kernel.verdict import Refused, require
from yimen.meetings.keys import browser_hash, hash_of
from yimen.meetings.models import Line, Meeting, Seat, Signal, Slide
from yimen.meetings.rules import LONGEST_CALL, MOST_SEATS, MOVES, OVER, TOO_MANY_LINKS, Sitting, may_enter, may_move


@dataclass(frozen=True)
class Place:
    """A seat to be given: what its holder is called, their link, and until when that opens something."""

    part: str
    key: str
    until: datetime
    is_host: bool = False


def open_meeting(subject: str, *, until: datetime, at: datetime, is_hidden: bool = False) -> Meeting:
    """A new meeting, with nobody in it; over at ``until`` at the latest.

    In a hidden one browsers talk only through the town's own server, where it has one, and so learn no address of
    each other.
    """
    return Meeting.objects.create(subject=subject, opened_at=at, until=until, is_hidden=is_hidden)


def give_seat(meeting: Meeting, place: Place, *, at: datetime) -> Seat:
    """A link into this meeting. Its host is in at once; everybody else waits before the door until they are let in."""
    require_open(meeting)
    changed = Meeting.objects.filter(pk=meeting.pk, seats_given__lt=MOST_SEATS)
    if not changed.update(seats_given=F("seats_given") + 1, mark=F("mark") + 1):
        raise Refused(TOO_MANY_LINKS)
    meeting.refresh_from_db()
    if place.is_host:
        require(may_enter(seated(meeting)))
    return Seat.objects.create(
        meeting=meeting, number=meeting.seats_given, part=place.part, is_host=place.is_host,
        state=Sitting.IN if place.is_host else Sitting.INVITED, key_hash=hash_of(place.key),
        until=min(place.until, meeting.until), since=meeting.mark, seen_at=at if place.is_host else None,
    )  # fmt: skip


def arrive(seat: Seat, *, browser: str, page: str, at: datetime) -> None:
    """The link is opened in a browser.

    In the one that holds the seat, that is only a page loaded again. In another one, its holder waits before the door
    anew, whoever they are, and the first browser is told: so a link that was passed on lets nobody into a call.
    """
    is_new = bytes(seat.browser_hash) != browser_hash(browser)
    fields: dict[str, object] = {"page": page, "seen_at": at}
    if is_new:
        fields["browser_hash"] = browser_hash(browser)
        fields["moves"] = seat.moves + bool(seat.browser_hash)
    if not seat.is_host and (is_new or seat.state != Sitting.IN):
        require(may_move(Sitting(seat.state), "come"))
        fields["state"] = MOVES[Sitting(seat.state)]["come"].value
    Seat.objects.change(seat, **fields)
    tell_all(seat.meeting)


def let_in(seat: Seat, *, at: datetime) -> None:
    """Somebody who waits before the door comes in: from now on they see, hear and read the others."""
    require_open(seat.meeting)
    require(may_move(Sitting(seat.state), "let_in"))
    mark = tell_all(seat.meeting)  # the meeting's row is ours from here on: two who are let in at once are counted
    require(may_enter(seated(seat.meeting)))
    Seat.objects.change(seat, state=Sitting.IN.value, is_held=False, since=mark, seen_at=seat.seen_at or at)


def hold(seat: Seat) -> None:
    """They wait before the door while the others go on: nothing of theirs reaches the others, and nothing them.

    Their link stays theirs. Whatever is typed or shown meanwhile is not theirs to read later either: see ``since``.
    """
    require(may_move(Sitting(seat.state), "hold"))
    Seat.objects.change(seat, state=MOVES[Sitting(seat.state)]["hold"].value, is_held=True)
    theirs = Q(seat=seat) | Q(seat__meeting=seat.meeting_id, sent_by=seat.number)
    Signal.objects.filter(theirs).delete()
    tell_all(seat.meeting)


def leave(seat: Seat) -> None:
    """They go; their link leads before the door again while the meeting is open."""
    _go(seat, "leave")


def turn_away(seat: Seat) -> None:
    """They go for good."""
    _go(seat, "turn_away")


def _go(seat: Seat, verb: str) -> None:
    require(may_move(Sitting(seat.state), verb))
    Seat.objects.change(seat, state=MOVES[Sitting(seat.state)][verb].value)
    Signal.objects.filter(seat=seat).delete()
    tell_all(seat.meeting)


def prolong(meeting: Meeting, *, at: datetime) -> None:
    """The call begins now: it may last as long as calls may."""
    Meeting.objects.filter(pk=meeting.pk).update(until=at + LONGEST_CALL)
    Seat.objects.filter(meeting=meeting).update(until=at + LONGEST_CALL)
    meeting.refresh_from_db()


def end(meeting: Meeting, *, at: datetime) -> None:
    """It is over for everybody, and whatever was typed or shown in it is gone at once."""
    if not Meeting.objects.filter(pk=meeting.pk, ended_at=None).update(ended_at=at, mark=F("mark") + 1):
        raise Refused(OVER)
    forget_words([meeting.pk])
    meeting.refresh_from_db()


def forget_words(meetings: list[int]) -> int:
    """What was said in these meetings."""
    gone = Signal.objects.filter(seat__meeting__in=meetings).delete()[0]
    return gone + sum(table.objects.filter(meeting__in=meetings).delete()[0] for table in (Line, Slide))


def seated(meeting: Meeting) -> int:
    """How many are in."""
    return Seat.objects.filter(meeting=meeting, state=Sitting.IN).count()


def require_open(meeting: Meeting) -> None:
    """Go on only if it is not over."""
    if meeting.ended_at is not None:
        raise Refused(OVER)


def tell_all(meeting: Meeting) -> int:
    """All in the meeting hear of a change the next time they ask; gives the meeting's new mark."""
    Meeting.objects.filter(pk=meeting.pk).update(mark=F("mark") + 1)
    meeting.mark = int(Meeting.objects.filter(pk=meeting.pk).values_list("mark", flat=True).get())
    return meeting.mark
