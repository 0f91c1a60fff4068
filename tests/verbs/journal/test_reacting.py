"""What follows from the journal: once for every entry, whoever does it, and nothing waits behind what fails."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from yimen.journal.models import Entry, Unfinished
from yimen.journal.reacting import FIRST_PAUSE, LONGEST_PAUSE, pause_after, react, retry
from yimen.journal.record import record
from yimen.kernel.models import Chore

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)


def happened(code: str = "test.done") -> Entry:
    return record(code, subject="test:1", by="clock", at=MONDAY)


def counts(entry: Entry, at: datetime) -> None:
    Chore.objects.create(name=uuid4().hex, due_at=at)


def fails(entry: Entry, at: datetime) -> None:
    counts(entry, at)
    raise OSError("no room")


def test_what_follows_is_done_once(db: None) -> None:
    happened()
    assert react({"test.done": [counts]}, MONDAY) == 1
    assert react({"test.done": [counts]}, MONDAY) == 0
    assert Chore.objects.count() == 1


def test_what_nothing_follows_from_is_settled_too(db: None) -> None:
    happened("test.quiet")
    assert react({}, MONDAY) == 1
    assert not Entry.objects.filter(settled=False).exists()


def test_one_that_fails_is_undone_alone_and_tried_again_later(db: None, caplog: pytest.LogCaptureFixture) -> None:
    happened()
    happened("test.other")
    react({"test.done": [fails, counts], "test.other": [counts]}, MONDAY)
    assert Chore.objects.count() == 2
    assert "no room" in caplog.text

    assert retry({"test.done": [fails]}, MONDAY) == 0
    assert retry({"test.done": [fails]}, MONDAY + FIRST_PAUSE) == 1
    unfinished = Unfinished.objects.get()
    assert (unfinished.tries, unfinished.next_at) == (2, MONDAY + 3 * FIRST_PAUSE)


def test_one_that_succeeds_at_last_is_finished(db: None) -> None:
    entry = happened()
    Unfinished.objects.create(entry=entry, reaction=f"{__name__}.counts", next_at=MONDAY)
    react({}, MONDAY)
    retry({"test.done": [counts]}, MONDAY)
    assert Chore.objects.count() == 1
    assert not Unfinished.objects.exists()


def test_a_reaction_that_left_the_table_is_let_go(db: None) -> None:
    Unfinished.objects.create(entry=happened(), reaction="yimen.gone.away", next_at=MONDAY)
    retry({}, MONDAY)
    assert not Unfinished.objects.exists()


def test_the_same_reaction_is_unfinished_only_once_for_an_entry(db: None) -> None:
    """unfinished_reaction_once_per_entry: the database itself refuses a second row."""
    entry = happened()
    Unfinished.objects.create(entry=entry, reaction="x", next_at=MONDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Unfinished.objects.create(entry=entry, reaction="x", next_at=MONDAY)


def test_pauses_grow_up_to_six_hours() -> None:
    assert [pause_after(n) for n in (1, 2, 3)] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pause_after(1000) == LONGEST_PAUSE == timedelta(hours=6)


def test_six_workers_at_once_do_it_once(transactional_db: None) -> None:
    for _ in range(5):
        happened()
    together = Barrier(6)

    def worker() -> None:
        together.wait()
        react({"test.done": [counts]}, MONDAY)
        connection.close()

    threads = [Thread(target=worker) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Chore.objects.count() == 5


KILLED = """
import os, signal, django
django.setup()
from yimen.journal.reacting import react
from yimen.kernel import clock
from yimen.kernel.models import Chore

def dies(entry, at):
    Chore.objects.create(name="counted", due_at=at)
    os.kill(os.getpid(), signal.SIGKILL)

react({"test.done": [dies]}, clock.now())
"""


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(beside: dict[str, str]) -> None:
    happened()
    ended = subprocess.run([sys.executable, "-c", KILLED], env=beside, check=False)
    assert ended.returncode == -signal.SIGKILL, os.strerror(-ended.returncode)
    assert Chore.objects.count() == 0
    assert react({"test.done": [counts]}, MONDAY) == 1
    assert Chore.objects.count() == 1
