"""Somebody who comes with a side gets a code of their own."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.receipts import NONCE
from yimen.kernel.verdict import Refused, require
from yimen.mediation.coming import companion_code, hash_of
from yimen.mediation.companions.rules import Joined, Role, may_come
from yimen.mediation.models import Companion, RoomKey, Side
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import JOINT, SideIn
from yimen.mediation.rooms.keys import for_code
from yimen.mediation.rules import Standing
from yimen.mediation.verbs.side.apply import STALE


@transaction.atomic
def admit_companion(*, by: SideIn, companion: int, nonce: str, at: datetime) -> str:
    """The code is told to the side, once, to be handed on; it is not stored. Asked for again, the earlier one is void.

    Only now is there a key for them: before every consent is given there is nothing that a code could open.
    """
    require(may(by, "admit_companion"))
    if not NONCE.fullmatch(nonce):
        raise Refused(STALE)
    row = Companion.objects.filter(side=by.side, pk=companion).exclude(joined=Joined.OUT).first()
    if row is None:
        raise Refused(NOT_YOU)
    others = Side.objects.filter(mediation=by.mediation).exclude(pk=by.side.pk).values_list("number", "standing")
    require(may_come(Role(row.role), [(one, standing == Standing.IN) for one, standing in others], row.agreed))
    code = companion_code(nonce, row.pk)
    Companion.objects.change(row, joined=Joined.IN.value, code_hash=hash_of(code))
    RoomKey.objects.filter(mediation=by.mediation, bearer=row.ref).delete()
    rooms = [JOINT, by.own] if row.reads_own else [JOINT]
    RoomKey.objects.bulk_create(for_code(by.ring, rooms, row.ref, code))
    record("mediation.companion_admitted", subject=by.mediation.ref, by=by.ref, at=at, companion=row.pk)
    return code
