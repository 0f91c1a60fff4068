"""A proposal to all, by a side or by the mediator."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.mediation.models import Proposal
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, MediatorIn, SideIn
from yimen.mediation.rules import LONGEST_WORDS
from yimen.mediation.sittings.rules import Offered
from yimen.mediation.telling import tell_all


@transaction.atomic
def propose_to_all(*, by: SideIn | MediatorIn, words: str, at: datetime) -> Proposal:
    """What is proposed here binds nobody before an agreement is signed, and proves nothing elsewhere."""
    require(may(by, "propose"))
    side = by.side.number if isinstance(by, SideIn) else 0
    made = Proposal.objects.create(
        mediation=by.mediation,
        at=at,
        by_side=side,
        state=Offered.OPEN.value,
        words=by.ring.seal(JOINT, needed(words, LONGEST_WORDS)),
    )
    move(by.mediation, "propose")
    tell_all(by.mediation, "mediation-news", at=at, but=side)
    record("mediation.proposed", subject=by.mediation.ref, by=by.ref, at=at, proposal=made.pk)
    return made
