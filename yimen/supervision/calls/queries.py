"""The list of those to be called, and how many of them were asked, reached and answered."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet

from yimen.calls.rules import REACHED, Call
from yimen.cases.queries import open_to
from yimen.kernel.text import number_in
from yimen.people.rules import Acting, Role
from yimen.supervision.models import CallBack

PAGE = 20
COUNTED_DAYS = 90


@dataclass(frozen=True)
class Reach:
    """Of how many we know what: never a rate without what it is of."""

    asked: int  # all that were to be called and are over
    reached: int
    answered: int


def calls_of(acting: Acting) -> QuerySet[CallBack]:
    """The call-backs that this post's desk has still to make."""
    if acting.role is not Role.CLERK:
        return CallBack.objects.none()
    return CallBack.objects.filter(open_to(acting, case="case_id"), desk_id=acting.office_id, state=Call.WAITING)


def call_list(acting: Acting, after: str = "") -> tuple[list[CallBack], str]:
    """One page of them, the oldest first, and the key of the next."""
    rows = calls_of(acting).order_by("id")
    if key := number_in(after):
        rows = rows.filter(pk__gt=key)
    found = list(rows[: PAGE + 1])
    return found[:PAGE], str(found[PAGE - 1].pk) if len(found) > PAGE else ""


def call_of(acting: Acting, pk: int) -> CallBack | None:
    """One of them, if it is on this post's list."""
    return calls_of(acting).filter(pk=pk).first()


def reach_of(acting: Acting, today: date) -> Reach:
    """What came of the desk's call-backs of the last ninety days; those that residents made needless are left out."""
    since = today - timedelta(days=COUNTED_DAYS)
    rows = CallBack.objects.filter(desk_id=acting.office_id, since_on__gte=since).order_by()
    by_state = dict(rows.values_list("state").annotate(calls=Count("id")))
    over = {state: by_state.get(state, 0) for state in (Call.ANSWERED, Call.REFUSED, Call.NOT_REACHED)}
    return Reach(sum(over.values()), sum(over[state] for state in REACHED), over[Call.ANSWERED])
