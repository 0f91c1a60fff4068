"""Calling once more: whoever did not hear it, and whoever came late."""

from datetime import timedelta

import pytest

from tests import make, make_visits
from yimen.kernel.verdict import Refused
from yimen.visits.models import Ticket
from yimen.visits.verbs import call_again, finish_ticket, miss_ticket

pytestmark = pytest.mark.django_db
SOON = make.MONDAY + timedelta(minutes=5)


def again(ticket: Ticket, counter: int = 1) -> None:
    call_again(by=make.clerk(), ticket=ticket, counter=counter, town=make.town(), at=SOON)
    ticket.refresh_from_db()


def test_a_number_is_called_again_where_it_was_called() -> None:
    make_visits.taken()
    ticket = make_visits.called(1)
    again(ticket)
    assert (ticket.state, ticket.counter, ticket.calls) == ("called", 1, 2)


def test_who_was_missed_need_not_wait_anew_and_has_waited_as_long_as_the_first_time() -> None:
    make_visits.taken()
    ticket = make_visits.called(1)
    miss_ticket(by=make.clerk(), ticket=ticket, town=make.town(), at=make.MONDAY)
    again(ticket, counter=2)
    assert (ticket.state, ticket.counter, ticket.called_at, ticket.waited) == ("called", 2, SOON, 0)


def test_a_counter_where_somebody_is_calls_nobody_back() -> None:
    for _ in range(2):
        make_visits.taken()
    ticket = make_visits.called(1)
    miss_ticket(by=make.clerk(), ticket=ticket, town=make.town(), at=make.MONDAY)
    make_visits.called(1)
    with pytest.raises(Refused, match="Somebody is at this counter"):
        again(Ticket.objects.get(pk=ticket.pk))
    assert Ticket.objects.get(pk=ticket.pk).state == "missed"


def test_a_number_that_was_served_is_over() -> None:
    make_visits.taken()
    ticket = make_visits.called(1)
    finish_ticket(by=make.clerk(), ticket=ticket, town=make.town(), at=SOON)
    with pytest.raises(Refused, match="has been served"):
        again(ticket)
