"""The open cases in the order of their dates, as the clock walks along them."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import CharField, Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Concat

from yimen.cases.clocks import due_between, late_ones
from yimen.cases.lists.unrouted import desks_among, unrouted_at
from yimen.cases.models import Case
from yimen.cases.queries import visible_among
from yimen.journal.record import Entry
from yimen.people.rules import Acting
from yimen.routing.town import Town


class OpenCase(NamedTuple):
    """An open case in codes: nothing of what was written."""

    due_on: date
    id: int
    office_id: int
    category_id: int | None
    accused_office_id: int | None

    @property
    def ref(self) -> str:
        return f"case:{self.id}"


def open_cases(after: OpenCase | None, most: int) -> list[OpenCase]:
    """The next open cases by their day, all found in the index of dates: the closed million costs nothing."""
    cases = Case.objects.filter(due_on__isnull=False)
    if after:
        later = Q(due_on__gt=after.due_on) | Q(due_on=after.due_on, pk__gt=after.id)
        cases = cases.filter(Q(due_on__gte=after.due_on) & later)
    columns = ("due_on", "id", "office_id", "category_id", "accused_office_id")
    return [OpenCase(*row) for row in cases.order_by("due_on", "id").values_list(*columns)[:most]]


def read_key(key: str) -> tuple[date, int] | None:
    """The place in a list that this key names: "2026-10-08.48213"; nothing if it makes no sense."""
    try:
        day, number = key.split(".")
        place = date.fromisoformat(day), int(number)
    except ValueError:
        return None
    return place if abs(place[1]) < 2**62 else None  # no database takes a larger one


def dates_of(ids: Collection[int]) -> dict[int, tuple[date | None, int]]:
    """By case, the day it is due now (nothing: it has ended) and the office that holds it."""
    rows = Case.objects.filter(pk__in=ids).values_list("id", "due_on", "office_id")
    return {pk: (due_on, office) for pk, due_on, office in rows}


def cases_in_order(acting: Acting, ids: Collection[int], town: Town) -> list[Case]:
    """Those of these cases that this post may open, in the order of their dates. For a list, which is no look."""
    found = visible_among(ids, acting, town).filter(due_on__isnull=False).order_by("due_on", "id")
    return list(found.defer("words", "digest", "receipt_hash"))


def areas_of(ids: Collection[int]) -> dict[int, int | None]:
    """The area of each of these cases, as it was when the case came; kept even when the rest is forgotten."""
    return dict(Case.objects.filter(pk__in=ids).values_list("id", "area_id"))


def open_numbers(today: date, soon: date, town: Town) -> Iterator[tuple[int, int | None, dict[str, int]]]:
    """By office and area: how many cases are open, late, due until that day, returned, or in no office yet."""
    unrouted = unrouted_at(desks_among(town.offices.by_id, town), town)
    rows = (
        Case.objects.filter(due_on__isnull=False)
        .order_by()
        .values_list("office_id", "area_id")
        .annotate(
            open=Count("id"),
            late=Count("id", filter=late_ones(today)),
            soon=Count("id", filter=due_between(today, soon)),
            returned=Count("id", filter=Q(returned=True)),
            unrouted=Count("id", filter=unrouted),
        )
    )
    for office, area, *numbers in rows.iterator():
        yield office, area, dict(zip(("open", "late", "soon", "returned", "unrouted"), numbers, strict=True))


class Unmoved(NamedTuple):
    """A case without a step for long, though an office must act."""

    id: int
    office_id: int
    area_id: int | None
    due_on: date
    last_at: datetime


def unmoved(since: datetime) -> list[Unmoved]:
    """The cases whose office must act and has not, nor has their resident, since then; what the clock did is no step.

    Those that came later are left out in the index; for each of the others the journal is asked for the last step.
    """
    steps = Entry.objects.filter(subject=Concat(Value("case:"), Cast(OuterRef("pk"), CharField()))).exclude(by="clock")
    cases = Case.objects.filter(turn_office_id__isnull=False, due_on__isnull=False, received_at__lt=since)
    rows = (
        cases.annotate(last_at=Subquery(steps.order_by("-id").values("at")[:1]))
        .filter(last_at__lt=since)
        .order_by()
        .values_list("id", "office_id", "area_id", "due_on", "last_at")
    )
    return [Unmoved(*row) for row in rows]


def accused_in(ids: Collection[int]) -> dict[int, int | None]:
    """By case, the office it is about, which never sees it."""
    return dict(Case.objects.filter(pk__in=ids).values_list("id", "accused_office_id"))


def closed_cases(acting: Acting, ids: Collection[int], town: Town) -> list[Case]:
    """Those of these closed cases that this post may open, the newest first. For a list, which is no look."""
    found = visible_among(ids, acting, town).filter(state="closed").order_by("-id")
    return list(found.defer("words", "digest", "receipt_hash"))
