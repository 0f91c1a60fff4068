"""Booking a time: free by the opening hours and the calendar, and of two who reach for it one gets it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localtime

from tests import make, make_visits
from yimen.cases.rules import Way
from yimen.journal.models import Entry
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.people.rules import Operator
from yimen.retention import forget
from yimen.visits.booked.queries import booking_by, errand_of, free_days
from yimen.visits.models import Booking
from yimen.visits.rules import Errand
from yimen.visits.verbs import Wanted, book_visit, set_up_errand

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]


def at_once(number: int) -> None:
    """So many can book the same time."""
    errand = Errand("A", {"en": "All"}, 15, (), number)
    office = make_visits.centre_id()
    set_up_errand(by=Operator(), office_id=office, errand=errand, town=make.town(), at=make.MONDAY)


def test_free_is_what_the_hours_and_the_calendar_leave_from_an_hour_ahead() -> None:
    times = [localtime(one) for one in make_visits.free_times()]
    assert (f"{times[0]:%m-%d %H:%M}", f"{times[-1]:%m-%d %H:%M}") == ("03-02 11:00", "03-16 17:15")
    assert all(one.weekday() < 5 and one.hour not in {12, 13} for one in times)


def test_a_booking_has_a_code_and_no_name_and_sent_twice_it_is_one() -> None:
    nonce = new_nonce()
    first = make_visits.booked(nonce=nonce)
    second = make_visits.booked(first.booking.begins_at, nonce=nonce)
    assert (first.booking, first.code) == (second.booking, second.code)
    assert booking_by(first.code, address="", at=make.MONDAY) == first.booking
    assert first.code not in str(Booking.objects.values().get())
    assert first.booking.begins_at not in make_visits.free_times()
    entry = Entry.objects.get(subject=first.booking.ref)
    assert (entry.code, entry.by) == ("visit.booked", "resident")


def test_a_time_that_is_taken_or_not_offered_is_refused_in_words() -> None:
    taken = make_visits.booked().booking.begins_at
    with pytest.raises(Refused, match="just taken this time"):
        make_visits.booked(taken)
    for wrong in (taken + timedelta(minutes=1), taken - timedelta(days=1), taken + timedelta(days=60)):
        with pytest.raises(Refused, match="cannot be booked"):
            make_visits.booked(wrong)


def test_as_many_as_are_received_at_once_can_book_one_time() -> None:
    at_once(2)
    time = make_visits.free_times()[0]
    assert [make_visits.booked(time).booking.lane for _ in range(2)] == [0, 1]
    assert time not in make_visits.free_times()
    at_once(0)
    assert errand_of(make_visits.centre_id(), "A", make.town()) is None


def test_the_reminder_goes_out_on_the_day_before_by_the_way_that_was_chosen() -> None:
    time = make_visits.free_times()[-1]
    booking = make_visits.booked(time, tell=Way.EMAIL, address="a@example.org").booking
    letters = {letter.code: letter for letter in Letter.objects.filter(subject=booking.ref)}
    assert set(letters) == {"visit-booked", "visit-reminder"}
    reminder = letters["visit-reminder"]
    assert (reminder.way, reminder.address) == ("email", "a@example.org")
    assert f"{localtime(reminder.next_at):%m-%d %H:%M}" == "03-15 15:00"
    assert "17:15" in reminder.body
    soon = make_visits.booked(tell=Way.SMS, address="139").booking
    assert [letter.code for letter in Letter.objects.filter(subject=soon.ref)] == ["visit-booked"]
    with pytest.raises(Refused, match="address or number"):
        make_visits.booked(tell=Way.EMAIL)


def test_one_connection_does_not_book_all_times() -> None:
    for time in make_visits.free_times()[:30]:
        make_visits.booked(time, connection="198.51.100.7")
    with pytest.raises(Refused, match="Very many"):
        make_visits.booked(connection="198.51.100.7")


def test_in_the_night_after_its_day_nothing_is_left_of_it() -> None:
    booking = make_visits.booked(tell=Way.EMAIL, address="a@example.org").booking
    forget(make.MONDAY + timedelta(hours=12))
    assert Booking.objects.count() == 1
    forget(make.MONDAY + timedelta(days=1))
    assert Booking.objects.count() == 0
    assert not Letter.objects.filter(subject=booking.ref).exists()


def test_free_times_cost_one_statement(sql: Sql) -> None:
    town, errand, office = make.town(), errand_of(make_visits.centre_id(), "A", make.town()), make_visits.centre_id()
    assert errand is not None
    for time in make_visits.free_times()[:10]:
        make_visits.booked(time)
    with sql(at_most=1):
        free_days(office, errand, town, make.MONDAY)


def test_the_database_lets_one_into_a_time() -> None:
    """``booking_one_to_a_time``."""
    booking = make_visits.booked().booking
    booking.pk, booking.receipt_hash = None, b"another"
    with pytest.raises(IntegrityError), transaction.atomic():
        booking.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_of_three_who_reach_for_one_time_one_gets_it() -> None:
    time, town, office, start = make_visits.free_times()[0], make.town(), make_visits.centre_id(), Barrier(3)
    got: list[str] = []

    def reach() -> None:
        try:
            start.wait()
            wanted = Wanted(office, "A", time, "en", new_nonce())
            book_visit(by=make_visits.SOMEBODY, wanted=wanted, town=town, at=make.MONDAY)
            got.append("mine")
        except Refused as refused:
            got.append(refused.verdict.reason)
        finally:
            connection.close()

    hands = [Thread(target=reach) for _ in range(3)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(word[:12] for word in got) == ["Somebody els", "Somebody els", "mine"]
    assert day_of(Booking.objects.get().begins_at) == day_of(time)
