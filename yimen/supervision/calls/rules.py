"""Which answers residents are called about. When and how often: as for every call-back. Pure: no Django, no clock."""

from collections.abc import Callable
from datetime import date, timedelta

CALL_UNTIL = timedelta(days=28)  # then the case is about to close


def answered_until(today: date, last_day_to_rate: Callable[[date], date]) -> date | None:
    """The latest day whose answers have had their time to be rated; nothing if none has before its case is to close."""
    days = (today - timedelta(days=back) for back in range(1, CALL_UNTIL.days))
    return next((day for day in days if last_day_to_rate(day) < today), None)
