"""A colleague has lost their second step."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import StepReset
from yimen.people.rules import Acting
from yimen.people.steps import LASTS, WAITS, require_reset, require_second, staff_with_step


@transaction.atomic
def ask_step_reset(*, by: Acting, username: str, at: datetime) -> None:
    """An administrator asks to take it away; nothing happens before another one agrees, within three days.

    Refused for oneself, where the post does not serve all their places, and where nobody is there to agree.
    """
    staff = staff_with_step(username)
    paths = require_reset(by, staff.pk)
    require_second(paths, (by.staff_id, staff.pk), day_of(at))
    StepReset.objects.filter(staff=staff, done_at__isnull=True, at__lte=at - LASTS).delete()
    row = {"at": at, "asked_by_id": by.staff_id}
    _, is_new = StepReset.objects.get_or_create(staff=staff, done_at=None, defaults=row)
    if not is_new:
        raise Refused(WAITS)
    record("staff.step_reset_asked", subject=f"staff:{staff.pk}", by=by.ref, at=at)
