"""A change of areas is not wanted after all."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Actor
from yimen.places.queries import gazetteer
from yimen.redraws.models import Redraw
from yimen.redraws.policies import may_redraw
from yimen.redraws.rules import OVER, Stage, plan_of
from yimen.redraws.verbs.agree_redraw import NONE_SUCH
from yimen.redraws.verbs.set_back_redraw import set_back_what_no_longer_fits


@transaction.atomic
def drop_redraw(*, by: Actor, redraw_id: int, version: int, at: datetime) -> None:
    """A draft, or what was agreed while its day has not come, is never carried out."""
    redraw = Redraw.objects.filter(pk=redraw_id).first()
    if redraw is None:
        raise Refused(NONE_SUCH)
    if redraw.stage not in {Stage.DRAFT, Stage.AGREED}:
        raise Refused(OVER)
    require(may_redraw(by, plan_of(redraw.plan), gazetteer(editions().get("places", 0))))
    Redraw.objects.change(redraw.is_at(version), stage=Stage.DROPPED.value)
    record("areas.dropped", subject=f"redraw:{redraw_id}", by=by.ref, at=at)
    set_back_what_no_longer_fits(by=by, at=at)  # what was agreed to on top of it
