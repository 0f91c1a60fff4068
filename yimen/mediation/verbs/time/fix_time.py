"""One of the offered times becomes a session."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.mediation.models import Sitting
from yimen.mediation.rooms.inside import MediatorIn
from yimen.mediation.sittings.rules import Form
from yimen.mediation.sittings.times import offered_to
from yimen.mediation.verbs.mediator.schedule import Plan, schedule_sitting

NOT_OFFERED = gettext_noop("This time is no longer offered. Please look again.")


@transaction.atomic
def fix_time(*, by: MediatorIn, time: int, at: datetime) -> Sitting:
    """A person decides, with the answers before them; also for a time that does not suit everybody."""
    found = next((one for one in offered_to(by) if one.time.pk == time), None)
    if found is None:
        raise Refused(NOT_OFFERED)
    plan = Plan(found.time.begins_at, found.time.minutes, Form(found.time.form), found.where)
    made = schedule_sitting(by=by, plan=plan, at=at)
    record("mediation.time_fixed", subject=by.mediation.ref, by=by.ref, at=at, sitting=made.pk)
    return made
