"""The days of undertakings: both sides get a letter on each, and the mediator sees what to ask after.

The letters are promised with the agreement; the post office sends each when its day has come, and never twice
(docs/adr/0003). None says what it is about.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yimen.kernel.clock import midnight
from yimen.mediation.models import Agreement, Mediation, Undertaking
from yimen.mediation.policies import may_mediate
from yimen.mediation.rules import State
from yimen.mediation.telling import tell_all
from yimen.people.rules import Acting

IN_THE_MORNING = timedelta(hours=9)
MOST = 100


def promise_reminders(mediation: Mediation, agreement: Agreement, *, at: datetime) -> None:
    """Each day once, to all sides: whoever promised, and whoever waits for it."""
    for day in sorted(set(agreement.undertakings.values_list("due_on", flat=True))):
        tell_all(mediation, "mediation-due", at=max(at, midnight(day) + IN_THE_MORNING))


@dataclass(frozen=True)
class Due:
    """An undertaking whose day is near or over, of a mediation of one's own. What it is stands in the agreement."""

    mediation: Mediation
    due_on: date


def to_follow_up(acting: Acting, until: date) -> list[Due]:
    """What this mediator has to ask after until this day, the earliest first; one statement."""
    if not may_mediate(acting):
        return []
    rows = Undertaking.objects.filter(
        agreement__mediation__mediator_id=acting.staff_id,
        agreement__mediation__mediator_post_id=acting.post_id,
        agreement__mediation__state=State.AGREED,
        agreement__in_force_at__isnull=False,
        kept="",
        due_on__lte=until,
    )
    rows = rows.select_related("agreement__mediation__committee").order_by("due_on", "id")[:MOST]
    return [Due(row.agreement.mediation, row.due_on) for row in rows]
