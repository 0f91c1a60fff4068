"""Giving a number back."""

import pytest

from tests import make, make_visits
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.visits.verbs import leave_queue

pytestmark = pytest.mark.django_db


def test_nobody_is_called_in_vain() -> None:
    first, _second = make_visits.taken().ticket, make_visits.taken()
    leave_queue(by=make_visits.SOMEBODY, ticket=first, at=make.MONDAY)
    assert make_visits.numbers(make_visits.called(1)) == ["A002"]
    assert Entry.objects.get(code="ticket.left").by == "resident"
    with pytest.raises(Refused, match="given back"):
        leave_queue(by=make_visits.SOMEBODY, ticket=first, at=make.MONDAY)
