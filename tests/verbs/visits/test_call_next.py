"""Calling the next number: first come, first served, and never one number to two counters."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make, make_visits
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.visits.models import Ticket
from yimen.visits.queries import screen_of
from yimen.visits.verbs import send_on

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
SOON = make.MONDAY + timedelta(minutes=7)


def test_who_came_first_is_called_first_and_whoever_was_there_is_done() -> None:
    for _ in range(3):
        make_visits.taken()
    first = make_visits.called(1, at=SOON)
    second = make_visits.called(2, at=SOON)
    third = make_visits.called(1, seen=first.pk, at=SOON + timedelta(minutes=4))
    assert make_visits.numbers(first, second, third) == ["A001", "A002", "A003"]
    first.refresh_from_db()
    assert (first.state, first.waited, first.served) == ("done", 7 * 60, 4 * 60)
    assert (third.counter, third.state, third.waited) == (1, "called", 11 * 60)
    entry = Entry.objects.get(subject=third.ref, code="ticket.called")
    assert entry.by == f"office:{make_visits.centre_id()}"
    assert entry.facts == {"office": make_visits.centre_id(), "counter": 1, "done": first.ref}


def test_a_counter_calls_what_it_serves_and_whoever_was_sent_on_to_it() -> None:
    make_visits.errand("A", 1)
    make_visits.errand("B", 2)
    for letter in "AAB":
        make_visits.taken(letter)
    here = make_visits.called(2)
    assert make_visits.numbers(here) == ["B001"]
    with pytest.raises(Refused, match="Nobody is waiting"):
        make_visits.called(3)
    moved = make_visits.called(1)
    send_on(by=make.clerk(), ticket=moved, counter=2, town=make.town(), at=SOON)
    assert make_visits.numbers(make_visits.called(1), make_visits.called(2, seen=here.pk)) == ["A002", "A001"]


def test_a_second_press_of_the_same_page_calls_nobody_away() -> None:
    for _ in range(2):
        make_visits.taken()
    here = make_visits.called(1)
    with pytest.raises(Refused, match="just changed"):
        make_visits.called(1)
    with pytest.raises(Refused, match="just changed"):
        make_visits.called(2, seen=here.pk)
    assert Ticket.objects.filter(state="waiting").count() == 1


def test_only_clerks_of_the_centre_call_and_only_to_counters_that_are_there() -> None:
    make_visits.taken()
    for by in (make.handler(), make.supervisor(), make.administrator()):
        with pytest.raises(Refused, match="clerk of this centre"):
            make_visits.called(by=by)
    with pytest.raises(Refused, match="no counter 9"):
        make_visits.called(9)


def test_yesterdays_numbers_are_not_called() -> None:
    make_visits.taken()
    with pytest.raises(Refused, match="Nobody is waiting"):
        make_visits.called(at=make.MONDAY + timedelta(days=1))


def test_the_database_itself_keeps_one_number_to_a_counter() -> None:
    """``ticket_one_at_a_counter``."""
    make_visits.taken()
    make_visits.taken()
    make_visits.called(1)
    waiting = Ticket.objects.filter(state="waiting")
    with pytest.raises(IntegrityError), transaction.atomic():
        waiting.update(state="called", counter=1, called_at=SOON)


def test_calling_costs_the_same_however_many_wait(sql: Sql) -> None:
    for _ in range(30):
        make_visits.taken()
    by, town = make.clerk(), make.town()
    with sql(at_most=4):
        make_visits.call_next(by=by, counter=1, seen=0, town=town, at=SOON)
    with sql(at_most=2):
        screen = screen_of(by.office_id, SOON.date())
    assert (screen.waiting, screen.next[0], len(screen.next)) == (29, "A002", 8)


@pytest.mark.django_db(transaction=True)
def test_three_counters_at_the_same_moment_call_three_numbers() -> None:
    for _ in range(3):
        make_visits.taken()
    by, town, start = make.clerk(), make.town(), Barrier(3)
    found: list[str] = []

    def call(counter: int) -> None:
        try:
            start.wait()
            ticket = make_visits.call_next(by=by, counter=counter, seen=0, town=town, at=SOON)
            found.extend(make_visits.numbers(ticket))
        finally:
            connection.close()

    hands = [Thread(target=call, args=[counter]) for counter in (1, 2, 3)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(found) == ["A001", "A002", "A003"]
