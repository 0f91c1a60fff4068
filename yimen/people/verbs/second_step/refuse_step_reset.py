"""A second step is not lost after all, or nobody knows whether it is really them."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused
from yimen.people.models import StepReset
from yimen.people.rules import Acting
from yimen.people.steps import OVER, require_reset, waiting


@transaction.atomic
def refuse_step_reset(*, by: Acting, reset_id: int, at: datetime) -> None:
    """The request is gone, and the second step stays. Whoever asked may do this, too."""
    asked = waiting(reset_id, at)
    require_reset(by, asked.staff_id)
    if not StepReset.objects.filter(pk=asked.pk, done_at__isnull=True).delete()[0]:
        raise Refused(OVER)
    record("staff.step_reset_refused", subject=f"staff:{asked.staff_id}", by=by.ref, at=at)
