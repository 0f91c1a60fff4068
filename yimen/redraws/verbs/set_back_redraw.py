"""A change of areas no longer fits what else was agreed to."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.people.rules import Actor
from yimen.places.outlines import Problem
from yimen.redraws.fitting import after, coming, kept_as, misfits, standing_now
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage, plan_of


@transaction.atomic
def set_back_redraw(*, by: Actor, redraw: Redraw, problems: Sequence[Problem], at: datetime) -> None:
    """It is a draft again, and says why; the administrators of the place, whoever drafted it among them, read so."""
    Redraw.objects.change(redraw, stage=Stage.DRAFT.value, set_back_at=at, misfits=kept_as(problems))
    record("areas.set_back", subject=f"redraw:{redraw.pk}", by=by.ref, at=at, reasons=len(problems))


def set_back_what_no_longer_fits(*, by: Actor, at: datetime) -> int:
    """Walk along all that is agreed to, day by day, as it will be carried out; says how many were set back."""
    standing, set_back = standing_now(), 0
    for redraw in coming():
        plan = plan_of(redraw.plan)
        if problems := misfits(plan, standing, redraw.gaps):
            set_back_redraw(by=by, redraw=redraw, problems=problems, at=at)
            set_back += 1
        else:
            standing = after(plan, standing)
    return set_back
