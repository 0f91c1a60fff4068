"""What the clock ends: invitations without an answer, and mediations whose last day is over."""

from datetime import datetime

from django.db.models import Q

from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation.models import Mediation
from yimen.mediation.rules import ANSWER_WITHIN, MOVES, State
from yimen.mediation.verbs.clock.end_late import end_late_mediation
from yimen.people.rules import Clock

MOST_AT_ONCE = 500


def end_late(at: datetime) -> int:
    """Each by itself; one that somebody is just changing is left for tomorrow. Says how many ended."""
    on = day_of(at)
    unanswered = Q(state=State.INVITING, invited_on__lt=on - ANSWER_WITHIN)
    ending = [state for state in State if "end_late" in MOVES[state]]
    over = Q(state__in=ending, due_on__lt=on)
    rows = Mediation.objects.filter(unanswered | over, ended_at=None).select_related("case").order_by("id")
    return sum(_ended(row, at) for row in rows[:MOST_AT_ONCE])


def _ended(mediation: Mediation, at: datetime) -> bool:
    try:
        end_late_mediation(by=Clock(), mediation=mediation, at=at)
    except Refused:
        return False
    return True
