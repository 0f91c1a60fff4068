"""The mediator writes down what the sides have agreed, in their words."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.mediation.agreements.rules import Drafted, Text, is_whole
from yimen.mediation.models import Agreement, Side
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, MediatorIn
from yimen.mediation.telling import tell_all


@transaction.atomic
def draft_agreement(*, by: MediatorIn, text: Text, at: datetime) -> Agreement:
    """A new version; the one before stays as it was. It binds nobody."""
    require(may(by, "draft"))
    sides = list(Side.objects.filter(mediation=by.mediation).values_list("number", flat=True))
    require(is_whole(text, sides, day_of(at)))
    for earlier in Agreement.objects.filter(mediation=by.mediation, state=Drafted.DRAFT):
        Agreement.objects.change(earlier, state=Drafted.REPLACED.value)
    made = Agreement.objects.create(
        mediation=by.mediation, at=at, state=Drafted.DRAFT.value, text=by.ring.seal(JOINT, text.exact())
    )
    move(by.mediation, "draft")
    tell_all(by.mediation, "mediation-news", at=at)
    record("mediation.drafted", subject=by.mediation.ref, by=by.ref, at=at, agreement=made.pk)
    return made
