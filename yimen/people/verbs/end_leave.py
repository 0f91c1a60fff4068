"""Somebody is back from leave, or does not go."""

from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment
from yimen.people.policies import may_arrange_leave
from yimen.people.queries import acting_in
from yimen.people.rules import Actor

NONE_SUCH = gettext_noop("There is no such leave.")
OVER = gettext_noop("This leave is over already.")
IN_THE_PAST = gettext_noop("Leave ends today or later. What was done from the post until now stays so.")


@transaction.atomic
def end_leave(*, by: Actor, leave_id: int, on: date, at: datetime) -> None:
    """From the day ``on`` the holder acts from the post again, and whoever stood in does not.

    If that is today, it holds from this very call. Leave that would only begin later never begins.
    """
    found = Appointment.objects.select_for_update(of=("self",)).filter(pk=leave_id, in_place_of__isnull=False)
    leave = found.select_related("in_place_of").first()
    if leave is None or leave.in_place_of is None:
        raise Refused(NONE_SUCH)
    whose = leave.in_place_of
    holder = acting_in(Appointment.objects.filter(pk=whose.pk), whose.staff_id)[0].acting
    require(may_arrange_leave(by, holder))
    if on < day_of(at):
        raise Refused(IN_THE_PAST)
    until = max(on, leave.from_on)
    if leave.until_on is not None and leave.until_on <= until:
        raise Refused(OVER)
    Appointment.objects.filter(pk=leave_id).update(until_on=until)
    new_edition("people")
    subject = f"post:{leave.post_id}"
    record(
        "staff.back", subject=subject, by=by.ref, at=at, staff=whose.staff_id, stood_in=leave.staff_id, on=str(until)
    )
