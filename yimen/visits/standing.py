"""One step of a ticket, and the seconds it adds to the figures of its centre."""

from datetime import datetime

from yimen.kernel.verdict import require
from yimen.visits.models import Ticket
from yimen.visits.rules import MOVES, Queued, may_move


def step(ticket: Ticket, verb: str, *, at: datetime, **fields: object) -> None:
    """Write the next state, unless somebody was quicker: one conditional update."""
    state = Queued(ticket.state)
    require(may_move(state, verb))
    if state is Queued.CALLED and ticket.called_at and verb != "call_again":
        fields["served"] = ticket.served + max(0, int((at - ticket.called_at).total_seconds()))
    Ticket.objects.change(ticket, state=MOVES[state][verb].value, **fields)


def in_the_name_of(office_id: int) -> str:
    """Whose act the journal calls it: the centre's. With the post in it, anybody could count how fast a clerk works."""
    return f"office:{office_id}"
