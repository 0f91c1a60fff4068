"""One step in the life of a case: the new state, whose turn it is, and the day it is due."""

from collections.abc import Sequence
from datetime import datetime

from yimen.cases.clocks import of_the_resident
from yimen.cases.models import Case
from yimen.cases.rules import CONTACTS_KEPT, MOVES, OPEN, TURN, WORDS_KEPT, Kept, State, Turn
from yimen.deadlines.terms import FirstDue, Term, first_due

#: With one of these the office has taken its next step on a case that had come back.
NEXT_STEPS = frozenset({"accept", "answer", "ask", "hand_over", "refer", "review", "send_back"})
#: With one of these the head has decided whether there is more time.
ABOUT_TIME = frozenset({"extend", "refuse_time"})


def move(
    case: Case, verb: str, *, terms: Sequence[Term] = (), returned: bool = False, at: datetime, **fields: object
) -> None:
    """Write the step that this verb makes, unless somebody was quicker. ``terms`` are those that run from now on.

    A step that brings a case back to an office that was done with it says ``returned``: it stands in the office's
    list of those until the office has taken its next step.
    """
    state = MOVES[State(case.state)][verb]
    turn = TURN[state]
    is_here = fields.get("office_id", case.office_id) == case.office_id
    is_waiting = turn is Turn.OFFICE and is_here and verb not in NEXT_STEPS
    fields["returned"] = returned or (case.returned and is_waiting)
    fields.setdefault("asks_time", case.asks_time and state in OPEN and is_here and verb not in ABOUT_TIME)
    if turn is not Turn.SUPERIOR:
        fields["turn_office_id"] = fields.get("office_id", case.office_id) if turn is Turn.OFFICE else None
    if state in OPEN:
        running = of_the_resident(terms)
        fields |= {"fades_at": None, "ended_at": None} | (first_due(running)._asdict() if running else {})
    else:
        ended_at = at if case.ended_at is None or state is State.CLOSED else case.ended_at
        fields |= {
            "fades_at": _fades_at(case, ended_at),
            "ended_at": ended_at,
            **FirstDue()._asdict(),
        }
    Case.objects.change(case, state=state.value, **fields)


def _fades_at(case: Case, ended_at: datetime) -> datetime | None:
    """When the next part is forgotten. What has begun to fade goes on from where it is, and nothing goes early."""
    if case.kept == Kept.WHOLE:
        return ended_at + CONTACTS_KEPT
    return case.fades_at or ended_at + max(WORDS_KEPT.values())
