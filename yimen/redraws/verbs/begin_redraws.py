"""The day of a change of areas has come."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused
from yimen.people.rules import Clock
from yimen.places.carrying_out import carry_out
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage, plan_of


def begin_redraws(at: datetime) -> None:
    """Each change whose day has come, in the order in which they were agreed; one that fails holds up no other."""
    due = Redraw.objects.filter(stage=Stage.AGREED.value, from_on__lte=day_of(at)).order_by("from_on", "id")
    for redraw in due:
        begin_redraw(by=Clock(), redraw=redraw, at=at)


@transaction.atomic
def begin_redraw(*, by: Clock, redraw: Redraw, at: datetime) -> None:
    """The areas are as it says from now on; if they cannot be any more, it is a draft again, to be looked at."""
    plan = plan_of(redraw.plan)
    try:
        with transaction.atomic():
            Redraw.objects.change(redraw, stage=Stage.DONE.value, done_at=at)
            ended = carry_out(plan, at).ended
    except Refused:
        redraw.refresh_from_db()
        if redraw.stage != Stage.AGREED:
            return  # another worker was quicker, or somebody has dropped it
        Redraw.objects.change(redraw, stage=Stage.DRAFT.value)
        record("areas.not_begun", subject=f"redraw:{redraw.pk}", by=by.ref, at=at)
        return
    new_edition("places")
    record("areas.begun", subject=f"redraw:{redraw.pk}", by=by.ref, at=at, areas=len(plan.places), ended=ended)
