"""What became of the sides' way to the court."""

from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.mediation.court.rules import Court, is_day, may_note
from yimen.mediation.models import Mediation
from yimen.mediation.rooms.inside import MediatorIn


@transaction.atomic
def note_court(*, by: MediatorIn, court: Court, on: date, at: datetime) -> None:
    """The mediator notes that both sides have asked a court to confirm the agreement, or what the court has said.

    They know it from the sides; nothing is sent to a court and nothing comes from one. It may be noted after the
    undertakings were followed up, too.
    """
    mediation = by.mediation
    require(is_day(on, agreed_on=mediation.agreed_on, today=day_of(at)))
    earlier, asked_on = mediation.court, mediation.court_on
    require(may_note(court, on, agreed_on=mediation.agreed_on, earlier=earlier, asked_on=asked_on))
    Mediation.objects.change(mediation, court=court.value, court_on=on)
    record("mediation.court_noted", subject=mediation.ref, by=by.ref, at=at, court=court.value)
