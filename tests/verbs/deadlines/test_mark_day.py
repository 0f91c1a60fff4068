"""The administrator marks a local holiday."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.models import LocalDay
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting, Clock, Operator, Resident, Role

Now = Callable[[], dict[str, int]]
pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 8, tzinfo=UTC)
DAY = date(2026, 8, 5)
NAMES = {"zh-hans": "赛马节", "en": " Horse Race Festival "}


def acting(role: Role) -> Acting:
    return Acting(1, 2, role, 3, "3/", "KS/")


@pytest.mark.parametrize("by", [acting(Role.ADMINISTRATOR), Operator()])
def test_the_town_rests_on_its_own_day(now: Now, by: Acting | Operator) -> None:
    before = now()
    assert calendar_for(before["calendar"]).works(DAY)
    mark_local_day(by=by, on=DAY, works=False, names=NAMES, at=AT)
    assert now()["calendar"] != before["calendar"]
    almanac = calendar_for(now()["calendar"])
    assert not almanac.works(DAY)
    assert almanac.name(DAY) == {"zh-hans": "赛马节", "en": "Horse Race Festival"}


def test_the_journal_tells_it_in_codes(now: Now) -> None:
    mark_local_day(by=acting(Role.ADMINISTRATOR), on=DAY, works=False, names=NAMES, at=AT)
    (entry,) = history("calendar:local")
    assert (entry.code, entry.by, entry.facts) == ("calendar.changed", "post:2", {"on": "2026-08-05", "works": False})
    assert now()


def test_the_town_works_on_a_holiday_or_a_weekend(now: Now) -> None:
    holiday, sunday, ordinary = date(2026, 10, 1), date(2026, 8, 9), date(2026, 8, 10)
    for day in (holiday, sunday, ordinary):
        mark_local_day(by=Operator(), on=day, works=True, names={"en": "Snow relief"}, at=AT)
    almanac = calendar_for(now()["calendar"])
    assert all(almanac.works(day) for day in (holiday, sunday, ordinary))
    assert almanac.name(holiday) == {"en": "Snow relief"}
    assert almanac.name(ordinary) == ""  # it works anyway: no line needs to tell so


def test_marking_again_replaces(now: Now) -> None:
    mark_local_day(by=Operator(), on=DAY, works=False, names=NAMES, at=AT)
    mark_local_day(by=Operator(), on=DAY, works=True, names={"en": "Ordinary"}, at=AT)
    assert LocalDay.objects.get().works
    assert calendar_for(now()["calendar"]).works(DAY)


def test_a_local_day_replaces_a_make_up_day(now: Now) -> None:
    mark_local_day(by=Operator(), on=date(2026, 5, 9), works=False, names={"en": "Not here"}, at=AT)
    assert not calendar_for(now()["calendar"]).works(date(2026, 5, 9))


@pytest.mark.parametrize("by", [*map(acting, set(Role) - {Role.ADMINISTRATOR}), Resident(1), Clock()])
@pytest.mark.usefixtures("now")
def test_nobody_else_may(by: Acting | Resident | Clock) -> None:
    with pytest.raises(Refused, match="Only the administrator"):
        mark_local_day(by=by, on=DAY, works=False, names=NAMES, at=AT)
    assert not LocalDay.objects.exists()


@pytest.mark.parametrize("names", [{}, {"en": "  "}, {"xx": "?"}])
@pytest.mark.usefixtures("now")
def test_a_day_needs_a_name_that_residents_can_read(names: dict[str, str]) -> None:
    with pytest.raises(Refused, match="what this day is called"):
        mark_local_day(by=Operator(), on=DAY, works=False, names=names, at=AT)


@pytest.mark.usefixtures("now")
def test_a_name_is_short_and_a_day_is_near() -> None:
    with pytest.raises(Refused, match="60 characters"):
        mark_local_day(by=Operator(), on=DAY, works=False, names={"en": "x" * 61}, at=AT)
    with pytest.raises(Refused, match="1970 and 2069"):
        mark_local_day(by=Operator(), on=date(2399, 1, 1), works=False, names=NAMES, at=AT)


@pytest.mark.django_db
def test_without_a_country_weekends_are_the_whole_calendar() -> None:
    almanac = calendar_for(0)
    assert almanac.works(date(2026, 10, 1))
    assert not almanac.works(date(2026, 10, 3))
    assert almanac.known_until == date.max
