"""The schedule: every line once when its time comes, whoever does it."""

from datetime import UTC, datetime, time, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from yimen.kernel.chores import LEASE, Line, do_what_is_due
from yimen.kernel.models import Chore

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)  # ten in the morning in Kelsang
HOUR = timedelta(hours=1)


def test_a_line_with_a_rhythm_is_done_at_once_and_then_in_its_rhythm(db: None) -> None:
    done: list[datetime] = []
    schedule = [Line("count", done.append, every=HOUR)]
    for minutes in (0, 30, 59, 60, 61):
        do_what_is_due(schedule, MONDAY + timedelta(minutes=minutes))
    assert done == [MONDAY, MONDAY + HOUR]


def test_a_line_with_an_hour_waits_for_that_hour_in_the_town(db: None) -> None:
    done: list[datetime] = []
    schedule = [Line("forget", done.append, daily_at=time(3, 30))]
    for hours in range(72):
        do_what_is_due(schedule, MONDAY + hours * HOUR)
    assert [at.isoformat() for at in done] == [f"2026-08-0{day}T20:00:00+00:00" for day in (3, 4, 5)]


def test_a_line_that_says_neither_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="neither every"):
        Line("never", str).next_after(MONDAY)


def test_a_line_that_fails_is_tried_again_and_stops_nobody(db: None, caplog: pytest.LogCaptureFixture) -> None:
    done: list[datetime] = []

    def fails_once(at: datetime) -> None:
        done.append(at)
        if len(done) == 1:
            raise OSError("the disk is full")

    other: list[datetime] = []
    schedule = [Line("a", fails_once, every=HOUR), Line("b", other.append, every=HOUR)]
    for at in (MONDAY, MONDAY + LEASE / 2, MONDAY + LEASE):
        do_what_is_due(schedule, at)
    assert done == [MONDAY, MONDAY + LEASE]
    assert other == [MONDAY]
    assert "the disk is full" in caplog.text


def test_what_a_killed_worker_had_taken_is_done_when_its_lease_has_run_out(db: None) -> None:
    done: list[datetime] = []
    Chore.objects.create(name="count", due_at=MONDAY - HOUR, taken_until=MONDAY + timedelta(minutes=1))
    schedule = [Line("count", done.append, every=HOUR)]
    do_what_is_due(schedule, MONDAY)
    assert done == []
    do_what_is_due(schedule, MONDAY + timedelta(minutes=1))
    assert len(done) == 1


def test_six_workers_at_once_do_it_once(transactional_db: None) -> None:
    done: list[datetime] = []
    Chore.objects.create(name="count", due_at=MONDAY)
    together = Barrier(6)

    def worker() -> None:
        together.wait()
        do_what_is_due([Line("count", done.append, every=HOUR)], MONDAY)
        connection.close()

    threads = [Thread(target=worker) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [MONDAY]
