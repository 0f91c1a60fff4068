"""What cannot be taken by itself waits for a clerk."""

from datetime import datetime

from django.db import transaction

from yimen.intake.models import Arrival
from yimen.intake.reading import Said
from yimen.intake.rules import Stage, Why
from yimen.journal.record import record
from yimen.notifications.letters import promise_letter
from yimen.people.rules import Clock


@transaction.atomic
def hold_arrival(*, by: Clock, arrival: Arrival, why: Why, told: Said | None = None, at: datetime) -> None:
    """Nothing of it is lost, and nothing of it is shown before a clerk opens it. ``told``: who gets a word about it."""
    stage = Stage.ASIDE if why is Why.AUTOMATIC else Stage.HELD
    Arrival.objects.change(arrival, stage=stage.value, why=why.value, next_at=None)
    if told:
        promise_letter(
            "mail-too-many", subject=arrival.ref, language=told.language, way="email", address=told.address, at=at
        )
    record("arrival.held", subject=arrival.ref, by=by.ref, at=at, why=why.value)
