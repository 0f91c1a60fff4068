"""A side leaves."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.endings import Ending
from yimen.mediation.moving import end
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import SideIn


@transaction.atomic
def leave_mediation(*, by: SideIn, at: datetime) -> None:
    """At any time before all have signed, with one button and without a reason: it is over (人民调解法 art. 23)."""
    require(may(by, "leave"))
    end(by.mediation, "leave", Ending.LEFT, at=at)
    record("mediation.left", subject=by.mediation.ref, by=by.ref, at=at, ending=Ending.LEFT.value)
