"""Somebody stops working at the desk."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Greatest

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, require
from yimen.people.models import Appointment, Staff
from yimen.people.policies import NOT_YOURSELF, may_administer, may_set_up
from yimen.people.rules import Acting, Actor
from yimen.people.verbs.appoint_staff import NO_STAFF


@transaction.atomic
def release_staff(*, by: Actor, staff_id: int, at: datetime) -> None:
    """They hold no post from now on and cannot sign in; sessions that are open end with their next page.

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
    posts = lasting.update(until_on=Greatest("from_on", today))
    new_edition("people")
    record("staff.released", subject=f"staff:{staff_id}", by=by.ref, at=at, posts=posts)
