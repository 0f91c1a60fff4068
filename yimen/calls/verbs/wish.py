"""Somebody on the telephone asks to be called back."""

from datetime import datetime

from django.db import transaction

from yimen.calls.models import Wish
from yimen.calls.policies import may_take_calls
from yimen.calls.rules import LONGEST_ABOUT, NO_NUMBER
from yimen.journal.record import record
from yimen.kernel.text import plain
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting


@transaction.atomic
def wish_call_back(*, by: Acting, phone: str, about: str, language: str, at: datetime) -> Wish:
    """By the desk that has the call now. The number is sealed, and read by nobody but who calls it."""
    require(may_take_calls(by))
    phone = plain(phone, 40)
    if not phone:
        raise Refused(NO_NUMBER)
    wish: Wish = Wish.objects.create(
        desk_id=by.office_id, phone=phone, about=plain(about, LONGEST_ABOUT), language=language, since_at=at
    )
    record("call_back.wished", subject=wish.ref, by=by.ref, at=at, office=by.office_id)
    return wish
