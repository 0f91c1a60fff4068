"""The committee's seal."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.mediation.agreements.rules import COMMITTEE, How
from yimen.mediation.agreements.signing import fixed_text, take_signature
from yimen.mediation.committees.sealing import may_seal
from yimen.mediation.rooms.inside import HeadIn


@transaction.atomic
def seal_agreement(*, by: HeadIn, at: datetime) -> bool:
    """The head seals what all have signed, without reading it: it was made before this committee, and is in force."""
    require(may_seal(by, day_of(at)))
    in_force = take_signature(by, fixed_text(by.mediation), COMMITTEE, How.SEAL, at=at)
    record("mediation.signed", subject=by.mediation.ref, by=by.ref, at=at, who=COMMITTEE, in_force=in_force)
    return in_force
