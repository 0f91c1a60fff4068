"""What is under way before a committee, as its head reads it: covers, and no key."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from yimen.mediation.models import Committee, Mediation
from yimen.mediation.queries.mediators import headed_by
from yimen.mediation.rules import State
from yimen.people.rules import Acting

PAGE = 50


@dataclass(frozen=True)
class Overview:
    """How many stand where, how many are past their last day, and a page of their covers, the oldest first."""

    committee: Committee
    states: list[tuple[State, int]]
    late: int
    rows: list[Mediation]
    next: int | None  # the page after this one begins after this mediation


def overview_of(acting: Acting, code: str, on: date, *, after: int = 0) -> Overview | None:
    """For a committee that this post heads; four statements. Only what has not ended: it does not grow with years."""
    committee = Committee.objects.filter(code=code, pk__in=headed_by(acting, on)).first()
    if committee is None:
        return None
    running = Mediation.objects.filter(committee=committee, state__in=[one for one in State if one is not State.ENDED])
    counted = (
        running.order_by()
        .values_list("state")
        .annotate(number=Count("id"), late=Count("id", filter=Q(due_on__lt=on) & ~Q(state=State.AGREED)))
    )
    by_state = {State(state): (number, late) for state, number, late in counted}
    rows = list(running.filter(pk__gt=after).select_related("committee").order_by("id")[: PAGE + 1])
    return Overview(
        committee,
        [(state, by_state[state][0]) for state in State if state in by_state],
        sum(late for _number, late in by_state.values()),
        rows[:PAGE],
        rows[PAGE - 1].pk if len(rows) > PAGE else None,
    )


def headed(acting: Acting, on: date) -> list[Committee]:
    """The committees that this post heads; two statements."""
    return list(Committee.objects.filter(pk__in=headed_by(acting, on)).order_by("id"))
