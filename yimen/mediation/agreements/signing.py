"""Signatures: each under one exact text, and in force only when nobody is missing."""

import json
from datetime import datetime

from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.agreements.drawn import NOTHING, Drawn
from yimen.mediation.agreements.due import promise_reminders
from yimen.mediation.agreements.rules import COMMITTEE, Drafted, How, digest_of, is_in_force, may_sign
from yimen.mediation.models import Agreement, Mediation, Side, Signature
from yimen.mediation.moving import give_back, move
from yimen.mediation.rooms.inside import HeadIn, MediatorIn, SideIn
from yimen.mediation.rooms.rules import JOINT
from yimen.mediation.telling import tell_all

NO_TEXT = gettext_noop("There is no text to sign.")


def fixed_text(mediation: Mediation) -> Agreement:
    """The text that is being signed."""
    found: Agreement | None = Agreement.objects.filter(mediation=mediation, state=Drafted.FIXED).first()
    if found is None:
        raise Refused(NO_TEXT)
    return found


def take_signature(  # noqa: PLR0913 – a signature has these parts
    by: SideIn | MediatorIn | HeadIn,
    agreement: Agreement,
    who: str,
    how: How,
    *,
    seen: str = "",
    name: str = "",
    drawn: Drawn = NOTHING,
    scan: bytes = b"",
    at: datetime,
) -> bool:
    """Write it, and if it was the last one, the agreement is in force; says whether it is."""
    signed = list(agreement.signatures.values_list("who", flat=True))
    sides = list(Side.objects.filter(mediation=by.mediation).values_list("number", flat=True))
    digest = "" if isinstance(by, HeadIn) else digest_of(by.ring.open(JOINT, agreement.text))
    require(may_sign(who, signed, seen=seen, digest=digest, sides=sides))
    made = Signature(agreement=agreement, who=who, at=at, how=how.value, by=by.ref)
    if who != COMMITTEE and not isinstance(by, HeadIn):  # the head has no key, and seals what the others have signed
        words = {"name": name, "digest": digest, "drawn": drawn.strokes}
        made.words = by.ring.seal(JOINT, json.dumps(words, ensure_ascii=False, separators=(",", ":")))
        made.scan = by.ring.seal_bytes(JOINT, scan) if scan else b""
    made.save(force_insert=True)
    if not is_in_force(sides, [*signed, who]):
        move(by.mediation, {How.SCREEN: "sign", How.PAPER: "sign_paper", How.SEAL: "seal"}[how])
        return False
    Agreement.objects.change(agreement, state=Drafted.IN_FORCE.value, in_force_at=at)
    move(by.mediation, "complete", agreed_on=day_of(at))
    tell_all(by.mediation, "mediation-agreed", at=at)
    promise_reminders(by.mediation, agreement, at=at)
    give_back(by.mediation, is_agreed=True, at=at)
    return True
