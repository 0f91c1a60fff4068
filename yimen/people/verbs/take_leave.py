"""Somebody goes on leave from a post, and somebody stands in."""

from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.away import leave_met, own_posts
from yimen.people.leaves import Leave, may_be_away
from yimen.people.models import Appointment, Post, Staff
from yimen.people.policies import may_arrange_leave, may_stand_in
from yimen.people.queries import acting_in
from yimen.people.rules import Acting, Actor
from yimen.people.verbs.appoint_staff import NO_POST, NO_STAFF

NOBODYS = gettext_noop("Nobody holds this post on all of these days. Leave is taken from an appointment.")
NOT_THERE = gettext_noop("Whoever shall stand in does not work here on all of these days.")


@transaction.atomic
def take_leave(*, by: Actor, post_id: int, stand_in: int, from_on: date, until_on: date, at: datetime) -> int:
    """From ``from_on`` up to, not including, ``until_on``, ``stand_in`` acts from this post, and its holder does not.

    Everything follows the post: lists, what it is asked, what it may see. Who stands aside from a case still does.
    Returns the number of the leave.
    """
    if not Post.objects.select_for_update().filter(pk=post_id).exists():
        raise Refused(NO_POST)
    appointment = _throughout(post_id, from_on, until_on)
    # Both are locked, always in the same order: of two who would stand in for each other the second sees the first, and
    # nobody ends the appointment of either meanwhile (it is read once more, for that may have happened just before).
    two = sorted({appointment.staff_id, stand_in})
    rows = Staff.objects.select_for_update().filter(pk__in=two, is_active=True).order_by("pk")
    active = set(rows.values_list("pk", flat=True))
    if active != set(two):
        raise Refused(NO_STAFF)
    appointment = _throughout(post_id, from_on, until_on)
    holder = acting_in(Appointment.objects.filter(pk=appointment.pk), appointment.staff_id)[0].acting
    require(may_arrange_leave(by, holder))
    leave = Leave(post_id, appointment.staff_id, stand_in, from_on, until_on)
    require(may_be_away(leave, leave_met(leave), day_of(at)))
    require(may_stand_in(holder, _posts_throughout(leave)))
    row = Appointment.objects.create(
        staff_id=stand_in, post_id=post_id, from_on=from_on, until_on=until_on, in_place_of=appointment
    )
    new_edition("people")
    record(
        "staff.on_leave", subject=f"post:{post_id}", by=by.ref, at=at,
        staff=leave.staff_id, stands_in=stand_in, from_on=str(from_on), until_on=str(until_on),
    )  # fmt: skip
    return row.pk


def _throughout(post_id: int, from_on: date, until_on: date) -> Appointment:
    """Of whoever holds the post on all of these days."""
    own = Appointment.objects.filter(post_id=post_id, in_place_of=None, from_on__lte=from_on)
    found: Appointment | None = own.order_by("-from_on", "-id").first()
    if found is None or (found.until_on is not None and found.until_on < until_on):
        raise Refused(NOBODYS)
    return found


def _posts_throughout(leave: Leave) -> list[Acting]:
    """The posts of their own that whoever stands in holds on the first and still on the last of these days."""
    last = date.fromordinal(leave.until_on.toordinal() - 1)
    first_day, last_day = (own_posts(leave.stand_in_id, on) for on in (leave.from_on, last))
    both = {post.post_id for post in first_day} & {post.post_id for post in last_day}
    if not both:
        raise Refused(NOT_THERE)
    return [post for post in first_day if post.post_id in both]
