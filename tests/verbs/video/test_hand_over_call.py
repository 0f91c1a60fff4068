"""A call is handed over: nobody is left alone meanwhile, and it may be kept after all."""

from datetime import timedelta

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.people.models import Office
from yimen.video.models import VideoCall
from yimen.video.queries import call_in, listed_in, rows_lined_up
from yimen.video.verbs import hand_over_call, keep_call

pytestmark = pytest.mark.django_db


def offered(office_id: int) -> tuple[str, VideoCall]:
    key = make_video.waiting()
    call = make_video.taken(key)
    hand_over_call(by=make.clerk(), call=call, office_id=office_id, town=make.town(), at=make.MONDAY)
    return key, call


def test_a_colleague_sees_it_and_the_clerk_stays_in_it_until_then() -> None:
    office = make.clerk().office_id
    key, call = offered(office)
    assert make_video.ask(key).state == "in"
    second = make_video.second_clerk()
    listed = listed_in(second, make.MONDAY)
    assert [(one.stage, one.may_take_over) for one in listed] == [("offered", True)]
    assert [rows_lined_up(who).count() for who in (second, make.clerk())] == [1, 0]
    assert call_in(make.clerk(), call.pk)
    assert Entry.objects.get(code="video.offered").facts == {"office": office, "to": office}


def test_another_centre_takes_it_while_it_is_open() -> None:
    other = Office.objects.filter(kind="centre").exclude(pk=make.clerk().office_id).values_list("pk", flat=True)[0]
    _, call = offered(other)
    assert [one.id for one in listed_in(make.posted_at(other), make.MONDAY)] == [call.pk]
    assert call_in(make.clerk(), call.pk), "its clerk is still in it"
    keep_call(by=make.clerk(), call=call, at=make.MONDAY)
    assert listed_in(make.posted_at(other), make.MONDAY) == []
    with pytest.raises(Refused, match="at this hour"):
        hand_over_call(
            by=make.clerk(),
            call=call,
            office_id=other,
            town=make.town(),
            at=make.MONDAY + timedelta(hours=3),
        )


def test_only_its_own_clerk_hands_it_over_and_keeps_it() -> None:
    _, call = offered(make.clerk().office_id)
    second = make_video.second_clerk()
    with pytest.raises(Refused, match="leads this call"):
        hand_over_call(by=second, call=call, office_id=second.office_id, town=make.town(), at=make.MONDAY)
    with pytest.raises(Refused, match="leads this call"):
        keep_call(by=second, call=call, at=make.MONDAY)
