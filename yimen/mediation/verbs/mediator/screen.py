"""The mediator hears a side alone and notes whether it comes freely and is safe."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import plain
from yimen.kernel.verdict import require
from yimen.mediation.models import Side
from yimen.mediation.moving import move
from yimen.mediation.policies import has_come, may
from yimen.mediation.rooms.inside import MediatorIn
from yimen.mediation.rooms.rules import MEDIATORS, Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, Screened, Standing, State, may_go_on
from yimen.mediation.telling import tell_all


@transaction.atomic
def screen_side(*, by: MediatorIn, side: int, found: Screened, words: str = "", at: datetime) -> None:
    """Coercion, violence at home, whether somebody understands, a child who needs a guardian.

    The words are for the mediator alone: a side that is not safe may have somebody reading over its shoulder.
    """
    require(may(by, "screen"))
    require(has_come(by.mediation, side))
    mediation = by.mediation
    Side.objects.filter(mediation=mediation, number=side, standing=Standing.IN).update(screened=found.value)
    if text := plain(words, LONGEST_WORDS):
        say(by.ring, MEDIATORS, Said.SCREEN, f"{side}: {text}", by=by.ref, at=at)
    sides = list(Side.objects.filter(mediation=mediation).values_list("screened", "chose"))
    begins = mediation.state == State.CHOOSING and all(chose for _, chose in sides)
    begins = begins and bool(may_go_on([screened for screened, _ in sides]))
    move(mediation, "begin" if begins else "screen")
    if begins:
        tell_all(mediation, "mediation-news", at=at)
    record("mediation.screened", subject=mediation.ref, by=by.ref, at=at, side=side)
