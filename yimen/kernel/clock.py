"""The one place that reads the clock; everybody else is given the time."""

from datetime import date, datetime, time

from django.utils import timezone


def now() -> datetime:
    """The present moment, in UTC."""
    return timezone.now()


def day_of(at: datetime) -> date:
    """The town's own calendar day at this moment (a case sent at 23:00 in Kelsang is of that day)."""
    return timezone.localtime(at).date()


def midnight(day: date) -> datetime:
    """The moment at which this day of the town begins."""
    return timezone.make_aware(datetime.combine(day, time.min))
