"""What is kept of calls and why: a number until it was called, a call for a day, figures of the centre."""

from datetime import datetime

from yimen.calls.models import Wish
from yimen.calls.ringing import forget_rings
from yimen.calls.rules import WISH_KEPT, WISH_WAITS, Call
from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_CONSENT = "the resident's own wish (PIPL art. 13, 1)"
_DESK = "the clerks of the desk that calls"
_WISH = Field("to call back who asked for it", _CONSENT, _DESK, "thirty days after it is over, at most ninety days")
_SEALED = Field(
    "to call back who asked for it",
    _CONSENT,
    "the clerk who calls, after the look is noted",
    "until the call-back is over, at most sixty days; then it is overwritten",
)
_RING = Field(
    "to start the clock of the call at the desk; there is no number in it",
    "about no person",
    "the clerk at that telephone",
    "a day",
)
_MONTH = Field(
    "to know how many calls a centre takes and how long, and to staff it",
    "about no person and no case",
    "the staff of the centre",
    "as long as figures are of use",
)
INVENTORY: Inventory = {
    "calls.Wish": {
        **alike("id version desk language since_at tries state over_at", _WISH),
        **alike("phone about", _SEALED),
    },
    "calls.Attempt": alike("id wish at by outcome", _WISH),
    "calls.Ring": alike("id call_hash line rang_at answered_at ended_at", _RING),
    "calls.CallMonth": alike("id office month calls minutes", _MONTH),
}


def forget_wishes(at: datetime) -> int:
    """Numbers that nobody called within sixty days; and what is over for thirty."""
    late = Wish.objects.filter(state=Call.WAITING.value, since_at__lt=at - WISH_WAITS)
    given_up = late.update(state=Call.PASSED.value, phone="", about="", over_at=at)
    return given_up + Wish.objects.filter(over_at__lt=at - WISH_KEPT).delete()[0]


RULES: list[Rule] = [
    Rule(
        "calls.wishes",
        "A number to call back is overwritten when the call-back is over, after sixty days at the latest;"
        " thirty days later nothing of it is left.",
        forget_wishes,
    ),
    Rule("calls.rings", "What the telephone exchange told of a call is deleted after a day.", forget_rings),
]
