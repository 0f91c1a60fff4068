"""Whoever was named as mediator says no."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import NamedIn


@transaction.atomic
def decline_naming(*, by: NamedIn, at: datetime) -> None:
    """Because they know a side, or for any reason; none is asked. The committee names somebody else."""
    require(may(by, "decline_naming"))
    mediation = by.mediation
    move(
        mediation, "decline_naming", mediator=None, mediator_post=None,
        not_again=[*mediation.not_again, by.acting.staff_id],
    )  # fmt: skip
    record("mediation.naming_declined", subject=mediation.ref, by=by.ref, at=at)
