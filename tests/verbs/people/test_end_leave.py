"""Somebody comes back early, or does not go."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_colleagues import colleague, on_leave
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment
from yimen.people.queries import acting_as, posts_of
from yimen.people.verbs.end_leave import end_leave
from yimen.people.verbs.take_leave import take_leave

pytestmark = pytest.mark.django_db
TODAY = day_of(make.MONDAY)


def test_it_ends_with_this_very_call_if_it_ends_today() -> None:
    holder, pema = make.handler(), colleague()
    pk = on_leave(holder, pema)
    end_leave(by=holder, leave_id=pk, on=TODAY, at=make.LATER)
    assert acting_as(pema.staff_id, holder.post_id, TODAY) is None
    assert posts_of(holder.staff_id, TODAY) == [holder]
    assert history(f"post:{holder.post_id}")[-1].code == "staff.back"


def test_it_ends_once_and_not_in_the_past() -> None:
    holder, pema = make.handler(), colleague()
    pk = on_leave(holder, pema)
    with pytest.raises(Refused, match="today or later"):
        end_leave(by=holder, leave_id=pk, on=TODAY - timedelta(days=1), at=make.LATER)
    end_leave(by=make.supervisor("urban"), leave_id=pk, on=TODAY + timedelta(days=2), at=make.LATER)
    with pytest.raises(Refused, match="over already"):
        end_leave(by=holder, leave_id=pk, on=TODAY + timedelta(days=2), at=make.LATER)


def test_leave_that_never_began_gives_nobody_the_post() -> None:
    holder, pema = make.handler(), colleague()
    begins = TODAY + timedelta(days=10)
    days = {"from_on": begins, "until_on": begins + timedelta(days=3)}
    pk = take_leave(by=holder, post_id=holder.post_id, stand_in=pema.staff_id, at=make.MONDAY, **days)
    end_leave(by=holder, leave_id=pk, on=TODAY, at=make.LATER)
    assert posts_of(holder.staff_id, begins) == [holder]
    assert acting_as(pema.staff_id, holder.post_id, begins) is None
    take_leave(by=holder, post_id=holder.post_id, stand_in=pema.staff_id, at=make.MONDAY, **days)


def test_whoever_stands_in_does_not_end_it_and_an_appointment_is_no_leave() -> None:
    holder, pema = make.handler(), colleague()
    pk = on_leave(holder, pema)
    with pytest.raises(Refused, match="Leave is arranged by"):
        end_leave(by=pema, leave_id=pk, on=TODAY, at=make.LATER)
    own = Appointment.objects.get(post_id=pema.post_id)
    with pytest.raises(Refused, match="no such leave"):
        end_leave(by=make.OPERATOR, leave_id=own.pk, on=TODAY, at=make.LATER)
