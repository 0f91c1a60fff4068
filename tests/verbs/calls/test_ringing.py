"""What an exchange tells, the clock that follows from it, and the figure that is all that stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.make_calls import rings
from yimen.calls.figures import Month, count_call, months_of
from yimen.calls.models import CallMonth, Ring
from yimen.calls.ringing import forget_rings, ring_at
from yimen.kernel.clock import day_of

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_a_call_rings_is_answered_and_ends_each_once() -> None:
    at = make.MONDAY
    assert rings("ringing", at=at)
    assert rings("answered", at=at + MINUTE)
    assert rings("ended", at=at + 5 * MINUTE)
    ring = ring_at("201", at + 6 * MINUTE)
    assert ring is not None
    assert (ring.rang_at, ring.answered_at, ring.ended_at) == (at, at + MINUTE, at + 5 * MINUTE)
    for event in ("ringing", "answered", "ended"):
        assert not rings(event, at=at + 9 * MINUTE), f"{event} once more changes nothing"
    assert Ring.objects.values_list("rang_at", "answered_at", "ended_at").get() == (
        ring.rang_at, ring.answered_at, ring.ended_at,
    )  # fmt: skip


def test_a_call_that_was_never_told_of_before_may_begin_with_its_answer_and_not_with_its_end() -> None:
    assert rings("answered")
    assert not rings("ended", call="2")
    assert Ring.objects.count() == 1


def test_each_desk_sees_its_own_telephone_and_no_name_of_the_call_is_kept() -> None:
    rings("ringing", call="SIP/somebody-7")
    ring = ring_at("201", make.MONDAY)
    assert ring is not None
    assert b"somebody" not in bytes(ring.call_hash)
    assert {f.name for f in Ring._meta.get_fields()} == {
        "id",
        "call_hash",
        "line",
        "rang_at",
        "answered_at",
        "ended_at",
    }
    assert ring_at("202", make.MONDAY) is None
    assert ring_at("", make.MONDAY) is None
    assert forget_rings(make.MONDAY + timedelta(days=1, minutes=1)) == 1


def test_of_a_call_only_a_figure_of_the_centre_stays() -> None:
    by, at = make.clerk(), make.MONDAY
    assert count_call(by=by, began_at=at, ended_at=at + 4 * MINUTE) == 4
    assert count_call(by=by, began_at=at, ended_at=at + 7 * MINUTE) == 7
    assert count_call(by=by, began_at=at, ended_at=at + timedelta(hours=9)) == 0
    assert months_of(by.office_id) == [Month(day_of(at).replace(day=1), 2, 11)]
    assert {f.name for f in CallMonth._meta.get_fields()} == {"id", "office", "month", "calls", "minutes"}
    assert months_of(by.office_id)[0].average == 6


def test_what_the_tables_hold_to() -> None:
    rings("answered", at=make.MONDAY)
    with pytest.raises(IntegrityError, match=r"ring_answered_after_it_rang"), transaction.atomic():
        Ring.objects.update(answered_at=make.MONDAY - MINUTE)
    count_call(by=make.clerk(), began_at=make.MONDAY, ended_at=make.MONDAY + MINUTE)
    again = CallMonth.objects.get()
    again.pk = None
    with pytest.raises(IntegrityError, match=r"call_month_once|calls_callmonth"), transaction.atomic():
        again.save(force_insert=True)
