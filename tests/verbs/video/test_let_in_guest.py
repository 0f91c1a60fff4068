"""Nobody enters a call without being let in by the clerk who leads it."""

import pytest

from tests import make, make_video
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.video.verbs import invite_guest, let_in_guest

pytestmark = pytest.mark.django_db


def test_the_interpreter_is_let_in() -> None:
    resident = make_video.waiting()
    call = make_video.taken(resident)
    key = invite_guest(by=make.clerk(), call=call, part="interpreter", at=make.MONDAY)
    with pytest.raises(Refused, match="not possible"):
        let_in_guest(by=make.clerk(), call=call, seat=make_video.seat(key), at=make.MONDAY)  # not there yet
    make_video.ask(key, "two", comes=True)
    with pytest.raises(Refused, match="leads this call"):
        let_in_guest(by=make_video.second_clerk(), call=call, seat=make_video.seat(key), at=make.MONDAY)
    let_in_guest(by=make.clerk(), call=call, seat=make_video.seat(key), at=make.MONDAY)
    assert make_video.ask(key, "two").state == "in"
    assert [seat["part"] for seat in make_video.ask(resident).seats or []] == ["resident", "clerk", "interpreter"]
    assert Entry.objects.get(code="video.let_in").subject == call.ref
