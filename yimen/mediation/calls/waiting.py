"""Who waits before the door of a session by video: told to its mediator, wherever at their desk they are reading."""

from datetime import datetime

from yimen.mediation.models import Sitting
from yimen.meetings.rules import PRESENT
from yimen.meetings.rules import Sitting as Sits
from yimen.people.rules import Acting


def waited_for(acting: Acting, at: datetime) -> list[Sitting]:
    """The sessions of this mediator in which somebody is before the door now; one statement, and no name in it."""
    waits = {"call__meeting__seats__state": Sits.WAITING, "call__meeting__seats__seen_at__gt": at - PRESENT}
    rows = Sitting.objects.select_related("mediation__committee").filter(
        mediation__mediator_id=acting.staff_id,
        mediation__mediator_post_id=acting.post_id,
        call__meeting__ended_at=None,
        call__meeting__until__gt=at,
        call__meeting__seats__is_host=False,
        **waits,
    )
    return list(rows.distinct().order_by("begins_at", "id"))
