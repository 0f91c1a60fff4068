"""A committee is set up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import named, needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.committees.rules import Level
from yimen.mediation.models import Committee
from yimen.mediation.policies import may_set_up
from yimen.people.rules import Acting, Operator

TAKEN = gettext_noop("There is a committee with this code already.")


@dataclass(frozen=True)
class CommitteePlan:
    """What an administrator says of it."""

    code: str
    level: Level
    office_id: int
    names: Mapping[str, str]
    sign: str
    composed_well: bool = False


@transaction.atomic
def set_up_committee(*, by: Acting | Operator, plan: CommitteePlan, at: datetime) -> Committee:
    """Of a town, township, village or trade. Who is in it is said seat by seat, by posts."""
    require(may_set_up(by))
    code = needed(plan.code, 40)
    if Committee.objects.filter(code=code).exists():
        raise Refused(TAKEN)
    made = Committee.objects.create(
        code=code,
        level=plan.level.value,
        office_id=plan.office_id,
        names=named(plan.names, 80),
        sign=needed(plan.sign, 8),
        composed_well=plan.composed_well,
    )
    record("committee.set_up", subject=f"committee:{made.pk}", by=by.ref, at=at, level=made.level)
    return made


@transaction.atomic
def set_up_well(*, by: Acting | Operator, committee: Committee, composed_well: bool, at: datetime) -> None:
    """Attested once: it has the members that the law asks for (人民调解法 art. 8). Nothing is kept of who is what."""
    require(may_set_up(by))
    Committee.objects.filter(pk=committee.pk).update(composed_well=composed_well)
    record("committee.attested", subject=f"committee:{committee.pk}", by=by.ref, at=at, well=composed_well)
