"""A side goes on without somebody who came with it."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.mediation.companions.parting import part_with
from yimen.mediation.companions.rules import Joined
from yimen.mediation.models import Companion
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.telling import tell_all


@transaction.atomic
def dismiss_companion(*, by: SideIn, companion: int, at: datetime) -> None:
    """At any time and without a reason; from then on their code opens nothing."""
    require(may(by, "dismiss_companion"))
    row = Companion.objects.filter(side=by.side, pk=companion).exclude(joined=Joined.OUT).first()
    if row is None:
        raise Refused(NOT_YOU)
    part_with(by.mediation.pk, row, at=at)
    tell_all(by.mediation, "mediation-news", at=at, but=by.side.number)
    record("mediation.companion_dismissed", subject=by.mediation.ref, by=by.ref, at=at, companion=row.pk)
