"""One step in the life of a case: the new state, whose turn it is, and the day it is due."""

from collections.abc import Sequence
from datetime import datetime

from yimen.cases.models import Case
from yimen.cases.rules import CONTACTS_KEPT, MOVES, OPEN, TURN, State, Turn
from yimen.deadlines.terms import Term, first_due


def move(case: Case, verb: str, *, terms: Sequence[Term] = (), at: datetime, **fields: object) -> None:
    """Write the step that this verb makes, unless somebody was quicker. ``terms`` are those that run from now on."""
    state = MOVES[State(case.state)][verb]
    turn = TURN[state]
    if turn is not Turn.SUPERIOR:
        fields["turn_office_id"] = fields.get("office_id", case.office_id) if turn is Turn.OFFICE else None
    if state in OPEN:
        due_on, provisional = first_due(terms) if terms else (case.due_on, case.due_is_provisional)
        fields |= {"fades_at": None, "ended_at": None, "due_on": due_on, "due_is_provisional": provisional}
    else:
        ended_at = at if case.ended_at is None or state is State.CLOSED else case.ended_at
        fields |= {
            "fades_at": ended_at + CONTACTS_KEPT,
            "ended_at": ended_at,
            "due_on": None,
            "due_is_provisional": False,
        }
    Case.objects.change(case, state=state.value, **fields)
