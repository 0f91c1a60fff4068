"""The program says by itself when SQLite has become the bottleneck."""

import logging
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from django.db import connection, transaction

from yimen.kernel.sqlite3 import base
from yimen.kernel.sqlite3.waiting import FEW, WINDOW, Waiting


def said(waits: list[float], seconds: float = WINDOW) -> str:
    """What is said when so many writers waited so long, spread over this time."""
    waiting = Waiting(began=0.0)
    return [waiting.note(wait, seconds * n / len(waits)) for n, wait in enumerate(waits, 1)][-1]


def test_a_quiet_minute_is_not_worth_a_word() -> None:
    assert said([0.001] * 500) == ""


def test_one_in_twenty_that_waits_long_is_a_bottleneck() -> None:
    words = said([0.001] * 90 + [0.4] * 9 + [1.26])
    assert "10 of 100 writers" in words
    assert "the longest 1.3 s" in words
    assert "docs/operate.md" in words


def test_one_in_twenty_exactly_is_still_allowed() -> None:
    assert said([0.001] * 95 + [0.4] * 5) == ""


def test_few_writers_are_no_verdict() -> None:
    assert said([2.0] * (FEW - 1)) == ""


def test_each_minute_is_judged_by_itself() -> None:
    waiting = Waiting(began=0.0)
    assert [waiting.note(1.0, n) for n in range(1, 61)][-1]
    assert not [waiting.note(0.001, 60 + n) for n in range(1, 61)][-1]


@pytest.mark.django_db(transaction=True)
def test_a_real_writer_that_waits_is_noticed(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has as many writers as there are connections")
    monkeypatch.setattr(base, "_waiting", waiting := Waiting(time.monotonic() - WINDOW, writers=FEW, long=FEW))
    holds = threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(str(connection.settings_dict["NAME"]), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            holds.set()
            time.sleep(0.3)
            other.execute("COMMIT")

    thread = threading.Thread(target=hold)
    thread.start()
    holds.wait()
    with caplog.at_level(logging.WARNING), transaction.atomic():
        pass
    thread.join()
    assert "SQLite is the bottleneck" in caplog.text
    assert waiting.writers == 0  # a new window has begun
