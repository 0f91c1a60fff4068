"""A link that went to the wrong person opens nothing any more."""

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.video.queries import host_of
from yimen.video.verbs import invite_guest, turn_away_guest

pytestmark = pytest.mark.django_db


def test_they_are_out_for_good() -> None:
    call = make_video.taken(make_video.waiting())
    key = invite_guest(by=make.clerk(), call=call, part="companion", at=make.MONDAY)
    make_video.ask(key, "two", comes=True)
    turn_away_guest(by=make.clerk(), call=call, seat=make_video.seat(key), at=make.MONDAY)
    assert make_video.ask(key, "two", comes=True).state == "out"
    assert Entry.objects.get(code="video.turned_away").facts["part"] == "companion"


def test_only_by_whoever_leads_it_and_never_themself() -> None:
    key = make_video.waiting()
    call = make_video.taken(key)
    with pytest.raises(Refused, match="leads this call"):
        turn_away_guest(by=make_video.second_clerk(), call=call, seat=make_video.seat(key), at=make.MONDAY)
    host = host_of(call)
    assert host is not None
    with pytest.raises(Refused, match="leads this call"):
        turn_away_guest(by=make.clerk(), call=call, seat=host, at=make.MONDAY)
