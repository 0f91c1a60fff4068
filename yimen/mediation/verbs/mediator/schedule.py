"""A session is planned, or called off."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import plain
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.calls.opening import end_calls
from yimen.mediation.models import Side, Sitting
from yimen.mediation.moving import move
from yimen.mediation.policies import NOT_YOU, has_come, may
from yimen.mediation.rooms.inside import JOINT, MediatorIn, own_room
from yimen.mediation.rules import LONGEST_WORDS
from yimen.mediation.sittings.rules import Form, Planned
from yimen.mediation.sittings.times import require_free, withdraw
from yimen.mediation.telling import tell_all, tell_side
from yimen.people.seats import one_at_a_time


@dataclass(frozen=True)
class Plan:
    """When, how long, how and where; with one side alone, or with all."""

    begins_at: datetime
    minutes: int = 60
    form: Form = Form.IN_PERSON
    where: str = ""
    alone: int = 0


@transaction.atomic
def schedule_sitting(*, by: MediatorIn, plan: Plan, at: datetime) -> Sitting:
    """Whoever is asked to it is told, and can take it into their own calendar under a title that says nothing."""
    require(may(by, "schedule"))
    one_at_a_time(by.acting.office_id)  # two windows could fill the same hour
    require_free(by, [plan.begins_at], plan.minutes, at)
    require(has_come(by.mediation, plan.alone) if plan.alone else YES)
    room = own_room(plan.alone) if plan.alone else JOINT
    made = Sitting.objects.create(
        mediation=by.mediation,
        begins_at=plan.begins_at,
        minutes=plan.minutes,
        form=plan.form.value,
        state=Planned.PLANNED.value,
        alone=plan.alone,
        where=by.ring.seal(room, plain(plan.where, LONGEST_WORDS)),
    )
    move(by.mediation, "schedule")
    if not plan.alone:
        withdraw(by.mediation)
    _tell(by, plan.alone, at)
    record("mediation.scheduled", subject=by.mediation.ref, by=by.ref, at=at, sitting=made.pk)
    return made


@transaction.atomic
def cancel_sitting(*, by: MediatorIn, sitting: Sitting, at: datetime) -> None:
    """It does not take place; calendars that have it follow."""
    require(may(by, "schedule"))
    require(YES if sitting.mediation_id == by.mediation.pk and sitting.state == Planned.PLANNED else Verdict(NOT_YOU))
    Sitting.objects.change(sitting, state=Planned.CANCELLED.value)
    move(by.mediation, "schedule")
    end_calls(by.mediation.pk, at=at, sitting_id=sitting.pk)
    _tell(by, sitting.alone, at)
    record("mediation.cancelled", subject=by.mediation.ref, by=by.ref, at=at, sitting=sitting.pk)


def _tell(by: MediatorIn, alone: int, at: datetime) -> None:
    """A caucus is told to the side it is with, and to nobody else."""
    if not alone:
        tell_all(by.mediation, "mediation-session", at=at)
        return
    for side in Side.objects.filter(mediation=by.mediation, number=alone, standing="in"):
        tell_side(side, "mediation-session", at=at)
