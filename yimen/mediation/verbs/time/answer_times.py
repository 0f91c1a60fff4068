"""A side says which of the offered times suit it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.mediation.models import OfferedTime, TimeAnswer
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.sittings.rules import NO_SUITS, NOTHING_OFFERED, YES_SUITS


@transaction.atomic
def answer_times(*, by: SideIn, suits: Collection[int], at: datetime) -> None:
    """``suits``: the ids of those at which it can come; none is an answer too. It may be said again, differently."""
    require(may(by, "answer_times"))
    # Whoever takes these times back meanwhile waits until this is written; whoever was quicker is read here.
    rows = OfferedTime.objects.select_for_update(no_key=True).filter(mediation=by.mediation)
    offered = list(rows.values_list("pk", flat=True))
    if not offered or not set(suits) <= set(offered):
        raise Refused(NOTHING_OFFERED)
    said = [
        TimeAnswer(time_id=pk, side=by.side.number, suits=by.ring.seal(by.own, YES_SUITS if pk in suits else NO_SUITS))
        for pk in offered
    ]
    TimeAnswer.objects.bulk_create(said, update_conflicts=True, update_fields=["suits"], unique_fields=["time", "side"])
    record("mediation.times_answered", subject=by.mediation.ref, by=by.ref, at=at)
