"""The mediator invites whoever has not come yet."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import NONCE
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, require
from yimen.mediation.coming import hash_of, invitation_code
from yimen.mediation.models import RoomKey, Side
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.queries.sides import bearer_of
from yimen.mediation.rooms.inside import JOINT, MediatorIn
from yimen.mediation.rooms.keys import for_code
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, Standing, may_go_on
from yimen.mediation.verbs.side.apply import STALE


@transaction.atomic
def invite_sides(*, by: MediatorIn, summary: str, nonce: str, at: datetime) -> dict[int, str]:
    """One code for each, to be handed over or told; it is not stored. They read the summary, never the first words."""
    require(may(by, "invite"))
    if not NONCE.fullmatch(nonce):
        raise Refused(STALE)
    mediation = by.mediation
    sides = list(Side.objects.filter(mediation=mediation).order_by("number"))
    require(may_go_on([side.screened for side in sides if side.standing == Standing.IN]))
    say(by.ring, JOINT, Said.SUMMARY, needed(summary, LONGEST_WORDS), by=by.ref, at=at)
    codes = {side.number: invitation_code(nonce, side.number) for side in sides if side.standing == Standing.NAMED}
    for side in sides:
        if code := codes.get(side.number):
            Side.objects.change(side, standing=Standing.INVITED.value, invitation_hash=hash_of(code))
            keys = for_code(by.ring, [JOINT], bearer_of(side, is_invited=True), code)
            RoomKey.objects.bulk_create(keys)
    move(mediation, "invite", invited_on=day_of(at))
    record("mediation.invited", subject=mediation.ref, by=by.ref, at=at, count=len(codes))
    return codes
