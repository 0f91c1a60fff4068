"""Somebody takes up a post."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment, Post, Staff
from yimen.people.policies import may_appoint
from yimen.people.rules import Actor

NO_POST = gettext_noop("There is no such post.")
NO_STAFF = gettext_noop("Nobody with this user name works here.")
HELD = gettext_noop("This post is held at that time. End that appointment first.")
BACKWARDS = gettext_noop("An appointment ends after it begins.")


@transaction.atomic
def appoint_staff(  # noqa: PLR0913 – who, what, from when until when, and whether the name may be shown
    *, by: Actor, staff_id: int, post_id: int, from_on: date, until_on: date | None = None,
    name_is_public: bool = False, at: datetime,
) -> int:  # fmt: skip
    """Give them this post from ``from_on`` up to, not including, ``until_on``; without it, until further notice.

    Refused if somebody holds the post in that time. Returns the appointment's id.
    """
    # The post's row is locked, so that of two administrators at once the second sees what the first has done.
    post = Post.objects.select_for_update(of=("self",)).filter(pk=post_id).select_related("office__place").first()
    if post is None or post.closed_on is not None:
        raise Refused(NO_POST)
    require(may_appoint(by, staff_id, post.office.place.path))
    if not Staff.objects.filter(pk=staff_id, is_active=True).exists():
        raise Refused(NO_STAFF)
    if until_on is not None and until_on <= from_on:
        raise Refused(BACKWARDS)
    overlapping = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    if until_on is not None:
        overlapping &= Q(from_on__lt=until_on)
    own = post.appointments.filter(overlapping, in_place_of__isnull=True)
    if own.exclude(until_on=F("from_on")).exists():
        raise Refused(HELD)
    appointment = Appointment.objects.create(
        staff_id=staff_id, post=post, from_on=from_on, until_on=until_on, name_is_public=name_is_public
    )
    new_edition("people")
    record("staff.appointed", subject=f"post:{post_id}", by=by.ref, at=at, staff=staff_id, from_on=str(from_on))
    return appointment.pk
