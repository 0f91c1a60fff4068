"""The clock of the call at this desk. It stands in the session of the clerk's browser until the call is over."""

from dataclasses import dataclass
from datetime import datetime

from yimen.calls.figures import count_call
from yimen.calls.ringing import LONGEST_LINE, Ring, ring_at
from yimen.calls.rules import minutes_of
from yimen.desk.acting import AtDesk

#: In the session: when the call began that a key started; the desk's own telephone; the last call that is over.
BEGAN, LINE, OVER = "call_began", "call_line", "call_over"


@dataclass(frozen=True)
class CallClock:
    """When the call began and ended, as far as anybody has said so."""

    line: str = ""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    is_ringing: bool = False
    ring: int = 0

    @property
    def runs(self) -> bool:
        """Is somebody on the telephone now?"""
        return self.began_at is not None and self.ended_at is None


def clock_of(request: AtDesk) -> CallClock:
    """A clock that was started by a key, else that of the call which the exchange tells of at this telephone."""
    line = str(request.session.get(LINE, ""))
    ring = ring_at(line, request.at)
    if ring and ring.pk == request.session.get(OVER):
        ring = None
    if began := request.session.get(BEGAN):
        ended = ring.ended_at if ring else None
        return CallClock(line, datetime.fromisoformat(began), ended, ring=ring.pk if ring else 0)
    return CallClock(line) if ring is None else _told(line, ring)


def _told(line: str, ring: Ring) -> CallClock:
    is_ringing = ring.answered_at is None and ring.ended_at is None
    return CallClock(line, ring.answered_at, ring.ended_at, is_ringing, ring.pk)


def begin(request: AtDesk) -> None:
    """By a key, where no exchange tells it. A clock that runs goes on."""
    request.session.setdefault(BEGAN, request.at.isoformat())


def sit_at(request: AtDesk, line: str) -> None:
    """This is the desk's own telephone; nothing is asked about whoever calls it."""
    request.session[LINE] = line.strip()[:LONGEST_LINE]


def over(request: AtDesk) -> int:
    """The call is over: its minutes go into the figure of the centre, and the clock stands at nothing."""
    clock = clock_of(request)
    request.session.pop(BEGAN, None)
    if clock.ring:
        request.session[OVER] = clock.ring
    if clock.began_at is None:
        return 0
    return count_call(by=request.acting, began_at=clock.began_at, ended_at=clock.ended_at or request.at)


def so_far(clock: CallClock, at: datetime) -> int:
    """Minutes of the call until now, or until it ended."""
    return minutes_of((clock.ended_at or at) - clock.began_at) if clock.began_at else 0
