"""What ends because a day has passed."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.endings import Ending
from yimen.mediation.models import Mediation
from yimen.mediation.moving import end
from yimen.mediation.rules import State, may_move
from yimen.people.rules import Clock


@transaction.atomic
def end_late_mediation(*, by: Clock, mediation: Mediation, at: datetime) -> None:
    """Who was asked has not answered, which is no consent; or the month is over and not all wanted more time."""
    require(may_move(State(mediation.state), "end_late"))
    ending = Ending.NO_ANSWER if mediation.state == State.INVITING else Ending.TIME_OVER
    end(mediation, "end_late", ending, at=at)
    record("mediation.ended", subject=mediation.ref, by=by.ref, at=at, ending=ending.value)
