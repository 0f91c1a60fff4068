"""Each side says whether this mediator is right for them."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import plain
from yimen.kernel.verdict import require
from yimen.mediation.calls.opening import end_calls
from yimen.mediation.models import Side
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, Standing, may_go_on
from yimen.mediation.telling import tell_all


@transaction.atomic
def choose_mediator(*, by: SideIn, at: datetime) -> None:
    """When all have said yes, it begins (人民调解法 art. 19, 23)."""
    require(may(by, "choose_mediator"))
    Side.objects.change(by.side, chose=True)
    sides = Side.objects.filter(mediation=by.mediation)
    chosen = not sides.filter(chose=False).exists()
    heard = bool(may_go_on(list(sides.values_list("screened", flat=True))))
    begins = chosen and heard
    move(by.mediation, "begin" if begins else "choose_mediator")
    if begins:
        tell_all(by.mediation, "mediation-news", at=at, but=by.side.number)
    record("mediation.mediator_chosen", subject=by.mediation.ref, by=by.ref, at=at, begins=begins)


@transaction.atomic
def refuse_mediator(*, by: SideIn, why: str = "", at: datetime) -> None:
    """Another one is named. Why is asked of nobody; what they say all the same stays in their own room."""
    require(may(by, "refuse_mediator"))
    mediation = by.mediation
    if text := plain(why, LONGEST_WORDS):
        say(by.ring, by.own, Said.WISH, text, by=by.ref, at=at)
    Side.objects.filter(mediation=mediation, standing=Standing.IN).update(chose=False)
    move(
        mediation, "refuse_mediator", not_again=[*mediation.not_again, mediation.mediator_id], mediator=None,
        mediator_post=None,
    )  # fmt: skip
    end_calls(mediation.pk, at=at)
    record("mediation.mediator_refused", subject=mediation.ref, by=by.ref, at=at)
