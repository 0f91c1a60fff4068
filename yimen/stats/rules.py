"""What is counted, and over which time. Always of offices and places, never of posts or persons. Pure: no Django."""

from datetime import date, timedelta
from enum import StrEnum


class Week(StrEnum):
    """What is counted by the week."""

    RECEIVED = "received"
    ANSWERED = "answered"
    IN_TIME = "in_time"  # answered, on the last day at the latest
    RETURNED = "returned"  # given back to the office to be done again


class Now(StrEnum):
    """What is counted of the cases that are open now, and of the posts."""

    OPEN = "open"
    LATE = "late"
    SOON = "soon"
    STUCK = "stuck"
    RETURNED = "returned"
    UNROUTED = "unrouted"
    URGED = "urged"
    INSPECTED = "inspected"
    VACANT = "vacant"


SOON_DAYS = 3  # working days, today not counted
STUCK_DAYS = 10  # working days without a step, though it is the office's turn
WEEKS = 12


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def last_weeks(today: date) -> list[date]:
    """The Mondays of the last twelve weeks, this one last."""
    this = monday_of(today)
    return [this - timedelta(weeks=back) for back in reversed(range(WEEKS))]


def counted_in(code: str, facts: dict[str, object]) -> list[Week]:
    """What one journal entry counts as; nothing for most."""
    if code == "case.submitted":
        return [Week.RECEIVED]
    if code == "case.returned":
        return [Week.RETURNED]
    if code == "case.answered":
        return [Week.ANSWERED] if facts.get("late", True) else [Week.ANSWERED, Week.IN_TIME]
    return []
