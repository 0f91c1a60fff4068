"""The mediator ends it without an agreement."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.mediation.endings import BY_MEDIATOR, Ending, told
from yimen.mediation.moving import end
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import MediatorIn


@transaction.atomic
def end_without_agreement(*, by: MediatorIn, ending: Ending, at: datetime) -> None:
    """All sides read that there was no agreement, and the other roads (人民调解法 art. 26).

    That a side was not safe stands in the row for the figures; the journal and the sides read what anybody may.
    """
    require(may(by, "end"))
    if ending not in BY_MEDIATOR:
        raise Refused(NOT_YOU)
    end(by.mediation, "end", ending, at=at)
    record("mediation.ended", subject=by.mediation.ref, by=by.ref, at=at, ending=told(ending).value)
