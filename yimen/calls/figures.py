"""How long calls take: a figure of the centre by the month, for staffing it. No call, no case, no clerk is in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from yimen.calls.models import CallMonth
from yimen.calls.rules import minutes_of
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting

MONTHS = 12


@dataclass(frozen=True)
class Month:
    """A month of a centre on the telephone."""

    month: date
    calls: int
    minutes: int

    @property
    def average(self) -> int:
        """Minutes a call."""
        return round(self.minutes / self.calls) if self.calls else 0


@transaction.atomic
def count_call(*, by: Acting, began_at: datetime, ended_at: datetime) -> int:
    """One call more, and its minutes; says how many. Nothing if its clock cannot be true."""
    minutes = minutes_of(ended_at - began_at)
    if minutes:
        key = {"office_id": by.office_id, "month": day_of(ended_at).replace(day=1)}
        CallMonth.objects.bulk_create([CallMonth(**key)], ignore_conflicts=True)
        CallMonth.objects.filter(**key).update(calls=F("calls") + 1, minutes=F("minutes") + minutes)
    return minutes


def months_of(office_id: int) -> list[Month]:
    """The last twelve months, the newest first; one statement."""
    rows = CallMonth.objects.filter(office_id=office_id).order_by("-month")[:MONTHS]
    return [Month(*row) for row in rows.values_list("month", "calls", "minutes")]
