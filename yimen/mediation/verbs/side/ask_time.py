"""More time, if all want it."""

from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.mediation.models import Side
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.rules import may_extend_to
from yimen.mediation.telling import tell_all


@transaction.atomic
def ask_time(*, by: SideIn, until: date, at: datetime) -> None:
    """A side wants to go on until this day. When every side has said the same day, it is the last day."""
    require(may(by, "ask_time"))
    mediation = by.mediation
    require(may_extend_to(until, mediation.due_on or day_of(at)))
    Side.objects.change(by.side, agrees_until=until)
    missing = Side.objects.filter(mediation=mediation).exclude(agrees_until=until).exists()
    changes: dict[str, object] = {"asks_until": until} if missing else {"asks_until": None, "due_on": until}
    move(mediation, "ask_time", **changes)
    tell_all(mediation, "mediation-news", at=at, but=by.side.number)
    record("mediation.time_asked", subject=mediation.ref, by=by.ref, at=at, until=until.isoformat(), given=not missing)
