"""Signing on paper."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.agreements.rules import How
from yimen.mediation.agreements.signing import fixed_text, take_signature
from yimen.mediation.models import Side
from yimen.mediation.policies import has_come, may
from yimen.mediation.rooms.inside import MediatorIn, own_room
from yimen.mediation.rules import LONGEST_NAME
from yimen.mediation.telling import tell_side

BIGGEST_SCAN = 5_000_000  # bytes
NO_SCAN = gettext_noop("Please add the scan or photo of the signed page, of 5 MB at most.")


@transaction.atomic
def sign_paper(*, by: MediatorIn, side: int, digest: str, name: str, scan: bytes, at: datetime) -> bool:
    """A side has signed the printed text; the mediator adds the scan, sealed. Says whether it is in force now.

    The side is told at once: as long as somebody is missing it can say that it has not signed, and ask for a change.
    """
    require(may(by, "sign_paper"))
    require(has_come(by.mediation, side))
    if not 0 < len(scan) <= BIGGEST_SCAN:
        raise Refused(NO_SCAN)
    who, agreement = own_room(side), fixed_text(by.mediation)
    name = needed(name, LONGEST_NAME)
    in_force = take_signature(by, agreement, who, How.PAPER, seen=digest, name=name, scan=scan, at=at)
    for one in Side.objects.filter(mediation=by.mediation, number=side):
        tell_side(one, "mediation-news", at=at)
    record("mediation.signed", subject=by.mediation.ref, by=by.ref, at=at, who=who, paper=True, in_force=in_force)
    return in_force
