"""Where a case stands, said on the telephone to whoever has its receipt: state and date, not a word of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from yimen.cases.policies import may_know
from yimen.cases.queries import UNKNOWN, Case, case_by_receipt
from yimen.cases.rules import TURN, State, Turn
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop, require
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look
from yimen.privacy.rules import STANDING

NOT_HERE = gettext_noop(
    "Nothing can be said here about this receipt. Please check it letter by letter; if it is right, its own page and"
    " every other centre say how the case stands."
)


@dataclass(frozen=True)
class Standing:
    """What may be said of a case to whoever has its receipt."""

    state: State
    turn: Turn
    language: str
    office_id: int
    due_on: date | None


def standing_of(case: Case) -> Standing:
    """State, turn, date and who has it."""
    state = State(case.state)
    return Standing(state, TURN[state], case.language, case.office_id, case.due_on)


def standing_told(acting: Acting, typed: str, *, at: datetime) -> Standing:
    """By a clerk to whoever calls with this receipt; the look is written down. Wrong receipts are counted per post.

    Of a case that is about the clerk's own office nothing is said there, not even that it exists: a receipt that nobody
    has gets the same answer.
    """
    try:
        case = case_by_receipt(typed, address=acting.ref, at=at, for_helpers=True)
    except Refused as refused:
        if refused.verdict.reason == UNKNOWN:
            raise Refused(NOT_HERE) from refused
        raise
    require(YES if may_know(acting, case) else Verdict(NOT_HERE))
    with transaction.atomic():
        note_look(subject=case.ref, acting=acting, purpose=STANDING, at=at)
    return standing_of(case)
