"""The lists a desk works from: cases whose turn is one's own, what is due, all that an office holds."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from yimen.cases.models import Case
from yimen.cases.queries import offices_of, visible_to
from yimen.people.rules import Acting
from yimen.routing.town import Town

PAGE = 20
#: Lists are counted up to here; beyond, the desk shows "99+". No count grows with the table.
COUNTED = 100


class Which(StrEnum):
    """Which list."""

    MINE = "mine"  # my office must act; what is due first comes first
    DUE = "due"  # all open ones, by the day they are due
    ALL = "all"  # everything, newest first


@dataclass(frozen=True)
class Wanted:
    """A list, its filters (codes and ids; empty for any), and the place to go on from."""

    which: Which = Which.MINE
    state: str = ""
    category: int | None = None
    area: int | None = None
    channel: str = ""
    language: str = ""
    kind: str = ""
    after: str = ""  # "2026-10-08.48213": the due day and number of the last one shown


@dataclass(frozen=True)
class Page:
    """Twenty cases, and the key of the next page, empty on the last."""

    cases: list[Case]
    next: str


def worklist(acting: Acting, wanted: Wanted, town: Town) -> Page:
    """One page of a list, in one statement whose work does not grow with the table."""
    cases = _after(_filtered(_of(acting, wanted.which, town), wanted, town), wanted)
    order = ["-id"] if wanted.which is Which.ALL else ["due_on", "id"]
    found = list(cases.order_by(*order).defer("words", "digest", "receipt_hash")[: PAGE + 1])
    more = len(found) > PAGE
    return Page(found[:PAGE], key_of(found[PAGE - 1], wanted.which) if more else "")


def count(acting: Acting, wanted: Wanted, town: Town) -> int:
    """How many stand in this list, at most :data:`COUNTED`."""
    cases = _filtered(_of(acting, wanted.which, town), replace(wanted, after=""), town)
    return cases.order_by().values("pk")[:COUNTED].count()


def key_of(case: Case, which: Which) -> str:
    """Where a list goes on after this case."""
    return str(case.pk) if which is Which.ALL else f"{case.due_on}.{case.pk}"


def _of(acting: Acting, which: Which, town: Town) -> QuerySet[Case]:
    cases = visible_to(acting, town)
    if which is Which.MINE:
        return cases.filter(turn_office_id=acting.office_id)
    if which is Which.DUE:
        return cases.filter(office_id__in=offices_of(acting, town), due_on__isnull=False)
    return cases


def _filtered(cases: QuerySet[Case], wanted: Wanted, town: Town) -> QuerySet[Case]:
    plain = {name: getattr(wanted, name) for name in ("state", "channel", "language", "kind")}
    cases = cases.filter(**{name: value for name, value in plain.items() if value})
    if wanted.category:
        cases = cases.filter(category_id__in=town.catalogue.ids_below(wanted.category))
    if wanted.area:
        cases = cases.filter(area_id__in=town.places.ids_below(wanted.area))
    return cases


def _after(cases: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
    """Keyset paging: go on after the last row shown, however deep. A key that makes no sense starts anew."""
    if not wanted.after:
        return cases
    try:
        if wanted.which is Which.ALL:
            return cases.filter(pk__lt=int(wanted.after))
        day, number = wanted.after.split(".")
        due_on, pk = date.fromisoformat(day), int(number)
    except ValueError:
        return cases
    return cases.filter(Q(due_on__gte=due_on) & (Q(due_on__gt=due_on) | Q(due_on=due_on, pk__gt=pk)))
