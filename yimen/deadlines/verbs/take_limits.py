"""A town takes its limits and its country's calendar from a pack."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from yimen.deadlines.models import CountryCalendar, Limit
from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking import Changes, take_rows
from yimen.people.rules import Operator


@dataclass(frozen=True)
class OfferedLimit:
    """A limit as a pack offers it; see ``deadlines.models.Limit`` for what the fields mean."""

    code: str
    names: dict[str, str]
    length: int
    unit: str  # "d", "wd" or "m"
    extra_length: int
    extra_unit: str
    law: str
    rolls: bool


@dataclass(frozen=True)
class OfferedCalendar:
    """The country whose holidays count (empty for weekends alone), and the last day that is known of them."""

    country: str
    known_until: date


@transaction.atomic
def take_limits(
    *, by: Operator, pack: str, limits: Iterable[OfferedLimit], calendar: OfferedCalendar, at: datetime
) -> Changes:
    """The town's limits and calendar are those of the pack. A limit that the pack no longer has stays, because
    terms may still run by it. When nothing differs, nothing is written.
    """
    changes = _take_calendar(calendar) + take_rows(Limit, {limit.code: asdict(limit) for limit in limits})
    if changes:
        new_edition("calendar")
        counts = {"added": len(changes.added), "changed": len(changes.changed)}
        record("pack.limits_taken", subject=f"pack:{pack}", by=by.ref, at=at, **counts)
    return changes


def _take_calendar(calendar: OfferedCalendar) -> Changes:
    """A town keeps one country's holidays: another country takes the place of the last one."""
    gone, _ = CountryCalendar.objects.exclude(country=calendar.country).delete()
    changes = take_rows(CountryCalendar, {f"calendar {calendar.country}".strip(): asdict(calendar)}, keys=("country",))
    return Changes(changed=changes.added) if gone else changes
