"""A clerk puts away what is no case."""

from datetime import datetime

from django.db import transaction

from yimen.intake.models import Arrival
from yimen.intake.policies import may_open_arrivals
from yimen.intake.rules import LONGEST_REASON, Stage
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def discard_arrival(*, by: Acting, arrival: Arrival, reason: str, at: datetime) -> None:
    """With a reason; what was written is overwritten at once."""
    require(may_open_arrivals(by, the_town()))
    reason = needed(reason, LONGEST_REASON)
    Arrival.objects.change(arrival, stage=Stage.DISCARDED.value, put_away=reason, content=b"", next_at=None)
    record("arrival.discarded", subject=arrival.ref, by=by.ref, at=at, office=by.office_id)
