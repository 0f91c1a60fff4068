"""Nobody came."""

import pytest

from tests import make, make_visits
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.visits.models import Ticket
from yimen.visits.verbs import miss_ticket

pytestmark = pytest.mark.django_db


def test_the_counter_is_free_again_and_of_two_hands_one_counts() -> None:
    make_visits.taken()
    make_visits.taken()
    ticket = make_visits.called(1)
    stale = Ticket.objects.get(pk=ticket.pk)
    miss_ticket(by=make.clerk(), ticket=ticket, town=make.town(), at=make.MONDAY)
    with pytest.raises(Refused, match="just changed"):
        miss_ticket(by=make.clerk(), ticket=stale, town=make.town(), at=make.MONDAY)
    assert Entry.objects.filter(subject=ticket.ref, code="ticket.missed").count() == 1
    assert make_visits.numbers(make_visits.called(1)) == ["A002"]


def test_only_a_clerk_of_the_centre_says_so() -> None:
    make_visits.taken()
    ticket = make_visits.called(1)
    with pytest.raises(Refused, match="clerk of this centre"):
        miss_ticket(by=make.posted("one-door-1-clerk"), ticket=ticket, town=make.town(), at=make.MONDAY)
