"""The one place that reads the clock; everybody else is given the time. And which days a town can mean."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Days that a town can mean. A year 1 or 9999 is a slip of the keys, and no calendar counts on from it.
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
FAR = _("Please choose a day between 1900 and 2199.")
#: What every field for a day asks of it.
MEANT: list[Callable[[Any], None]] = [MinValueValidator(FIRST, FAR), MaxValueValidator(LAST, FAR)]


def now() -> datetime:
    """The present moment, in UTC."""
    return timezone.now()


def day_of(at: datetime) -> date:
    """The town's own calendar day at this moment (a case sent at 23:00 in Kelsang is of that day)."""
    return timezone.localtime(at).date()


def midnight(day: date) -> datetime:
    """The moment at which this day of the town begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def read_day(code: str) -> date | None:
    """The day that an address names ("2026-03-02"); nothing if it makes no sense, or nobody can mean it."""
    try:
        day = date.fromisoformat(code)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None
