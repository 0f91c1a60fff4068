"""When a resident may be called, and how often. Pure: no Django, no clock."""

from datetime import timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop

CALL_AFTER = timedelta(days=7)  # after the answer that nobody has rated; a proposal
CALL_UNTIL = timedelta(days=28)  # then the case is about to close
MOST_TRIES = 3


class Call(StrEnum):
    """What has become of a call-back."""

    WAITING = "waiting"
    ANSWERED = "answered"  # the resident said what they think, and it is written down
    NOT_REACHED = "not_reached"  # tried three times
    REFUSED = "refused"  # asked not to be called
    PASSED = "passed"  # the resident rated it themselves, or it was opened again or closed


REACHED = frozenset({Call.ANSWERED, Call.REFUSED})
NOT_NOW = gettext_noop("Residents are called on working days in the hours of the desk only.")
NOT_WAITING = gettext_noop("This call-back is over: the resident has answered, or was tried three times.")
NOT_YOUR_CALL = gettext_noop("A clerk of the service desk that has this call-back calls.")


def may_call(*, is_open: bool, state: Call) -> Verdict:
    """Never on a rest day nor outside the desk's hours; never again when it is over."""
    if state is not Call.WAITING:
        return Verdict(NOT_WAITING)
    return YES if is_open else Verdict(NOT_NOW)


def after_try(tries: int) -> Call:
    """What becomes of it when nobody answered so many times."""
    return Call.NOT_REACHED if tries >= MOST_TRIES else Call.WAITING
