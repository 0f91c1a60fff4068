"""Signing on paper."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.mediation.agreements.rules import How
from yimen.mediation.agreements.scans import scan_of
from yimen.mediation.agreements.signing import fixed_text, take_signature
from yimen.mediation.models import Side
from yimen.mediation.policies import has_come, may
from yimen.mediation.rooms.inside import MediatorIn, own_room
from yimen.mediation.rules import LONGEST_NAME
from yimen.mediation.telling import tell_side


def sign_paper(
    *, by: MediatorIn, side: int, digest: str, name: str, pages: Sequence[tuple[str, bytes]], at: datetime
) -> bool:
    """A side has signed the printed text; the mediator adds the scan, sealed. Says whether it is in force now.

    The side is told at once: as long as somebody is missing it can say that it has not signed, and ask for a change.
    ``pages`` are files with their names, in order. Raises ``Refused`` for one that can't be taken.
    """
    require(may(by, "sign_paper"))
    require(has_come(by.mediation, side))
    scan = scan_of(pages, at)  # looking through pictures takes its time, and holds nobody up
    with transaction.atomic():
        who, agreement, name = own_room(side), fixed_text(by.mediation), needed(name, LONGEST_NAME)
        in_force = take_signature(by, agreement, who, How.PAPER, seen=digest, name=name, scan=scan, at=at)
        _tell(by, side, who, at, in_force=in_force)
    return in_force


def _tell(by: MediatorIn, side: int, who: str, at: datetime, *, in_force: bool) -> None:
    for one in Side.objects.filter(mediation=by.mediation, number=side):
        tell_side(one, "mediation-news", at=at)
    record("mediation.signed", subject=by.mediation.ref, by=by.ref, at=at, who=who, paper=True, in_force=in_force)
