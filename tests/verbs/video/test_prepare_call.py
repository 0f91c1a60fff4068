"""A link that a clerk gives somebody: into the waiting room, for a day."""

from datetime import timedelta

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.meetings.exchanging import seat_by
from yimen.video.queries import listed_in
from yimen.video.verbs import prepare_call

pytestmark = pytest.mark.django_db


def test_whoever_opens_the_link_waits_like_everybody() -> None:
    key = prepare_call(by=make.clerk(), language="bo", town=make.town(), at=make.MONDAY)
    assert listed_in(make.clerk(), make.MONDAY) == []
    assert make_video.ask(key, comes=True).state == "waiting"
    assert [one.language for one in listed_in(make.clerk(), make.MONDAY)] == ["bo"]
    assert Entry.objects.get(code="video.prepared").by == f"office:{make.clerk().office_id}"


def test_it_opens_nothing_after_a_day() -> None:
    key = prepare_call(by=make.clerk(), language="bo", town=make.town(), at=make.MONDAY)
    assert seat_by(key, make.MONDAY + timedelta(hours=23))
    assert seat_by(key, make.MONDAY + timedelta(hours=24)) is None


def test_only_a_clerk_gives_links() -> None:
    with pytest.raises(Refused, match="clerk of this centre"):
        prepare_call(by=make.handler(), language="bo", town=make.town(), at=make.MONDAY)
