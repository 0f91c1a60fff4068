"""When somebody may be called back, and how often; what a telephone exchange tells. Pure: no Django, no clock."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop

MOST_TRIES = 3


class Call(StrEnum):
    """What has become of a call-back, whatever it is about."""

    WAITING = "waiting"
    ANSWERED = "answered"  # they were reached, and what was to be said is said
    NOT_REACHED = "not_reached"  # tried three times
    REFUSED = "refused"  # does not want to be called
    PASSED = "passed"  # something else made it needless


REACHED = frozenset({Call.ANSWERED, Call.REFUSED})
#: What came of one try, and what each is called at the desk.
OUTCOMES = {
    Call.ANSWERED: gettext_noop("Reached"),
    Call.NOT_REACHED: gettext_noop("Not reached"),
    Call.REFUSED: gettext_noop("Does not want to be called"),
}
NOT_NOW = gettext_noop("Residents are called on working days in the hours of the desk only.")
NOT_WAITING = gettext_noop("This call-back is over: the resident has answered, or was tried three times.")
NOT_YOUR_CALL = gettext_noop("A clerk of the service desk that has this call-back calls.")
NO_NUMBER = gettext_noop("Please write down the number to call back.")
NO_TRY = gettext_noop("Please say what came of the call.")

WISH_KEPT = timedelta(days=30)  # after it is over; the number goes at once
WISH_WAITS = timedelta(days=60)  # nobody waits longer for a call, and nobody kept the number for it
RING_KEPT = timedelta(days=1)
LONGEST_CALL = timedelta(hours=4)  # a clock that was forgotten says nothing about a call
LONGEST_ABOUT = 1_000


def may_call(*, is_open: bool, state: Call) -> Verdict:
    """Never on a rest day nor outside the desk's hours; never again when it is over."""
    if state is not Call.WAITING:
        return Verdict(NOT_WAITING)
    return YES if is_open else Verdict(NOT_NOW)


def after_try(tries: int) -> Call:
    """What becomes of it when nobody answered so many times."""
    return Call.NOT_REACHED if tries >= MOST_TRIES else Call.WAITING


def minutes_of(took: timedelta) -> int:
    """A call in whole minutes, one at least; of a clock that nobody stopped, nothing."""
    seconds = took.total_seconds()
    return 0 if seconds < 0 or took > LONGEST_CALL else max(1, round(seconds / 60))


class Event(StrEnum):
    """What a telephone exchange tells of a call."""

    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"
    RECORDING = "recording"  # somebody has spoken a message


@dataclass(frozen=True)
class Heard:
    """One event, as any exchange's adapter hands it on. There is no place in it for the number of whoever calls."""

    event: Event
    call: str  # the exchange's own name of the call; kept as a keyed hash for a day
    line: str = ""  # the telephone at the desk that rings: an extension of the office
