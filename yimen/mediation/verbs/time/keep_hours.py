"""When a mediator can usually mediate."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.models import FreeHours
from yimen.mediation.policies import may_mediate
from yimen.people.rules import Acting, Hours, are_hours


@transaction.atomic
def keep_hours(*, by: Acting, hours: Hours, at: datetime) -> None:
    """Times are proposed out of these; the head of the committee reads the first free day, and nothing else."""
    require(may_mediate(by))
    require(are_hours(hours))
    FreeHours.objects.update_or_create(post_id=by.post_id, defaults={"hours": dict(hours)})
    record("mediator.hours_kept", subject=f"post:{by.post_id}", by=by.ref, at=at)
