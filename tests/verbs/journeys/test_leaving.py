"""Somebody leaves for good, and others have their posts from the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import make
from tests.make_colleagues import colleague, on_leave
from yimen.cases.together.in_hand import in_hand
from yimen.cases.verbs import accept_case
from yimen.journeys.leaving import leave_for_good
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.queries import acting_as, posts_of
from yimen.people.verbs.appoint_staff import NO_STAFF

pytestmark = pytest.mark.django_db
TODAY = day_of(make.MONDAY)


def test_whoever_follows_has_the_post_and_its_work_at_once() -> None:
    case, holder, pema = make.case(), make.handler(), colleague()
    assert in_hand([holder])[holder.post_id].cases == 1
    leave_for_good(
        by=make.administrator(), staff_id=holder.staff_id, followers={holder.post_id: pema.staff_id}, at=make.LATER
    )
    assert posts_of(holder.staff_id, TODAY) == []
    now = acting_as(pema.staff_id, holder.post_id, TODAY)
    assert now is not None
    assert not now.stands_in, "it is theirs"
    accept_case(by=now, case=case, at=make.LATER)


def test_where_they_stood_in_somebody_else_does() -> None:
    holder, pema, third = make.handler(), colleague(), colleague("tashi")
    on_leave(holder, pema)
    leave_for_good(
        by=make.administrator(), staff_id=pema.staff_id, followers={holder.post_id: third.staff_id}, at=make.LATER
    )
    assert posts_of(holder.staff_id, TODAY) == [], "still on leave"
    now = acting_as(third.staff_id, holder.post_id, TODAY)
    assert now is not None
    assert now.stands_in


def test_all_of_it_or_nothing() -> None:
    holder, pema = make.handler(), colleague()
    with pytest.raises(Refused):
        leave_for_good(
            by=make.administrator(), staff_id=holder.staff_id, followers={holder.post_id: 999_999}, at=make.LATER
        )
    assert posts_of(holder.staff_id, TODAY) == [holder]
    assert posts_of(pema.staff_id, TODAY) == [pema]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_at_once_one_hands_on() -> None:
    holder, two = make.handler(), (colleague(), colleague("tashi"))
    by, together = make.administrator(), Barrier(2)

    def hand_on(follower: int) -> str:
        together.wait(timeout=30)
        try:
            leave_for_good(by=by, staff_id=holder.staff_id, followers={holder.post_id: follower}, at=make.LATER)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(hand_on, [one.staff_id for one in two]))
    assert said == ["", NO_STAFF]
    assert sum(acting_as(one.staff_id, holder.post_id, TODAY) is not None for one in two) == 1
