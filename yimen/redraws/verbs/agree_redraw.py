"""Somebody who has looked at a change of areas agrees to it."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import editions, new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Actor
from yimen.places.carrying_out import carry_out
from yimen.places.queries import gazetteer
from yimen.redraws.fitting import misfits, standing_before
from yimen.redraws.models import Redraw
from yimen.redraws.policies import may_redraw
from yimen.redraws.rules import OVER, Stage, plan_of
from yimen.redraws.verbs.set_back_redraw import set_back_what_no_longer_fits

NONE_SUCH = gettext_noop("There is no such change.")


@transaction.atomic
def agree_redraw(*, by: Actor, redraw_id: int, version: int, at: datetime) -> Stage:
    """From its day on the areas are as it says; if that day has come, from this very call.

    Cases keep the area they lay in, with its name and outline of then. Of two who agree at once the second is refused,
    and so is whatever does not fit the areas as they will stand on its day. What was agreed to for later days and does
    not fit this one is a draft again.
    """
    redraw = Redraw.objects.filter(pk=redraw_id).first()
    if redraw is None:
        raise Refused(NONE_SUCH)
    if redraw.stage != Stage.DRAFT:
        raise Refused(OVER)
    plan = plan_of(redraw.plan)
    require(may_redraw(by, plan, gazetteer(editions().get("places", 0))))
    if problems := misfits(plan, standing_before(redraw), redraw.gaps):
        raise Refused(problems[0].reason, **problems[0].params)
    is_now = redraw.from_on <= day_of(at)
    stage = Stage.DONE if is_now else Stage.AGREED
    Redraw.objects.change(redraw.is_at(version), stage=stage.value, done_at=at if is_now else None, misfits=[])
    ended = 0
    if is_now:
        ended = carry_out(plan, at).ended
        new_edition("places")
    subject = f"redraw:{redraw_id}"
    record("areas.agreed", subject=subject, by=by.ref, at=at, areas=len(plan.places), ended=ended, done=is_now)
    set_back_what_no_longer_fits(by=by, at=at)
    return stage
