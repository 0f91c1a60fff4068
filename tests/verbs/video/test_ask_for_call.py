"""Asking for a call by video: without a name, in the order of coming, while the centre is open."""

from datetime import timedelta

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.meetings.models import Meeting
from yimen.retention import forget
from yimen.video.models import VideoCall
from yimen.video.queries import before, listed_in, rows_lined_up, waiting_at
from yimen.video.rules import MOST_ASKED

pytestmark = pytest.mark.django_db


def test_whoever_asks_stands_in_the_waiting_room_of_the_centre() -> None:
    case = make.case()
    key = make_video.asked(needs=("interpreter", "captions", "nonsense"), case=case)
    call = make_video.call_of(key)
    assert (call.stage, call.needs, call.case_id, call.language) == ("waiting", "interpreter captions", case.pk, "bo")
    assert make_video.seat(key).state == "invited"
    entry = Entry.objects.get(subject=call.ref)
    assert (entry.code, entry.by, entry.facts) == ("video.asked", "resident", {"office": make.clerk().office_id})


def test_the_same_form_sent_twice_is_one_call() -> None:
    nonce = new_nonce()
    assert make_video.asked(nonce=nonce) == make_video.asked(nonce=nonce)
    assert VideoCall.objects.count() == 1
    assert Meeting.objects.count() == 1


def test_outside_the_hours_nobody_is_let_wait() -> None:
    with pytest.raises(Refused, match="at this hour"):
        make_video.asked(at=make.MONDAY + timedelta(hours=3))  # 13:00, the lunch break
    with pytest.raises(Refused, match="at this hour"):
        make_video.asked(at=make.MONDAY - timedelta(days=1))  # a Sunday


def test_one_connection_asks_a_dozen_times_an_hour() -> None:
    for _ in range(MOST_ASKED):
        make_video.asked(address="203.0.113.9")
    with pytest.raises(Refused, match="Very many calls"):
        make_video.asked(address="203.0.113.9")
    assert make_video.asked(address="203.0.113.10")


def test_only_who_is_there_is_counted_and_shown() -> None:
    """Somebody who never opened the page, and somebody who has gone, keep nobody waiting."""
    office, at = make.clerk().office_id, make.MONDAY
    make_video.asked()
    gone, first, second = (make_video.waiting(who) for who in ("gone", "first", "second"))
    later = at + timedelta(minutes=11)
    for key, who in ((first, "first"), (second, "second")):
        make_video.ask(key, who, at=later)
    assert waiting_at(office, at) == 3
    assert rows_lined_up(make.clerk()).count() == 3, "who never opened the page is not counted at the side"
    assert waiting_at(office, later) == 2
    assert before(make_video.call_of(second), later) == 1
    assert [one.id for one in listed_in(make.clerk(), later)] == [make_video.call_of(key).pk for key in (first, second)]
    make_video.ask(first, "first", at=later, leaves=True)
    assert before(make_video.call_of(second), later) == 0
    assert make_video.ask(gone, "gone", at=later).state == "waiting", "they keep their place if they come back"


def test_the_day_after_nothing_of_it_is_left() -> None:
    make_video.waiting(needs=("sign",))
    forget(make.MONDAY + timedelta(days=1))
    assert not VideoCall.objects.exists()
    assert not Meeting.objects.exists()
