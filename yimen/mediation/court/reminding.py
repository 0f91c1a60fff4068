"""Whom the clock reminds that a court can still be asked, and which mediations show it to their mediator."""

from datetime import datetime

from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation.agreements.rules import CONFIRM_WITHIN
from yimen.mediation.court.rules import REMIND_AFTER
from yimen.mediation.endings import Ending
from yimen.mediation.models import Mediation
from yimen.mediation.verbs.clock.remind import remind_of_court
from yimen.people.rules import Clock

MOST_AT_ONCE = 500


def remind(at: datetime) -> int:
    """Each once, while there is still time; what is done already needs no court. Says how many were reminded."""
    on = day_of(at)
    rows = Mediation.objects.filter(
        agreed_on__lte=on - REMIND_AFTER, agreed_on__gte=on - CONFIRM_WITHIN, reminded_on=None, court=""
    ).exclude(ending=Ending.PERFORMED)
    return sum(_reminded(row, at) for row in rows.order_by("id")[:MOST_AT_ONCE])


def _reminded(mediation: Mediation, at: datetime) -> bool:
    try:
        remind_of_court(by=Clock(), mediation=mediation, at=at)
    except Refused:
        return False
    return True
