"""Calls of the small town's tests: who wants to be called back, and what an exchange tells."""

from datetime import datetime

from tests import make
from yimen.calls.models import Wish
from yimen.calls.ringing import note_ring
from yimen.calls.rules import Event, Heard
from yimen.calls.verbs import wish_call_back

NUMBER = "13900000000"


def wish(*, at: datetime = make.MONDAY, about: str = "A question about the pension.") -> Wish:
    """Somebody asked the town's service desk to call back."""
    by = make.clerk()
    return wish_call_back(by=by, phone=NUMBER, about=about, language="zh-hans", at=at)


def rings(event: str, *, call: str = "1", line: str = "201", at: datetime = make.MONDAY) -> bool:
    """The exchange tells it."""
    return note_ring(Heard(Event(event), call, line), at)
