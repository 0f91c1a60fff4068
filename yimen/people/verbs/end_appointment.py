"""Somebody leaves a post."""

from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment
from yimen.people.policies import may_appoint
from yimen.people.rules import Actor

NONE_SUCH = gettext_noop("There is no such appointment.")
OVER = gettext_noop("This appointment is over already.")
IN_THE_PAST = gettext_noop("An appointment ends today or later. What was done from the post until now stays so.")


@transaction.atomic
def end_appointment(*, by: Actor, appointment_id: int, on: date, at: datetime) -> None:
    """From the day ``on`` they hold the post no more; if that is today, their access ends with this very call.

    An appointment that would only begin later ends on the day it was to begin, and so never gives access.
    """
    found = Appointment.objects.select_for_update(of=("self",)).select_related("post__office__place")
    appointment = found.filter(pk=appointment_id).first()
    if appointment is None:
        raise Refused(NONE_SUCH)
    require(may_appoint(by, appointment.staff_id, appointment.post.office.place.path))
    if on < day_of(at):
        raise Refused(IN_THE_PAST)
    until = max(on, appointment.from_on)
    if appointment.until_on is not None and appointment.until_on <= until:
        raise Refused(OVER)
    Appointment.objects.filter(pk=appointment_id).update(until_on=until)
    new_edition("people")
    post = appointment.post_id
    record("staff.left_post", subject=f"post:{post}", by=by.ref, at=at, staff=appointment.staff_id, on=str(until))
