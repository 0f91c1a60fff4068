"""Whoever was named as mediator says yes."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.mediation.models import Side
from yimen.mediation.moving import move, next_number
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, NamedIn
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, Standing
from yimen.mediation.telling import tell_all


@transaction.atomic
def accept_naming(*, by: NamedIn, disclosure: str, at: datetime) -> None:
    """They say first, to all sides, whether anything stands between them and a side: kin, interest, an earlier part.

    The first time, it gets its number in the committee's register.
    """
    everybody_is_in = not Side.objects.filter(mediation=by.mediation).exclude(standing=Standing.IN).exists()
    verb = "accept_again" if everybody_is_in else "accept_naming"
    require(may(by, verb))
    mediation = by.mediation
    say(by.ring, JOINT, Said.DISCLOSURE, needed(disclosure, LONGEST_WORDS), by=by.ref, at=at)
    number = next_number(mediation, at) if mediation.serial is None else {}
    move(mediation, verb, **number)
    tell_all(mediation, "mediation-news", at=at)
    record("mediation.naming_accepted", subject=mediation.ref, by=by.ref, at=at, serial=mediation.serial)
