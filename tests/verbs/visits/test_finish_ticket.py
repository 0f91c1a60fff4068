"""A visit is over; at night nothing of it is left but figures."""

from datetime import timedelta

import pytest

from tests import make, make_visits
from yimen.kernel.clock import day_of
from yimen.retention import forget
from yimen.visits.figures import figures_of
from yimen.visits.models import CentreDay, Roll, Ticket
from yimen.visits.verbs import finish_ticket, leave_queue, miss_ticket

pytestmark = pytest.mark.django_db
TEN = timedelta(minutes=10)


def a_day() -> None:
    """Four numbers: served, missed, given back, and one that waits to the end."""
    town, by = make.town(), make.clerk()
    tickets = [make_visits.taken().ticket for _ in range(4)]
    finish_ticket(by=by, ticket=make_visits.called(1, at=make.MONDAY + TEN), town=town, at=make.MONDAY + 3 * TEN)
    late = make_visits.called(1, at=make.MONDAY + 4 * TEN)
    miss_ticket(by=by, ticket=late, town=town, at=make.MONDAY + 4 * TEN)
    leave_queue(by=make_visits.SOMEBODY, ticket=tickets[2], at=make.MONDAY + 4 * TEN)


def test_the_figures_are_of_the_centre_and_stay_when_its_numbers_are_forgotten() -> None:
    a_day()
    on, office = day_of(make.MONDAY), make_visits.centre_id()
    (today,) = figures_of(office, on, 30)
    assert (today.given, today.called, today.missed, today.left, today.waited_long) == (4, 2, 1, 1, 1)
    assert (today.minutes_waited, today.minutes_served) == (25, 10)
    forget(make.MONDAY + timedelta(days=1))
    assert (Ticket.objects.count(), Roll.objects.count()) == (0, 0)
    tomorrow = figures_of(office, on + timedelta(days=1), 30)
    assert [(f.on, f.given) for f in tomorrow] == [(on + timedelta(days=1), 0), (on, 4)]
    assert tomorrow[1] == today
    forget(make.MONDAY + timedelta(days=1))
    assert CentreDay.objects.get().given == 4


def test_today_is_not_forgotten() -> None:
    a_day()
    forget(make.MONDAY + timedelta(hours=9))
    assert Ticket.objects.count() == 4


def test_no_table_of_the_queue_can_hold_who_came_or_who_called() -> None:
    related = {f.related_model.__name__ for m in (Ticket, CentreDay, Roll) for f in m._meta.fields if f.related_model}
    assert related == {"Office"}
