"""Another side agrees to a supporter or an expert, or does not."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.mediation.companions.parting import part_with
from yimen.mediation.companions.rules import BY_CONSENT, NOT_ASKED, Joined
from yimen.mediation.models import Companion
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.telling import tell_all


@transaction.atomic
def answer_companion(*, by: SideIn, companion: int, agrees: bool, at: datetime) -> None:
    """A yes can be taken back at any time: with the no of one side they are out, also when they are in already."""
    require(may(by, "answer_companion"))
    rows = Companion.objects.filter(side__mediation=by.mediation, role__in=BY_CONSENT).exclude(joined=Joined.OUT)
    row = rows.exclude(side=by.side).filter(pk=companion).first()
    if row is None:
        raise Refused(NOT_ASKED)
    if agrees:
        Companion.objects.change(row, agreed=sorted({*row.agreed, by.side.number}))
    else:
        part_with(by.mediation.pk, row, at=at)
    tell_all(by.mediation, "mediation-news", at=at, but=by.side.number)
    record("mediation.companion_answered", subject=by.mediation.ref, by=by.ref, at=at, companion=row.pk, agrees=agrees)
