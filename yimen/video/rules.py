"""How a call by video goes on at a centre. Pure: no Django, no clock."""

from datetime import timedelta
from enum import StrEnum

from yimen.cases.needs.rules import Need
from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Stage(StrEnum):
    """Where a call stands; when it is over, its meeting says so."""

    WAITING = "waiting"  # for a clerk
    TAKEN = "taken"
    OFFERED = "offered"  # its clerk hands it over; the resident stays with them until a colleague takes it


#: What may happen to a call, and where it stands then.
MOVES: dict[Stage, dict[str, Stage]] = {
    Stage.WAITING: {"take": Stage.TAKEN},
    Stage.TAKEN: {"offer": Stage.OFFERED, "take_over": Stage.TAKEN},
    Stage.OFFERED: {"take_over": Stage.TAKEN, "keep": Stage.TAKEN},
}
RESIDENT, CLERK = "resident", "clerk"
INTERPRETER, COMPANION, COLLEAGUE = "interpreter", "companion", "colleague"
#: Who may be asked into a call by a link: an interpreter, somebody whom the resident wants beside them, a colleague.
GUESTS = (INTERPRETER, COMPANION, COLLEAGUE)
CAPTIONS, SLOWLY = "captions", "slowly"
#: What would make a call easier, beside what any talk may need (cases.needs). Said or not; forgotten overnight.
NEEDS = (Need.INTERPRETER.value, Need.SIGN.value, CAPTIONS, SLOWLY)
LONGEST_WAIT = timedelta(hours=4)  # longer than any half day of a centre
INVITED_FOR = timedelta(hours=24)  # a link that a clerk gives a resident opens the waiting room so long
GUEST_FOR = timedelta(hours=2)  # and one for an interpreter
AWAY = timedelta(seconds=60)  # a clerk's browser that has said nothing for so long has lost its call
MOST_ASKED = 12  # calls an hour from one connection

NOT_NOW = gettext_noop("This call has just been taken by somebody, or is over. Please look again.")
CLERK_IS_THERE = gettext_noop("A colleague is in this call and has not handed it over.")
NOT_YOURS = gettext_noop("Only the clerk who leads this call may do this.")
TOO_MANY = gettext_noop("Very many calls were asked for from your connection. Please call us or come to the centre.")
CLOSED = gettext_noop("Nobody can take your call at this hour.")


def may_move(stage: Stage, verb: str) -> Verdict:
    """May this happen to a call that stands there?"""
    return YES if verb in MOVES[stage] else Verdict(NOT_NOW)


def may_ask(asked_from_here: int) -> Verdict:
    """May one more call be asked for from this connection, after so many in this hour?"""
    return YES if asked_from_here < MOST_ASKED else Verdict(TOO_MANY)


def may_take_over(stage: Stage, silent: timedelta | None) -> Verdict:
    """May a colleague take it over? When it was offered, or when its clerk's browser has been silent for a minute."""
    if stage is Stage.OFFERED or (stage is Stage.TAKEN and (silent is None or silent >= AWAY)):
        return YES
    return Verdict(CLERK_IS_THERE if stage is Stage.TAKEN else NOT_NOW)
