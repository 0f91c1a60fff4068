"""A second administrator knows that a colleague has lost their second step."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused
from yimen.people.models import StepReset
from yimen.people.rules import Acting
from yimen.people.steps import ANOTHER_PERSON, OVER, require_reset, require_settled, take_away, waiting


@transaction.atomic
def agree_step_reset(*, by: Acting, reset_id: int, at: datetime) -> None:
    """Their apps, keys and recovery codes are gone, and all their browsers are signed out. They are told at their next
    sign-in, and the desk opens for them once they have a new second step.
    """
    asked = waiting(reset_id, at)
    require_reset(by, asked.staff_id)
    if asked.asked_by_id == by.staff_id:
        raise Refused(ANOTHER_PERSON)
    require_settled(by, asked.asked_by_id, at)
    if not StepReset.objects.filter(pk=asked.pk, done_at__isnull=True).update(done_at=at, second_id=by.staff_id):
        raise Refused(OVER)
    browsers = take_away(asked.staff_id)
    record("staff.step_reset", subject=f"staff:{asked.staff_id}", by=by.ref, at=at, browsers=browsers)
