"""Somebody is signed out elsewhere."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment, SignIn
from yimen.people.policies import may_administer, may_set_up
from yimen.people.rules import Acting, Actor

NONE_OPEN = gettext_noop("There is no other sign-in to end.")


@transaction.atomic
def end_sign_ins(*, by: Actor, staff_id: int, at: datetime, only: int | None = None, but: str = "") -> int:
    """Their browsers are signed out with the next page: one (``only``), or all but the one with this session.

    Everybody may end their own; an administrator those of whoever works in the places that their post serves.
    """
    if not (isinstance(by, Acting) and by.staff_id == staff_id):
        require(may_administer(by))
        held = Appointment.objects.filter(staff_id=staff_id, from_on__lte=day_of(at))
        for place_path in held.values_list("post__office__place__path", flat=True).distinct():
            require(may_set_up(by, place_path))
    ending = SignIn.objects.filter(staff_id=staff_id).exclude(session_key=but)
    if only is not None:
        ending = ending.filter(pk=only)
    keys = list(ending.values_list("session_key", flat=True))
    if not keys:
        raise Refused(NONE_OPEN)
    Session.objects.filter(session_key__in=keys).delete()
    SignIn.objects.filter(session_key__in=keys).delete()
    record("staff.signed_out", subject=f"staff:{staff_id}", by=by.ref, at=at, browsers=len(keys))
    return len(keys)
