"""Whoever runs the machine takes away a second step that is lost: where there is no second administrator."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.people.models import StepReset
from yimen.people.rules import Operator
from yimen.people.steps import staff_with_step, take_away


@transaction.atomic
def reset_step(*, by: Operator, username: str, at: datetime) -> None:
    """As when two administrators agree; what was asked for meanwhile is done by it."""
    staff = staff_with_step(username)
    StepReset.objects.filter(staff=staff, done_at__isnull=True).delete()
    StepReset.objects.create(at=at, staff=staff, done_at=at)
    browsers = take_away(staff.pk)
    record("staff.step_reset", subject=f"staff:{staff.pk}", by=by.ref, at=at, browsers=browsers)
