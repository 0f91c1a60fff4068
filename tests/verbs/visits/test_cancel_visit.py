"""Cancelling a booked visit."""

import pytest

from tests import make, make_visits
from yimen.cases.rules import Way
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.visits.verbs import cancel_visit

pytestmark = pytest.mark.django_db


def test_the_time_is_free_again_and_nobody_is_reminded() -> None:
    time = make_visits.free_times()[-1]
    booking = make_visits.booked(time, tell=Way.EMAIL, address="a@example.org").booking
    cancel_visit(by=make_visits.SOMEBODY, booking=booking, at=make.MONDAY)
    booking.refresh_from_db()
    assert (booking.state, booking.address) == ("cancelled", "")
    assert not Letter.objects.filter(subject=booking.ref).exists()
    assert make_visits.booked(time).booking.begins_at == time
    with pytest.raises(Refused, match="was cancelled"):
        cancel_visit(by=make_visits.SOMEBODY, booking=booking, at=make.MONDAY)


def test_not_when_it_has_begun() -> None:
    booking = make_visits.booked().booking
    with pytest.raises(Refused, match="has begun"):
        cancel_visit(by=make_visits.SOMEBODY, booking=booking, at=booking.begins_at)
