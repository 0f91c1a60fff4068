"""The invented town has committees where its mediators sit."""

import pytest

from tests import make
from yimen.journeys.kelsang.committees import invent_committees
from yimen.mediation.models import Committee, Seat

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_one_for_each_office_with_mediators_and_none_twice() -> None:
    make.town()
    invent_committees(make.MONDAY)
    invent_committees(make.MONDAY)
    made = Committee.objects.get()
    assert (made.level, made.sign, made.names["zh-hans"]) == ("town", "格", "格桑市人民调解委员会")
    assert Seat.objects.get(committee=made).is_head
