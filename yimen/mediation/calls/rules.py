"""When a session can be joined by video, and who may be in it. Pure: no Django, no clock."""

from datetime import datetime, timedelta

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.sittings.rules import Form, Planned

EARLY = timedelta(minutes=10)  # so long before a session its call can be opened and joined
OVERRUN = timedelta(hours=1)  # a session may take longer; then its call is over, whoever forgot to end it
GUEST_FOR = timedelta(hours=2)  # a link for an interpreter or a companion
SUBJECT = "session:"  # of a meeting; which session it is, is not said there
MEDIATOR, INTERPRETER, COMPANION, _SIDE, _WITH = "mediator", "interpreter", "companion", "side-", "with-"
_INTERPRETS = f"{INTERPRETER}-"
#: Who may be asked in by a link: an interpreter, or somebody whom a side wants beside it.
GUESTS = (INTERPRETER, COMPANION)

IN_PERSON = gettext_noop("This session is held in person.")
NOT_YET = gettext_noop("The call can be opened ten minutes before the session begins.")
PAST = gettext_noop("The time of this session is over.")
CALLED_OFF = gettext_noop("This session was called off.")
ENDED = gettext_noop("The mediator has ended this call.")
NOT_A_GUEST = gettext_noop("A side is not shown out. It can be asked to wait, or the call ended for all.")


def part_of(side: int) -> str:
    """What the seat of this side is called in a call."""
    return f"{_SIDE}{side}"


def side_in(part: str) -> int:
    """Whose own seat this is: the number of a side, or 0."""
    return int(part.removeprefix(_SIDE)) if part.startswith(_SIDE) else 0


def part_beside(companion: int, role: str) -> str:
    """What the seat of somebody is called who comes with a side by a code of their own; interpreters type captions."""
    return f"{_INTERPRETS if role == INTERPRETER else _WITH}{companion}"


def comes_by_code(part: str) -> bool:
    """Is this the seat of a side, or of whoever comes with it, and not of a guest by a link?"""
    return part.startswith((_SIDE, _WITH, _INTERPRETS))


def is_session(subject: str) -> bool:
    """Is this meeting a session of a mediation?"""
    return subject.startswith(SUBJECT)


def ends_at(begins_at: datetime, minutes: int) -> datetime:
    """When a session should be over."""
    return begins_at + timedelta(minutes=minutes)


def may_call(form: str, state: str, begins_at: datetime, minutes: int, at: datetime) -> Verdict:
    """May its call be opened or joined now: from ten minutes before it begins until it should be over?"""
    if form == Form.IN_PERSON:
        return Verdict(IN_PERSON)
    if state == Planned.CANCELLED:
        return Verdict(CALLED_OFF)
    if at < begins_at - EARLY:
        return Verdict(NOT_YET)
    return YES if at < ends_at(begins_at, minutes) else Verdict(PAST)
