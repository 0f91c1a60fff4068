"""A call is over: all links end, and nothing that was typed is left."""

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.meetings.models import Line
from yimen.meetings.rules import Say
from yimen.video.queries import listed_in
from yimen.video.verbs import end_call

pytestmark = pytest.mark.django_db


def test_it_is_over_for_everybody_and_what_was_typed_is_gone() -> None:
    key = make_video.waiting()
    call = make_video.taken(key)
    make_video.ask(key, lines=((Say.CHAT, "The lamp is dark."),))
    assert Line.objects.count() == 1
    with pytest.raises(Refused, match="leads this call"):
        end_call(by=make_video.second_clerk(), call=call, at=make.MONDAY)
    end_call(by=make.clerk(), call=call, at=make.MONDAY)
    assert not Line.objects.exists()
    assert make_video.ask(key).state == "over"
    assert listed_in(make.clerk(), make.MONDAY) == []
    assert Entry.objects.get(code="video.ended").facts == {"office": call.office_id}
    with pytest.raises(Refused, match="over"):
        end_call(by=make.clerk(), call=call, at=make.MONDAY)
