"""To another counter, with the same number."""

from datetime import timedelta

import pytest

from tests import make, make_visits
from yimen.kernel.verdict import Refused
from yimen.visits.queries import place_of
from yimen.visits.verbs import send_on

pytestmark = pytest.mark.django_db


def test_they_stand_first_at_the_other_counter_and_both_times_are_counted() -> None:
    make_visits.taken()
    make_visits.taken()
    ticket = make_visits.called(1)
    send_on(by=make.clerk(), ticket=ticket, counter=3, town=make.town(), at=make.MONDAY + timedelta(minutes=2))
    ticket.refresh_from_db()
    assert (ticket.state, ticket.only_counter, ticket.served) == ("waiting", 3, 120)
    assert place_of(ticket, make.town()).before == 0
    assert make_visits.called(3, at=make.MONDAY + timedelta(minutes=3)) == ticket


def test_not_to_the_counter_where_they_are_nor_to_one_that_is_not_there() -> None:
    make_visits.taken()
    ticket = make_visits.called(1)
    for counter, why in ((1, "at this counter already"), (9, "no counter 9")):
        with pytest.raises(Refused, match=why):
            send_on(by=make.clerk(), ticket=ticket, counter=counter, town=make.town(), at=make.MONDAY)
