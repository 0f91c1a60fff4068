"""A side wants somebody with it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.companions.rules import MOST, TOO_MANY, Joined, Role, reads_own
from yimen.mediation.models import Companion, Side
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, SideIn
from yimen.mediation.rules import LONGEST_NAME
from yimen.mediation.telling import tell_all


@dataclass(frozen=True)
class Wanted:
    """Whom a side wants with it, and how far it trusts them."""

    role: Role
    name: str
    may_sign: bool = False  # a representative; a guardian always may
    reads_own: bool = False  # a supporter or an interpreter: also what the side tells the mediator alone


@transaction.atomic
def bring_companion(*, by: SideIn, wanted: Wanted, at: datetime) -> Companion:
    """Everybody inside reads the name and the role. Nobody has a code yet (人民调解法 art. 20)."""
    require(may(by, "bring_companion"))
    Side.objects.select_for_update().get(pk=by.side.pk)  # the count holds also when two forms come at once
    there = Companion.objects.filter(side=by.side).exclude(joined=Joined.OUT).count()
    require(YES if there < MOST else Verdict(TOO_MANY, {"most": MOST}))
    made = Companion.objects.create(
        side=by.side,
        at=at,
        role=wanted.role.value,
        joined=Joined.NAMED.value,
        name=by.ring.seal(JOINT, needed(wanted.name, LONGEST_NAME)),
        may_sign=wanted.role is Role.GUARDIAN or (wanted.role is Role.REPRESENTATIVE and wanted.may_sign),
        reads_own=reads_own(wanted.role, wished=wanted.reads_own),
    )
    tell_all(by.mediation, "mediation-news", at=at, but=by.side.number)
    record("mediation.companion_named", subject=by.mediation.ref, by=by.ref, at=at, companion=made.pk)
    return made
