"""The day of a change of areas has come."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused
from yimen.people.rules import Clock
from yimen.places.carrying_out import carry_out
from yimen.redraws.fitting import coming, kept_as, misfits, standing_now
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage, plan_of
from yimen.redraws.verbs.set_back_redraw import set_back_what_no_longer_fits


def begin_redraws(at: datetime) -> None:
    """Each change whose day has come, in the order in which they were agreed; one that fails holds up no other."""
    due = [one for one in coming() if one.from_on <= day_of(at)]
    for redraw in due:
        begin_redraw(by=Clock(), redraw=redraw, at=at)
    if due:
        set_back_what_no_longer_fits(by=Clock(), at=at)


@transaction.atomic
def begin_redraw(*, by: Clock, redraw: Redraw, at: datetime) -> None:
    """The areas are as it says from now on; if that does not fit any more, it is a draft again, and says why."""
    plan = plan_of(redraw.plan)
    why = kept_as(misfits(plan, standing_now(), redraw.gaps))
    ended = 0
    if not why:
        try:
            with transaction.atomic():
                Redraw.objects.change(redraw, stage=Stage.DONE.value, done_at=at)
                ended = carry_out(plan, at).ended
        except Refused as refused:
            why = [[refused.verdict.reason, refused.verdict.params]]
            redraw.refresh_from_db()
    if why:
        if redraw.stage == Stage.AGREED:  # else another worker was quicker, or somebody has dropped it
            Redraw.objects.change(redraw, stage=Stage.DRAFT.value, set_back_at=at, misfits=why)
            record("areas.not_begun", subject=f"redraw:{redraw.pk}", by=by.ref, at=at)
        return
    new_edition("places")
    record("areas.begun", subject=f"redraw:{redraw.pk}", by=by.ref, at=at, areas=len(plan.places), ended=ended)
