"""The thirty days in which a court can be asked are two thirds over."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.court.rules import NO_AGREEMENT, last_day
from yimen.mediation.models import Mediation
from yimen.mediation.telling import tell_all
from yimen.people.rules import Clock


@transaction.atomic
def remind_of_court(*, by: Clock, mediation: Mediation, at: datetime) -> None:
    """Once: both sides get a letter that says until which day, and not what; the mediator sees it on their list.

    To ask a court is both sides' own wish (人民调解法 art. 33); who does not want to need not answer.
    """
    agreed_on = mediation.agreed_on
    require(YES if agreed_on and mediation.reminded_on is None else Verdict(NO_AGREEMENT))
    Mediation.objects.change(mediation, reminded_on=day_of(at))
    tell_all(mediation, "mediation-court", at=at, until=last_day(agreed_on) if agreed_on else None)
    record("mediation.court_reminded", subject=mediation.ref, by=by.ref, at=at)
