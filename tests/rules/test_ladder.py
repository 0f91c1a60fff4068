"""On which day a case climbs which rung of the ladder."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.deadlines.almanac import Almanac
from yimen.supervision.rules import Does, RungFacts, Running, When, day_of_rung, next_rung, rung_on, shown_in_public

#: China's make-up day of 28 February 2026 works, though it is a Saturday; 23 February is a holiday.
CALENDAR = Almanac(
    {date(2026, 2, 23): "holiday"}, {date(2026, 2, 28): "make-up"}, known_until=date(2026, 12, 31)
)  # fmt: skip
HALF = RungFacts("half", When.SHARE, 50, Does.REMIND, {})
MORE = RungFacts("three-quarters", When.SHARE, 75, Does.REMIND, {})
LAST = RungFacts("last-day", When.LAST, 0, Does.TELL, {})
LATE = RungFacts("late", When.AFTER, 3, Does.INSPECT, {})
LADDER = (HALF, MORE, LAST, LATE)
#: Five working days from Monday, 2 March.
WEEK = Running(date(2026, 3, 2), date(2026, 3, 9), in_working_days=True)


def days(term: Running) -> list[str]:
    return [f"{day_of_rung(rung, term, CALENDAR):%m-%d}" for rung in LADDER]


def test_rungs_are_counted_in_the_days_of_the_limit() -> None:
    assert days(WEEK) == ["03-05", "03-06", "03-09", "03-12"]
    assert days(Running(date(2026, 3, 2), date(2026, 5, 1))) == ["04-01", "04-16", "05-01", "05-06"]


def test_a_last_day_at_a_weekend_is_told_on_the_friday_before() -> None:
    assert days(Running(date(2026, 3, 2), date(2026, 3, 15)))[2:] == ["03-13", "03-18"]


def test_make_up_days_count_and_holidays_do_not() -> None:
    assert f"{day_of_rung(LATE, Running(date(2026, 2, 2), date(2026, 2, 20)), CALENDAR):%m-%d}" == "02-26"
    assert f"{day_of_rung(LATE, Running(date(2026, 2, 2), date(2026, 2, 26)), CALENDAR):%m-%d}" == "03-02"


def test_the_residents_turn_uses_up_no_time_of_the_office() -> None:
    paused = Running(WEEK.from_on, date(2026, 3, 16), paused_days=5, in_working_days=True)
    assert days(paused)[:3] == ["03-12", "03-13", "03-16"]


def test_after_the_machine_was_off_a_case_stands_where_it_should() -> None:
    assert [rung_on(LADDER, WEEK, date(2026, 3, day), CALENDAR) for day in (4, 5, 6, 7, 9, 11, 12, 30)] == [
        0, 1, 2, 2, 3, 3, 4, 4,
    ]  # fmt: skip


def test_what_comes_next_is_the_highest_rung_of_the_next_day() -> None:
    assert next_rung(LADDER, 0, WEEK, CALENDAR) == (HALF, date(2026, 3, 5))
    assert next_rung(LADDER, 3, WEEK, CALENDAR) == (LATE, date(2026, 3, 12))
    assert next_rung(LADDER, 4, WEEK, CALENDAR) is None
    two_days = Running(date(2026, 3, 2), date(2026, 3, 4), in_working_days=True)
    assert next_rung(LADDER, 1, two_days, CALENDAR) == (LAST, date(2026, 3, 4))


def test_what_was_missed_comes_with_the_next_round_as_high_as_it_should_stand_then() -> None:
    assert next_rung(LADDER, 0, WEEK, CALENDAR, after=date(2026, 3, 4)) == (HALF, date(2026, 3, 5))
    assert next_rung(LADDER, 0, WEEK, CALENDAR, after=date(2026, 3, 5)) == (MORE, date(2026, 3, 6))
    assert next_rung(LADDER, 0, WEEK, CALENDAR, after=date(2026, 3, 6)) == (LAST, date(2026, 3, 9))  # over a weekend
    assert next_rung(LADDER, 2, WEEK, CALENDAR, after=date(2026, 3, 20)) == (LATE, date(2026, 3, 23))


@given(
    start=st.dates(date(2026, 1, 1), date(2026, 6, 1)),
    length=st.integers(1, 90),
    paused=st.integers(0, 10),
    working=st.booleans(),
)
def test_nobody_climbs_on_a_rest_day_nor_down(start: date, length: int, paused: int, working: bool) -> None:  # noqa: FBT001
    due = CALENDAR.working_day_after(start, length + paused) if working else start + timedelta(length + paused)
    term = Running(start, due, paused, in_working_days=working)
    found = [day_of_rung(rung, term, CALENDAR) for rung in LADDER]
    assert found == sorted(found)
    assert all(CALENDAR.works(day) for day in found)
    assert found[-1] > due


@pytest.mark.parametrize(
    ("number", "below", "shown"), [(4, 5, None), (5, 5, 5), (9, 10, None), (10, 10, 10), (13, 10, 15), (12, 10, 10)]
)
def test_small_numbers_are_not_shown_and_others_are_rounded(number: int, below: int, shown: int | None) -> None:
    assert shown_in_public(number, below) == shown
