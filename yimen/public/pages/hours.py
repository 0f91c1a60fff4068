"""The hours of an office as a resident reads them: is it open now, and its week."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from yimen.deadlines.dates import weekday_text
from yimen.people.queries import OfficeFacts
from yimen.people.rules import WEEKDAYS, opening

_A_MONDAY = 1  # the first of January 2024


@dataclass(frozen=True)
class Shown:
    """An office as a resident reads it: is it open now, and its week."""

    office: OfficeFacts
    now: str
    is_open: bool
    week: list[tuple[str, str]]


def shown(office: OfficeFacts, reader: str, *, works: bool, at: datetime) -> Shown:
    """This office at a moment of the town's own time, on a day on which the town works or rests."""
    state = opening(office.hours, weekday=at.weekday(), works=works, now=f"{at:%H:%M}")
    if state.is_open:
        now = _("Open now, until %(time)s") % {"time": state.until}
    elif state.opens:
        now = _("Closed now, opens at %(time)s") % {"time": state.opens}
    else:
        now = _("Closed now") if office.hours else ""
    return Shown(office, now, state.is_open, _week(office, reader))


def _week(office: OfficeFacts, reader: str) -> list[tuple[str, str]]:
    """The hours by day; neighbouring days that are alike stand together: "Monday to Friday"."""
    lines: list[tuple[list[int], str]] = []
    for number, code in enumerate(WEEKDAYS):
        # Translators: stands between the hours of one day: 09:00–12:00, 14:00–17:30
        spans = _(", ").join(f"{begins}–{ends}" for begins, ends in office.hours.get(code, []))
        if lines and lines[-1][1] == spans:
            lines[-1][0].append(number)
        else:
            lines.append(([number], spans))
    return [(_days(days, reader), spans or _("closed")) for days, spans in lines] if office.hours else []


def _days(days: list[int], reader: str) -> str:
    first, last = (weekday_text(date(2024, 1, _A_MONDAY + day), reader) for day in (days[0], days[-1]))
    if len(days) == 1:
        return first
    # Translators: two days of the week, the first and the last of some: Monday to Friday
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
