"""What a day off would do to the dates that run: counted without writing, and never more than so many."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yimen.deadlines.almanac import check_day
from yimen.deadlines.calendars import calendar_with
from yimen.deadlines.models import Term
from yimen.deadlines.terms import Editions, recounted_by

#: Open terms that are counted for a preview; beyond, the page says that these are only the first.
MOST = 2_000
SHOWN = 10  # lines of the table


@dataclass(frozen=True)
class Shift:
    """So many open terms would end on another day."""

    before: date
    after: date
    terms: int


@dataclass(frozen=True)
class OfDay:
    """What the day would do: how many terms move, and where the most of them go."""

    looked_at: int
    moved: int
    shifts: list[Shift]

    @property
    def is_all(self) -> bool:
        """Were all terms looked at that could move?"""
        return self.looked_at < MOST


def preview_day(on: date, *, works: bool | None, names: Mapping[str, str], editions: Editions) -> OfDay:
    """Only terms that run across this day can move. Three statements, whatever the town's size."""
    check_day(on)
    calendar = calendar_with(on, works=works, names=names)
    across = Term.objects.filter(ended_on__isnull=True, from_on__lt=on, due_on__gte=on).exclude(stage="object")
    shifts: Counter[tuple[date, date]] = Counter()
    looked_at = 0
    for term in across.order_by("pk")[:MOST]:
        looked_at += 1
        after = recounted_by(term, calendar, editions).due_on
        if after != term.due_on:
            shifts[term.due_on, after] += 1
    lines = [Shift(*days, terms=number) for days, number in sorted(shifts.items())]
    return OfDay(looked_at, sum(shifts.values()), lines[:SHOWN])
