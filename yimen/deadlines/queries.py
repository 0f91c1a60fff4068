"""Reading the town's own days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yimen.deadlines.models import Limit, LocalDay, Recount, Term

#: More days of its own than this no town has; the page shows the latest.
MOST = 200


@dataclass(frozen=True)
class DayFacts:
    """A day on which the town differs from the country."""

    on: date
    works: bool
    names: Mapping[str, str]


def limit_as_it_stands(code: str) -> dict[str, Any] | None:
    """The columns of a limit, for whoever changes it; one statement."""
    columns = ("names", "length", "unit", "extra_length", "extra_unit", "law", "rolls")
    found: dict[str, Any] | None = Limit.objects.filter(code=code).values(*columns).first()
    return found


#: A preview counts up to here; beyond, it says "more than".
COUNTED = 10_000


def open_terms_of(limit_id: int) -> int:
    """How many open terms run by this limit, at most :data:`COUNTED`; only open ones are looked at."""
    return Term.objects.filter(ended_on__isnull=True, limit_id=limit_id).values("pk")[:COUNTED].count()


def local_days() -> list[DayFacts]:
    """The town's own days, latest first; one statement."""
    rows = LocalDay.objects.order_by("-on").values_list("on", "works", "names")[:MOST]
    return [DayFacts(*row) for row in rows]


def terms_counted() -> int | None:
    """How many terms have been counted again since the calendar changed; nothing when all are; one statement."""
    run = Recount.objects.first()
    return None if run is None else run.counted
