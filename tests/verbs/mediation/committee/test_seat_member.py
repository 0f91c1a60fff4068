"""A seat."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Seat,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_for_three_years_at_most_and_from_a_mediators_post() -> None:
    made = make_it.committee()
    on, post = day_of(AT), make_it.mediator().post_id
    good = verbs.Term(post, on, on + timedelta(days=365))
    for wrong in (
        replace(good, until_on=on + timedelta(days=1200)),
        replace(good, post_id=make.handler().post_id),
        replace(good, until_on=on),
    ):
        with pytest.raises(Refused):
            verbs.seat_member(by=make.OPERATOR, committee=made, term=wrong, at=AT)
    seat = verbs.seat_member(by=make.administrator(), committee=made, term=good, at=AT)
    with pytest.raises(Refused, match="already"):
        verbs.seat_member(by=make.OPERATOR, committee=made, term=good, at=AT)
    verbs.seat_ends(by=make.OPERATOR, seat=seat, on=on + timedelta(days=1), at=AT)
    assert Seat.objects.get(pk=seat.pk).until_on == on + timedelta(days=1)
    with pytest.raises(IntegrityError, match="seat_ends_after_it_begins"), transaction.atomic():
        Seat.objects.filter(pk=seat.pk).update(until_on=on)
    with pytest.raises(IntegrityError), transaction.atomic():  # seat_once_per_term
        Seat.objects.create(committee=made, post_id=post, from_on=on, until_on=on + timedelta(days=9), engaged="member")
