"""Somebody stops working at the desk."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Greatest

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, require
from yimen.people.models import Appointment, SignIn, Staff
from yimen.people.policies import NOT_YOURSELF, may_administer, may_set_up
from yimen.people.rules import Acting, Actor
from yimen.people.verbs.appoint_staff import NO_STAFF
from yimen.people.verbs.end_appointment import end_standing_in


@transaction.atomic
def release_staff(*, by: Actor, staff_id: int, at: datetime) -> None:
    """They hold no post from now on, stand in for nobody and cannot sign in; all their browsers are signed out.

    Refused to an administrator whose own post does not serve the places of all their posts.
    """
    require(may_administer(by))
    if isinstance(by, Acting) and by.staff_id == staff_id:
        raise Refused(NOT_YOURSELF)
    today = day_of(at)
    lasting = Appointment.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=today), staff_id=staff_id)
    for place_path in lasting.values_list("post__office__place__path", flat=True):
        require(may_set_up(by, place_path))
    if not Staff.objects.filter(pk=staff_id, is_active=True).update(is_active=False):
        raise Refused(NO_STAFF)
    ended = list(lasting.filter(in_place_of=None).values_list("pk", flat=True))
    posts = lasting.update(until_on=Greatest("from_on", today))
    end_standing_in(staff_id, ended, today)
    Session.objects.filter(session_key__in=SignIn.objects.filter(staff_id=staff_id).values("session_key")).delete()
    SignIn.objects.filter(staff_id=staff_id).delete()
    new_edition("people")
    record("staff.released", subject=f"staff:{staff_id}", by=by.ref, at=at, posts=posts)
