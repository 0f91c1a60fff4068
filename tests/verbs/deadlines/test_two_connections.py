"""Dates are counted again while people work: on a real PostgreSQL, with two connections, nobody meets an error."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, connections, transaction

from tests import make
from tests.pages.desk.browsing import opened, text
from yimen.cases.models import Case
from yimen.cases.reacting import move_dates, move_on
from yimen.deadlines.models import Term
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.journal.models import Entry
from yimen.kernel.busy import is_busy

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NAMES = {"zh-hans": "香浪节", "en": "Shanglang festival"}
ASKED = {"text": "Which side?", "version": "0"}


def in_a_thread(work: Callable[[], object]) -> threading.Thread:
    """Somebody else, with a connection of their own."""

    def working() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=working)
    thread.start()
    return thread


def is_waited_for() -> bool:
    """Is anybody waiting for a lock?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def test_a_case_is_moved_while_another_one_is_held() -> None:
    """Whoever holds one case makes the worker wait at that case alone; the others have their days already."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    cases = [make.accepted_case() for _ in range(3)]
    due = cases[0].due_on
    assert due
    mark_local_day(by=make.OPERATOR, on=due, works=False, names=NAMES, at=make.LATER)
    move_dates(Entry(code="calendar.changed"), make.LATER)
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            list(Term.objects.select_for_update().filter(subject=cases[2].ref))
            held.set()
            let_go.wait(20)

    holder = in_a_thread(hold)
    assert held.wait(10)
    worker = in_a_thread(lambda: [None for _ in iter(lambda: move_on(make.LATER), False)])
    worker.join(3)
    assert worker.is_alive()  # it waits for the third case
    assert [case.due_on > due for case in map(make.fresh, cases) if case.due_on] == [True, True, False]
    let_go.set()
    holder.join()
    worker.join(20)
    assert make.fresh(cases[2]).due_on == make.fresh(cases[0]).due_on


def test_a_deadlock_is_told_kindly_and_what_was_typed_can_be_sent_again() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no deadlocks")
    case = make.accepted_case()
    client = opened(make.handler(), case.pk)
    has_case = threading.Event()

    def other_way_round() -> None:
        """Takes the case first and its terms afterwards: the wrong way, so one of the two must lose."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL deadlock_timeout = '30s'")  # so that the page is the one that loses
            Case.objects.select_for_update().get(pk=case.pk)
            has_case.set()
            while not is_waited_for():
                time.sleep(0.02)
            list(Term.objects.select_for_update().filter(subject=case.ref))

    other = in_a_thread(other_way_round)
    assert has_case.wait(10)
    page = client.post(f"/desk/cases/{case.pk}/question/", ASKED | {"version": str(case.version)})
    other.join(40)
    assert page.status_code == 503
    assert "Somebody is changing this just now" in text(page)
    assert 'value="Which side?"' in text(page)
    again = client.post(f"/desk/cases/{case.pk}/question/", ASKED | {"version": str(case.version)})
    assert again.status_code == 302
    assert make.fresh(case).state == "asked"


def test_what_is_only_busy_is_told_from_what_is_broken() -> None:
    assert is_busy(OperationalError("database is locked"))
    assert not is_busy(OperationalError("no such table: cases_case"))
