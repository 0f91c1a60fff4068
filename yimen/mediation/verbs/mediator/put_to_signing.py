"""The text is fixed, to be signed."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, Verdict, gettext_noop, require
from yimen.mediation.agreements.rules import Drafted, read
from yimen.mediation.agreements.signing import NO_TEXT
from yimen.mediation.models import Agreement, Side, Undertaking
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, MediatorIn
from yimen.mediation.telling import tell_all

NO_RIGHTS = gettext_noop("Rights and duties must be read out to each side, and each says that it has understood them.")


@transaction.atomic
def put_to_signing(*, by: MediatorIn, at: datetime) -> None:
    """From now on nobody changes a letter of it; whoever wants to, says so, and it is written anew."""
    require(may(by, "put_to_signing"))
    agreement = Agreement.objects.filter(mediation=by.mediation, state=Drafted.DRAFT).first()
    if agreement is None:
        raise Refused(NO_TEXT)
    uninformed = Side.objects.filter(mediation=by.mediation, rights_at=None).exists()
    require(Verdict(NO_RIGHTS) if uninformed else Verdict())
    Agreement.objects.change(agreement, state=Drafted.FIXED.value)
    text = read(by.ring.open(JOINT, agreement.text))
    Undertaking.objects.bulk_create(
        Undertaking(agreement=agreement, place=place, side=promise.side, due_on=promise.by_on)
        for place, promise in enumerate(text.promises)
    )
    move(by.mediation, "put_to_signing")
    tell_all(by.mediation, "mediation-news", at=at)
    record("mediation.put_to_signing", subject=by.mediation.ref, by=by.ref, at=at, agreement=agreement.pk)
