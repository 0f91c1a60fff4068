"""Turning the pages of a list by key, forwards and back: as fast on the thousandth page as on the first."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from yimen.cases.lists.standing import Asked, in_order
from yimen.cases.lists.which import Which
from yimen.cases.models import Case

PAGE = 20
_MOMENT = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Page:
    """Twenty cases, the key of the next page and that of the one before; empty where there is none."""

    cases: list[Case]
    next: str
    back: str = ""


class Key(NamedTuple):
    """Where a page begins or ends: the day or moment a list goes by, and the number of the case."""

    at: date | datetime
    number: int


def worklist(asked: Asked) -> Page:
    """One page of a list, in one statement whose work does not grow with the table.

    The numbers are found in an index that has all a list is narrowed by; only the rows of the page are read.
    """
    column, wanted = _column(asked.which), asked.wanted
    after, before = _read(wanted.after, asked.which), _read(wanted.before, asked.which)
    turns_back = before is not None and after is None
    down = (asked.which is Which.ALL) != turns_back
    cases = _beyond(in_order(asked), column, before if turns_back else after, down=down)
    sign = "-" if down else ""
    order = [f"{sign}{column}", f"{sign}id"]
    # Gathered cases are put in order; the detour over a function keeps the database from walking along that order.
    detour = Coalesce(column, column)
    gathered = [detour.desc() if down else detour.asc(), order[1]]
    numbers = cases.order_by(*(gathered if asked.gathers else order)).values("pk")[: PAGE + 1]
    rows = Case.objects.filter(pk__in=numbers).order_by(*order).defer("words", "digest", "receipt_hash")
    found = list(rows)
    more, shown = len(found) > PAGE, found[:PAGE]
    if turns_back:
        shown.reverse()
    return Page(
        shown,
        next=_written(shown[-1], asked.which) if shown and (more or turns_back) else "",
        back=_written(shown[0], asked.which) if shown and (more if turns_back else after is not None) else "",
    )


def _column(which: Which) -> str:
    return "received_at" if which is Which.ALL else "due_on"


def _beyond(cases: QuerySet[Case], column: str, key: Key | None, *, down: bool) -> QuerySet[Case]:
    """Go on after this key, however deep."""
    if key is None:
        return cases
    way = "lt" if down else "gt"
    is_beyond = Q(**{f"{column}__{way}": key.at}) | Q(**{column: key.at, f"pk__{way}": key.number})
    return cases.filter(Q(**{f"{column}__{way}e": key.at}) & is_beyond)


def _written(case: Case, which: Which) -> str:
    moment = case.received_at.astimezone(UTC).strftime(_MOMENT) if which is Which.ALL else case.due_on
    return f"{moment}.{case.pk}"


def _read(written: str, which: Which) -> Key | None:
    """A key that makes no sense starts anew."""
    moment, _, number = written.partition(".")
    try:
        if which is Which.ALL:
            return Key(datetime.strptime(f"{moment}+0000", f"{_MOMENT}%z"), int(number))
        return Key(date.fromisoformat(moment), int(number))
    except ValueError:
        return None
