"""Signing on screen."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.mediation.agreements.drawn import drawn_from
from yimen.mediation.agreements.rules import MEDIATOR, How
from yimen.mediation.agreements.signing import fixed_text, take_signature
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import MediatorIn, SideIn
from yimen.mediation.rooms.rules import own_room
from yimen.mediation.rules import LONGEST_NAME


@transaction.atomic
def sign_agreement(*, by: SideIn | MediatorIn, digest: str, name: str, drawn: str = "", at: datetime) -> bool:
    """Their name under exactly the text they have read, typed and perhaps drawn.

    Says whether it is in force now, because nobody is missing.
    """
    require(may(by, "sign"))
    who = own_room(by.side.number) if isinstance(by, SideIn) else MEDIATOR
    name = needed(name, LONGEST_NAME)
    agreement = fixed_text(by.mediation)
    in_force = take_signature(by, agreement, who, How.SCREEN, seen=digest, name=name, drawn=drawn_from(drawn), at=at)
    record("mediation.signed", subject=by.mediation.ref, by=by.ref, at=at, who=who, in_force=in_force)
    return in_force
