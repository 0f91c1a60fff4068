"""Which times can be booked."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.people.rules import times_of
from yimen.visits.booked.rules import Booked, may_change, may_receive, still_free

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SPANS = [["09:00", "12:00"], ["14:00", "17:30"]]


def test_times_fit_into_the_opening_hours_one_after_the_other() -> None:
    assert [f"{one:%H:%M}" for one in times_of(SPANS, 50)] == [
        "09:00", "09:50", "10:40", "14:00", "14:50", "15:40", "16:30",
    ]  # fmt: skip
    assert times_of([], 15) == []


@given(st.integers(5, 180))
def test_no_visit_goes_beyond_the_hours_and_none_overlap(minutes: int) -> None:
    begins = [60 * one.hour + one.minute for one in times_of(SPANS, minutes)]
    assert all((one >= 540 and one + minutes <= 720) or (one >= 840 and one + minutes <= 1050) for one in begins)
    assert all(after - before >= minutes for before, after in pairwise(begins))


def test_what_is_too_near_or_taken_by_as_many_as_are_received_at_once_is_not_free() -> None:
    times = [NOON + timedelta(minutes=30 * step) for step in range(5)]
    assert still_free(times, {times[2]: 1, times[3]: 2}, at_once=2, at=NOON) == [times[2], times[4]]


def test_until_it_begins_a_booking_is_moved_or_cancelled() -> None:
    assert may_change(Booked.BOOKED, NOON, NOON - timedelta(seconds=1))
    assert not may_change(Booked.BOOKED, NOON, NOON)
    for state in set(Booked) - {Booked.BOOKED}:
        assert not may_change(state, NOON, NOON - timedelta(days=1))


@pytest.mark.parametrize(("on", "may"), [(1, True), (2, True), (3, False)])
def test_on_its_day_it_is_noted_whether_somebody_came(on: int, may: bool) -> None:  # noqa: FBT001 – a parameter of the test
    assert bool(may_receive(Booked.BOOKED, date(2026, 3, on), date(2026, 3, 2))) is may
    assert not may_receive(Booked.CAME, date(2026, 3, on), date(2026, 3, 2))
