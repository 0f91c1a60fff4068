"""A colleague takes a call over: what was handed over, or what a broken computer has left alone."""

from datetime import timedelta

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.video.queries import call_in, host_key, host_of
from yimen.video.verbs import hand_over_call, take_over_call

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_whoever_takes_over_leads_it_and_the_first_clerk_is_out() -> None:
    key, second = make_video.waiting(), make_video.second_clerk()
    call = make_video.taken(key)
    first = host_key(call, make.clerk())
    make_video.ask(first, "clerk", comes=True)
    hand_over_call(by=make.clerk(), call=call, office_id=call.office_id, town=make.town(), at=make.MONDAY)
    take_over_call(by=second, call=call, town=make.town(), at=make.MONDAY)
    assert make_video.ask(first, "clerk").state == "out"
    assert make_video.ask(key).state == "in", "the resident stays where they are"
    assert [seat["part"] for seat in make_video.ask(key).seats or []] == ["resident", "clerk"]
    host = host_of(call)
    assert host is not None
    assert host.pk == make_video.seat(host_key(call, second)).pk
    assert Entry.objects.get(code="video.taken_over").by == f"office:{call.office_id}"


def test_it_may_go_back_to_the_first_one() -> None:
    call, second = make_video.taken(make_video.waiting()), make_video.second_clerk()
    for by, to in ((make.clerk(), second), (second, make.clerk())):
        hand_over_call(by=by, call=call, office_id=call.office_id, town=make.town(), at=make.MONDAY)
        take_over_call(by=to, call=call, town=make.town(), at=make.MONDAY + MINUTE)
    assert call.post_id == make.clerk().post_id


def test_nobody_drops_in_on_a_colleague() -> None:
    key, second = make_video.waiting(), make_video.second_clerk()
    call = make_video.taken(key)
    make_video.ask(host_key(call, make.clerk()), "clerk", comes=True)
    with pytest.raises(Refused, match="has not handed it over"):
        take_over_call(by=second, call=call, town=make.town(), at=make.MONDAY + MINUTE / 2)
    take_over_call(by=second, call=call, town=make.town(), at=make.MONDAY + MINUTE)


def test_of_two_who_take_it_over_one_leads_it() -> None:
    call, second = make_video.taken(make_video.waiting()), make_video.second_clerk()
    hand_over_call(by=make.clerk(), call=call, office_id=call.office_id, town=make.town(), at=make.MONDAY)
    seen_by_both = call_in(second, call.pk)
    assert seen_by_both
    take_over_call(by=second, call=call, town=make.town(), at=make.MONDAY)
    with pytest.raises(Refused):
        take_over_call(by=make.clerk(), call=seen_by_both, town=make.town(), at=make.MONDAY)
    with pytest.raises(Refused, match="clerk of this centre"):
        take_over_call(by=make.supervisor(), call=call, town=make.town(), at=make.MONDAY)
