"""Which times can be booked. Pure: no Django, no clock."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop

DAYS_AHEAD = 14  # so far ahead a time can be booked
AT_LEAST_BEFORE = timedelta(hours=1)
REMIND_AT = time(15, 0)  # on the day before


class Booked(StrEnum):
    """What has become of a booking."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    CAME = "came"
    MISSED = "missed"


TAKEN = gettext_noop("Somebody else has just taken this time. Please choose another one.")
NOT_OFFERED = gettext_noop("This time cannot be booked. Please choose one of the list.")
NOT_BOOKED = {
    Booked.CANCELLED: gettext_noop("This booking was cancelled."),
    Booked.CAME: gettext_noop("This visit has taken place."),
    Booked.MISSED: gettext_noop("This time has passed, and nobody came."),
}
TOO_LATE = gettext_noop("The visit has begun. It can no longer be moved or cancelled.")
NOT_YET = gettext_noop("It is not the day of this visit yet.")


def still_free(
    times: Iterable[datetime], taken: Mapping[datetime, int], *, at_once: int, at: datetime
) -> list[datetime]:
    """Those of these that are far enough ahead and not taken by as many as the centre receives at once."""
    return [one for one in times if one >= at + AT_LEAST_BEFORE and taken.get(one, 0) < at_once]


def may_change(state: Booked, begins_at: datetime, at: datetime) -> Verdict:
    """May a booking be moved or cancelled now? Until the visit begins."""
    if state is not Booked.BOOKED:
        return Verdict(NOT_BOOKED[state])
    return YES if at < begins_at else Verdict(TOO_LATE)


def may_receive(state: Booked, on: date, today: date) -> Verdict:
    """May the clerk say whether somebody came? On its day."""
    if state is not Booked.BOOKED:
        return Verdict(NOT_BOOKED[state])
    return YES if on <= today else Verdict(NOT_YET)
