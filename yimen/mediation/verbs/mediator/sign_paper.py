"""Signing on paper."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.agreements.rules import How
from yimen.mediation.agreements.signing import fixed_text, take_signature
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import MediatorIn, own_room
from yimen.mediation.rules import LONGEST_NAME

BIGGEST_SCAN = 5_000_000  # bytes
NO_SCAN = gettext_noop("Please add the scan or photo of the signed page, of 5 MB at most.")


@transaction.atomic
def sign_paper(*, by: MediatorIn, side: int, digest: str, name: str, scan: bytes, at: datetime) -> bool:
    """A side has signed the printed text; the mediator adds the scan, sealed. Says whether it is in force now."""
    require(may(by, "sign_paper"))
    if not 0 < len(scan) <= BIGGEST_SCAN:
        raise Refused(NO_SCAN)
    who, agreement = own_room(side), fixed_text(by.mediation)
    name = needed(name, LONGEST_NAME)
    in_force = take_signature(by, agreement, who, How.PAPER, seen=digest, name=name, scan=scan, at=at)
    record("mediation.signed", subject=by.mediation.ref, by=by.ref, at=at, who=who, paper=True, in_force=in_force)
    return in_force
