"""The town works, or rests, on a day on which the country does not."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from yimen.deadlines.almanac import check_day
from yimen.deadlines.models import LocalDay
from yimen.deadlines.policies import may_change_calendar
from yimen.journal.record import record
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Actor

NO_NAME = gettext_noop("Please say what this day is called, so that residents can read why a date has moved.")
LONGEST_NAME = 60  # a line of explanation holds several
TOO_LONG = gettext_noop("Please keep the day's name below %(most)s characters.")


@transaction.atomic
def mark_local_day(*, by: Actor, on: date, works: bool, names: Mapping[str, str], at: datetime) -> LocalDay:
    """This day is a local holiday (or a working day) from now on; the dates that hang on it are counted again later."""
    require(may_change_calendar(by))
    check_day(on)
    kept = names_of_day(names)
    day, _ = LocalDay.objects.update_or_create(on=on, defaults={"works": works, "names": kept})
    new_edition("calendar")
    record("calendar.changed", subject="calendar:local", by=by.ref, at=at, on=on.isoformat(), works=works)
    return day


def names_of_day(names: Mapping[str, str]) -> dict[str, str]:
    """What the day is called in each language; refused if it has no name, or one too long for an explanation."""
    kept = {code: names[code].strip() for code in LANGUAGES if names.get(code, "").strip()}
    if not kept:
        raise Refused(NO_NAME)
    if max(map(len, kept.values())) > LONGEST_NAME:
        raise Refused(TOO_LONG, most=LONGEST_NAME)
    return kept
