"""Rights and duties were read out, and a side has understood them."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.models import Side
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import MediatorIn, SideIn


@transaction.atomic
def confirm_rights(*, by: SideIn | MediatorIn, side: int = 0, at: datetime) -> None:
    """By the side itself, or by the mediator who has read them out to it (人民调解法 art. 23, 24)."""
    require(may(by, "confirm_rights"))
    number = by.side.number if isinstance(by, SideIn) else side
    Side.objects.filter(mediation=by.mediation, number=number, rights_at=None).update(rights_at=at)
    move(by.mediation, "confirm_rights")
    record("mediation.rights_confirmed", subject=by.mediation.ref, by=by.ref, at=at, side=number)
