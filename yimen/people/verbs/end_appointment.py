"""Somebody leaves a post."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Greatest

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment, Staff
from yimen.people.policies import may_appoint
from yimen.people.rules import Actor

NONE_SUCH = gettext_noop("There is no such appointment.")
OVER = gettext_noop("This appointment is over already.")
IN_THE_PAST = gettext_noop("An appointment ends today or later. What was done from the post until now stays so.")


def end_standing_in(staff_id: int, ended: list[int], on: date) -> None:
    """Leave from these appointments ends with them; and whoever has no post of their own left stands in for nobody."""
    lasting = Appointment.objects.filter(until_on__gt=on, in_place_of__isnull=False)
    whose = Q(in_place_of__in=ended)
    own = Appointment.objects.filter(staff_id=staff_id, in_place_of=None)
    if not own.filter(Q(until_on__isnull=True) | Q(until_on__gt=on)).exists():
        whose |= Q(staff_id=staff_id)
    lasting.filter(whose).update(until_on=Greatest("from_on", on))


@transaction.atomic
def end_appointment(*, by: Actor, appointment_id: int, on: date, at: datetime) -> None:
    """From the day ``on`` they hold the post no more; if that is today, their access ends with this very call.

    An appointment that would only begin later ends on the day it was to begin, and so never gives access.
    """
    # They are locked first: whoever arranges leave for or by them at this moment waits, or is waited for.
    whose = Appointment.objects.filter(pk=appointment_id).values("staff")
    list(Staff.objects.select_for_update(no_key=True).filter(pk__in=whose).values_list("pk"))
    found = Appointment.objects.select_for_update(of=("self",)).select_related("post__office__place")
    appointment = found.filter(pk=appointment_id, in_place_of=None).first()
    if appointment is None:
        raise Refused(NONE_SUCH)
    require(may_appoint(by, appointment.staff_id, appointment.post.office.place.path))
    if on < day_of(at):
        raise Refused(IN_THE_PAST)
    until = max(on, appointment.from_on)
    if appointment.until_on is not None and appointment.until_on <= until:
        raise Refused(OVER)
    Appointment.objects.filter(pk=appointment_id).update(until_on=until)
    end_standing_in(appointment.staff_id, [appointment_id], until)
    new_edition("people")
    post = appointment.post_id
    record("staff.left_post", subject=f"post:{post}", by=by.ref, at=at, staff=appointment.staff_id, on=str(until))
