"""The open cases in the order of their dates, as the clock walks along them."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from yimen.cases.models import Case
from yimen.cases.queries import visible_to
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


def dates_of(ids: Collection[int]) -> dict[int, tuple[date | None, int]]:
    """By case, the day it is due now (nothing: it has ended) and the office that holds it."""
    rows = Case.objects.filter(pk__in=ids).values_list("id", "due_on", "office_id")
    return {pk: (due_on, office) for pk, due_on, office in rows}


def cases_in_order(acting: Acting, ids: Collection[int], town: Town) -> list[Case]:
    """Those of these cases that this post may open, in the order of their dates. For a list, which is no look."""
    found = visible_to(acting, town).filter(pk__in=ids, due_on__isnull=False).order_by("due_on", "id")
    return list(found.defer("words", "digest", "receipt_hash"))
