"""A local day was marked by mistake, or is no longer kept."""

from datetime import date, datetime

from django.db import transaction

from yimen.deadlines.models import LocalDay
from yimen.deadlines.policies import may_change_calendar
from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Actor

NOT_MARKED = gettext_noop("The town has no day of its own on %(day)s.")


@transaction.atomic
def clear_local_day(*, by: Actor, on: date, at: datetime) -> None:
    """The country's calendar counts again on this day; the dates that hang on it are counted again later."""
    require(may_change_calendar(by))
    if not LocalDay.objects.filter(on=on).delete()[0]:
        raise Refused(NOT_MARKED, day=on)

    new_edition("calendar")
    record("calendar.changed", subject="calendar:local", by=by.ref, at=at, on=on.isoformat(), cleared=True)
