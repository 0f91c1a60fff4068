"""An interpreter is asked into a call by a link of their own."""

from datetime import timedelta

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.meetings.exchanging import seat_by
from yimen.video.verbs import invite_guest

pytestmark = pytest.mark.django_db


def test_whoever_has_the_link_waits_and_it_is_over_after_two_hours() -> None:
    call = make_video.taken(make_video.waiting())
    key = invite_guest(by=make.clerk(), call=call, part="interpreter", at=make.MONDAY)
    assert make_video.ask(key, "two", comes=True).state == "waiting"
    assert seat_by(key, make.MONDAY + timedelta(hours=2)) is None
    assert Entry.objects.get(code="video.guest_invited").facts["part"] == "interpreter"


def test_only_by_whoever_leads_the_call_and_as_one_of_three() -> None:
    call = make_video.taken(make_video.waiting())
    with pytest.raises(Refused, match="leads this call"):
        invite_guest(by=make_video.second_clerk(), call=call, part="interpreter", at=make.MONDAY)
    for part in ("clerk", "resident", "supervisor", ""):
        with pytest.raises(Refused):
            invite_guest(by=make.clerk(), call=call, part=part, at=make.MONDAY)
