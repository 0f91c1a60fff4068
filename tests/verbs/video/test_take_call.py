"""A clerk takes a call from the waiting room; of two who reach for it one gets it."""

from datetime import timedelta

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.meetings.exchanging import seat_by
from yimen.meetings.models import Seat
from yimen.video.queries import host_key, listed_in
from yimen.video.verbs import take_call

pytestmark = pytest.mark.django_db


def test_the_resident_is_let_in_and_the_clerk_leads_the_call() -> None:
    key = make_video.waiting()
    call = make_video.taken(key)
    assert make_video.ask(key).state == "in"
    host = seat_by(host_key(call, make.clerk()), make.MONDAY)
    assert host is not None
    assert (host.part, host.is_host, host.state) == ("clerk", True, "in")
    entry = Entry.objects.get(code="video.taken")
    assert (entry.subject, entry.by) == (call.ref, f"office:{make.clerk().office_id}"), "no clerk is counted by it"


def test_nobody_is_let_in_who_is_not_there() -> None:
    with pytest.raises(Refused, match="not possible"):
        make_video.taken(make_video.asked())
    assert not Seat.objects.filter(is_host=True).exists()


def test_of_two_clerks_one_gets_it() -> None:
    key = make_video.waiting()
    seen_by_both = make_video.call_of(key)
    make_video.taken(key)
    with pytest.raises(Refused):
        take_call(by=make_video.second_clerk(), call=seen_by_both, town=make.town(), at=make.MONDAY)
    assert Seat.objects.filter(is_host=True).count() == 1


@pytest.mark.parametrize("who", ["handler", "supervisor", "administrator", "mediator"])
def test_nobody_but_a_clerk_of_the_centre_takes_calls(who: str) -> None:
    key = make_video.waiting()
    with pytest.raises(Refused, match="clerk of this centre"):
        make_video.taken(key, by=getattr(make, who)())


def test_the_links_are_over_three_hours_later() -> None:
    key = make_video.waiting()
    call = make_video.taken(key, at=make_video.SOON)
    assert seat_by(key, make_video.SOON + timedelta(hours=3)) is None
    assert seat_by(host_key(call, make.clerk()), make_video.SOON + timedelta(hours=3)) is None
    assert listed_in(make.clerk(), make_video.SOON + timedelta(hours=3)) == []
