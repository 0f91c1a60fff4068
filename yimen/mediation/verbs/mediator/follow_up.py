"""What has become of what was promised."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.agreements.rules import Kept, ending_of, may_finish
from yimen.mediation.models import Undertaking
from yimen.mediation.moving import end, move
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import MediatorIn


@transaction.atomic
def follow_up(*, by: MediatorIn, undertaking: Undertaking, kept: Kept, at: datetime) -> None:
    """The mediator has asked on its day: performed, partly, or not (人民调解法 art. 31)."""
    require(may(by, "follow_up"))
    require(YES if undertaking.agreement.mediation_id == by.mediation.pk else Verdict(NOT_YOU))
    Undertaking.objects.change(undertaking, kept=kept.value, followed_on=day_of(at))
    move(by.mediation, "follow_up")
    record("mediation.followed_up", subject=by.mediation.ref, by=by.ref, at=at, kept=kept.value)


@transaction.atomic
def follow_to_the_end(*, by: MediatorIn, at: datetime) -> None:
    """Nothing is left to ask: it ends, as performed, partly or not, and both sides read what they can do then."""
    require(may(by, "finish"))
    rows = Undertaking.objects.filter(agreement__mediation=by.mediation, agreement__state="in_force")
    kept = list(rows.values_list("kept", flat=True))
    require(may_finish(kept))
    ending = ending_of(kept)
    end(by.mediation, "finish", ending, at=at)
    record("mediation.finished", subject=by.mediation.ref, by=by.ref, at=at, ending=ending.value)
