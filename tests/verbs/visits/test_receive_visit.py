"""Whoever booked has come, or not."""

from datetime import timedelta

import pytest

from tests import make, make_visits
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.visits.booked.queries import booked_today
from yimen.visits.verbs import receive_visit

pytestmark = pytest.mark.django_db


def test_a_visit_for_a_case_counts_among_its_visits_and_one_without_does_not() -> None:
    case = make.case()
    about, alone = make_visits.booked(case=case).booking, make_visits.booked().booking
    for booking in (about, alone):
        receive_visit(by=make.clerk(), booking=booking, came=True, town=make.town(), at=make.LATER)
        assert booking.state == "came"
    assert Entry.objects.get(code="case.visited").subject == case.ref
    assert Entry.objects.get(code="visit.received").by == f"office:{make_visits.centre_id()}"


def test_who_did_not_come_counts_nowhere_and_it_is_said_once() -> None:
    booking = make_visits.booked(case=make.case()).booking
    receive_visit(by=make.clerk(), booking=booking, came=False, town=make.town(), at=make.LATER)
    assert not Entry.objects.filter(code="case.visited").exists()
    with pytest.raises(Refused, match="nobody came"):
        receive_visit(by=make.clerk(), booking=booking, came=True, town=make.town(), at=make.LATER)


def test_the_accused_office_learns_of_no_case_by_a_booking() -> None:
    booking = make_visits.booked(case=make.case(accused_office="KS-one-door")).booking
    receive_visit(by=make.clerk(), booking=booking, came=True, town=make.town(), at=make.LATER)
    assert not Entry.objects.filter(code="case.visited").exists()


def test_only_on_its_day_and_only_at_its_own_centre() -> None:
    later = make_visits.booked(make_visits.free_times()[-1]).booking
    with pytest.raises(Refused, match="not the day"):
        receive_visit(by=make.clerk(), booking=later, came=True, town=make.town(), at=make.MONDAY)
    elsewhere = make.posted("one-door-1-clerk")
    with pytest.raises(Refused, match="clerk of this centre"):
        receive_visit(by=elsewhere, booking=later, came=True, town=make.town(), at=make.MONDAY + timedelta(days=14))
    assert booked_today(elsewhere, later.begins_at.date()) == []
    assert booked_today(make.clerk(), later.begins_at.date()) == [later]
