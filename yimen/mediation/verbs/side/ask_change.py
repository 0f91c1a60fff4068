"""Somebody wants the text changed before they sign."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.agreements.rules import Drafted
from yimen.mediation.agreements.signing import fixed_text
from yimen.mediation.models import Agreement, Undertaking
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import MediatorIn, SideIn
from yimen.mediation.telling import tell_all


@transaction.atomic
def ask_change(*, by: SideIn | MediatorIn, at: datetime) -> None:
    """The text goes back to be written anew; signatures under it are for nothing, and nobody is bound."""
    require(may(by, "ask_change"))
    agreement = fixed_text(by.mediation)
    Undertaking.objects.filter(agreement=agreement).delete()
    Agreement.objects.change(agreement, state=Drafted.REPLACED.value)
    move(by.mediation, "ask_change")
    tell_all(by.mediation, "mediation-news", at=at, but=by.side.number if isinstance(by, SideIn) else 0)
    record("mediation.change_asked", subject=by.mediation.ref, by=by.ref, at=at)
