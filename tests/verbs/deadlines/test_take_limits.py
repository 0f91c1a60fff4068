"""A town takes its limits and its country's calendar."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from yimen.deadlines.models import CountryCalendar, Limit
from yimen.deadlines.verbs.take_limits import OfferedCalendar, OfferedLimit, take_limits
from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.taking import Changes
from yimen.people.rules import Operator

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SOON = OfferedLimit("SOON", {"en": "Soon"}, 5, "wd", 5, "wd", "own rules", rolls=False)
LATER = OfferedLimit("LATER", {"en": "Later"}, 60, "d", 0, "", "§34", rolls=True)
CHINA = OfferedCalendar("CN", date(2026, 12, 31))

pytestmark = pytest.mark.django_db


def take(limits: Iterable[OfferedLimit] = (SOON, LATER), calendar: OfferedCalendar = CHINA) -> Changes:
    return take_limits(by=Operator(), pack="test", limits=limits, calendar=calendar, at=MONDAY)


def test_limits_and_calendar_are_taken() -> None:
    before = editions().get("calendar", 0)
    assert take() == Changes(added=("calendar CN", "SOON", "LATER"))
    soon = Limit.objects.get(code="SOON")
    assert (soon.length, soon.unit, soon.extra_length, soon.extra_unit, soon.rolls) == (5, "wd", 5, "wd", False)
    assert (soon.law, soon.names) == ("own rules", {"en": "Soon"})
    assert CountryCalendar.objects.get().known_until == date(2026, 12, 31)
    assert [(e.code, e.facts) for e in history("pack:test")] == [("pack.limits_taken", {"added": 3, "changed": 0})]
    assert editions()["calendar"] != before


def test_the_same_again_is_no_change() -> None:
    take()
    before = editions()
    assert not take()
    assert editions() == before
    assert len(history("pack:test")) == 1


def test_a_year_that_was_announced_moves_the_end_of_the_calendar() -> None:
    take()
    assert take(calendar=replace(CHINA, known_until=date(2027, 12, 31))).changed == ("calendar CN",)
    assert CountryCalendar.objects.get().known_until == date(2027, 12, 31)


def test_another_country_takes_the_place_of_the_first() -> None:
    take()
    assert take(calendar=OfferedCalendar("", date(2099, 12, 31))) == Changes(changed=("calendar",))
    assert CountryCalendar.objects.get().country == ""


def test_a_limit_that_the_pack_no_longer_has_stays_for_the_terms_that_run_by_it() -> None:
    take()
    assert not take([SOON])
    assert Limit.objects.filter(code="LATER").exists()


def test_a_limit_has_a_length() -> None:
    with pytest.raises(IntegrityError, match="limit_has_a_length"), transaction.atomic():
        take([replace(SOON, length=0)])
