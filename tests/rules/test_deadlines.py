"""Counting: the town's dates are the law's dates, whatever the start and the length."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.deadlines.almanac import Almanac
from yimen.deadlines.calendars import country_days
from yimen.deadlines.rules import (
    Reckoning,
    Span,
    Unit,
    count,
    may_extend,
    months_later,
    reckon,
    span_from,
    stood_still,
)
from yimen.kernel.verdict import Refused

KNOWN = date(2026, 12, 31)


def day(text: str) -> date:
    return date.fromisoformat(text)


def chinese(known_until: date = KNOWN) -> Almanac:
    country = country_days("CN")
    return Almanac(country.days, country.working, known_until=known_until, whole_stretch=True)


CN = chinese()
days = st.dates(date(2005, 1, 1), date(2030, 12, 31))
units: st.SearchStrategy[Unit] = st.sampled_from(["d", "wd", "m"])
lengths = st.integers(1, 120)


@pytest.mark.parametrize(
    ("start", "length", "unit", "due"),
    [
        ("2026-02-10", 5, "wd", "2026-02-24"),  # across Spring Festival and the make-up Saturday before it
        ("2026-09-18", 15, "wd", "2026-10-15"),  # across Mid-Autumn and National Day, with two make-up days
        ("2026-04-30", 5, "wd", "2026-05-11"),
        ("2026-02-05", 15, "d", "2026-02-24"),
        ("2026-09-20", 15, "d", "2026-10-08"),
        ("2026-08-03", 60, "d", "2026-10-08"),
    ],
)
def test_the_golden_vectors_hold(start: str, length: int, unit: Unit, due: str) -> None:
    assert count(day(start), length, unit, calendar=CN).due_on == day(due)


@pytest.mark.parametrize(
    ("start", "months", "end", "due"),
    [
        ("2026-01-31", 1, "2026-02-28", "2026-02-28"),  # the month's last day; a Saturday, but a make-up day
        ("2025-01-31", 1, "2025-02-28", "2025-02-28"),
        ("2023-12-31", 2, "2024-02-29", "2024-02-29"),
        ("2026-07-31", 1, "2026-08-31", "2026-08-31"),
        ("2026-01-04", 1, "2026-02-04", "2026-02-04"),  # the corresponding day
        ("2026-10-31", 1, "2026-11-30", "2026-11-30"),
        ("2027-01-31", 1, "2027-02-28", "2027-03-01"),  # the last day is a Sunday: on to Monday
        ("2025-12-02", 12, "2026-12-02", "2026-12-02"),
    ],
)
def test_a_month_ends_on_its_day_or_the_months_last(start: str, months: int, end: str, due: str) -> None:
    assert count(day(start), months, "m", calendar=CN, rolls=False).due_on == day(end)
    assert count(day(start), months, "m", calendar=CN).due_on == day(due)


@given(days, lengths, units)
def test_the_last_day_is_never_a_rest_day(start: date, length: int, unit: Unit) -> None:
    assert CN.works(count(start, length, unit, calendar=CN).due_on)


@given(days, lengths)
def test_working_days_are_those_that_one_counts_on_fingers(start: date, length: int) -> None:
    finger, left = start, length
    while left:
        finger += timedelta(days=1)
        left -= CN.works(finger)
    assert count(start, length, "wd", calendar=CN).due_on == finger


@given(days, lengths)
def test_days_roll_only_over_rest_days(start: date, length: int) -> None:
    end, due = start + timedelta(days=length), count(start, length, "d", calendar=CN).due_on
    assert due >= end
    assert not any(CN.works(end + timedelta(days=i)) for i in range((due - end).days))


@given(days, st.integers(0, 40), lengths, units)
def test_who_starts_later_never_ends_earlier(start: date, later: int, length: int, unit: Unit) -> None:
    first, second = (count(d, length, unit, calendar=CN).due_on for d in (start, start + timedelta(days=later)))
    assert first <= second


@given(days, lengths, st.integers(0, 40), units)
def test_what_takes_longer_never_ends_earlier(start: date, length: int, more: int, unit: Unit) -> None:
    assert count(start, length, unit, calendar=CN).due_on <= count(start, length + more, unit, calendar=CN).due_on


@given(days, lengths, units, st.tuples(st.integers(0, 60), units), st.integers(0, 30))
def test_an_explanation_holds_all_that_the_count_needs(
    start: date, length: int, unit: Unit, extension: tuple[int, Unit], paused: int
) -> None:
    extra, extra_unit = extension
    span = Span(length, unit, extra=extra, extra_unit=extra_unit if extra else "d", paused=paused, law="law 1")
    found = reckon(start, span, CN)
    assert span_from(found.steps, rolls=True) == span
    assert found.steps[0] == {"k": "from", "on": start.isoformat()}


def test_an_extension_counts_from_the_end_before_it_rolled() -> None:
    """60 days from 3 August end on 2 October, a holiday; 30 more are 1 November (a Sunday), not 7 November."""
    found = reckon(day("2026-08-03"), Span(60, "d", extra=30), CN)
    assert found.due_on == day("2026-11-02")
    assert reckon(day("2026-08-03"), Span(90, "d"), CN).due_on == found.due_on
    assert {"k": "extended", "n": 30, "u": "d"} in found.steps


def test_an_extension_in_another_unit_goes_on_from_the_first_end() -> None:
    assert reckon(day("2026-08-03"), Span(60, "d", extra=2, extra_unit="wd"), CN).due_on == day("2026-10-09")
    assert reckon(day("2026-01-31"), Span(1, "m", extra=1, extra_unit="m"), CN).due_on == day("2026-03-31")


def test_the_days_the_clock_stood_still_move_the_end() -> None:
    assert reckon(day("2026-03-02"), Span(15, "d"), CN).due_on == day("2026-03-17")
    assert reckon(day("2026-03-02"), Span(15, "d", paused=3), CN).due_on == day("2026-03-20")
    assert reckon(day("2026-03-02"), Span(5, "wd", paused=3), CN).due_on == day("2026-03-12")


def test_the_clock_stands_from_the_day_after_the_question_to_the_day_of_the_answer() -> None:
    asked, answered = day("2026-04-30"), day("2026-05-09")
    assert stood_still(asked, answered, "d", CN) == 9
    assert stood_still(asked, answered, "m", CN) == 9
    assert stood_still(asked, answered, "wd", CN) == 4  # 6, 7, 8 May and the make-up Saturday
    assert stood_still(asked, asked, "d", CN) == stood_still(answered, asked, "wd", CN) == 0


def test_beyond_the_published_calendar_a_date_is_provisional() -> None:
    inside, outside = (count(day("2026-12-01"), n, "d", calendar=CN) for n in (30, 31))
    assert (inside.due_on, inside.is_provisional) == (day("2026-12-31"), False)
    assert (outside.due_on, outside.is_provisional) == (day("2027-01-04"), True)
    assert {"k": "provisional", "until": "2026-12-31"} in outside.steps


def test_a_date_that_hangs_on_no_calendar_is_never_provisional() -> None:
    assert not count(day("2026-12-01"), 60, "d", calendar=CN, rolls=False).is_provisional
    assert count(day("2026-12-01"), 60, "wd", calendar=CN, rolls=False).is_provisional


def steps(found: Reckoning) -> list[object]:
    return [s for s in found.steps if s["k"] not in ("from", "length")]


def test_the_steps_tell_what_was_left_out_and_what_was_counted() -> None:
    assert steps(count(day("2026-04-30"), 5, "wd", calendar=CN)) == [
        {"k": "rests", "from": "2026-05-01", "until": "2026-05-05", "name": "CN:Labor Day"},
        {"k": "works", "on": "2026-05-09", "why": "make-up"},
    ]
    assert steps(count(day("2026-02-18"), 5, "wd", calendar=CN))[0] == {
        "k": "rests",
        "from": "2026-02-19",  # only what comes after the start
        "until": "2026-02-23",
        "name": "CN:Chinese New Year",
    }
    assert steps(count(day("2026-08-03"), 60, "d", calendar=CN)) == [
        {"k": "falls", "on": "2026-10-02", "why": "CN:National Day"},
        {"k": "rolls", "on": "2026-10-08"},
    ]
    assert steps(count(day("2026-06-02"), 60, "d", calendar=CN))[0] == {
        "k": "falls",
        "on": "2026-08-01",
        "why": "weekend",
    }
    assert steps(count(day("2026-09-10"), 30, "d", calendar=CN)) == [
        {"k": "works", "on": "2026-10-10", "why": "make-up"}
    ]
    assert steps(count(day("2026-03-02"), 1, "d", calendar=CN)) == []


def test_a_long_weekend_is_named_whole_only_where_the_country_announces_it_so() -> None:
    monday = {day("2026-05-25"): "US:Memorial Day"}
    plain = Almanac(monday, {}, known_until=KNOWN)
    whole = Almanac(monday, {}, known_until=KNOWN, whole_stretch=True)
    assert (plain.name(day("2026-05-23")), whole.name(day("2026-05-23"))) == ("weekend", "US:Memorial Day")
    assert count(day("2026-05-22"), 1, "wd", calendar=plain).steps[2]["from"] == "2026-05-25"
    assert count(day("2026-05-22"), 1, "wd", calendar=whole).steps[2]["from"] == "2026-05-23"


def test_what_no_calendar_reaches_is_refused_in_words() -> None:
    for start in (date(1969, 12, 31), date(2070, 1, 1), date(1, 1, 1)):
        with pytest.raises(Refused, match="between the years 1970 and 2069"):
            count(start, 5, "wd", calendar=CN)
    for length in (400, 20000):
        with pytest.raises(Refused, match="between the years 1970 and 2069"):
            count(date(2069, 11, 1), length, "wd", calendar=CN)


def test_a_limit_without_length_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least one"):
        count(day("2026-03-02"), 0, "d", calendar=CN)


def test_a_period_is_extended_once_and_before_it_is_over() -> None:
    last = day("2026-10-08")
    fine: dict[str, Any] = {"extra": 30, "is_extended": False, "is_open": True, "last_on": last, "on": last}
    assert may_extend(**fine)
    assert "ended" in may_extend(**fine | {"is_open": False}).reason
    assert "no extension" in may_extend(**fine | {"extra": 0}).reason
    assert "once already" in may_extend(**fine | {"is_extended": True}).reason
    assert "2026-10-08" in str(may_extend(**fine | {"on": day("2026-10-09")}))


def test_months_end_with_the_month_and_with_the_calendar() -> None:
    assert months_later(day("2026-01-31"), 1) == day("2026-02-28")
    assert months_later(day("9999-12-30"), 36) == date.max
