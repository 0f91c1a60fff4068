"""What the mediator notes of the court."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation.court.rules import Court
from yimen.mediation.models import Mediation
from yimen.mediation.verbs import note_court

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT, ON = make_it.AT, day_of(make_it.AT)
DAY = timedelta(days=1)


def test_first_that_it_was_asked_then_what_it_says() -> None:
    talk = make_it.agreed()
    assert (talk.row.agreed_on, talk.row.court) == (ON, "")
    with pytest.raises(Refused):
        note_court(by=talk.mediator(), court=Court.CONFIRMED, on=ON, at=AT)
    note_court(by=talk.mediator(), court=Court.ASKED, on=ON + 3 * DAY, at=AT + 4 * DAY)
    with pytest.raises(Refused):
        note_court(by=talk.mediator(), court=Court.CONFIRMED, on=ON + 40 * DAY, at=AT + 39 * DAY)  # still to come
    stale = talk.mediator()
    note_court(by=talk.mediator(), court=Court.CONFIRMED, on=ON + 40 * DAY, at=AT + 40 * DAY)
    assert (talk.row.court, talk.row.court_on, talk.row.state) == ("confirmed", ON + 40 * DAY, "agreed")
    with pytest.raises(Refused):
        note_court(by=stale, court=Court.REFUSED, on=ON + 40 * DAY, at=AT + 40 * DAY)  # the second of two hands
    noted = [entry.facts for entry in history(talk.row.ref) if entry.code == "mediation.court_noted"]
    assert noted == [{"court": "asked"}, {"court": "confirmed"}]


def test_without_an_agreement_there_is_nothing_to_confirm() -> None:
    talk = make_it.opened()
    with pytest.raises(Refused):
        note_court(by=talk.mediator(), court=Court.ASKED, on=ON, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():  # mediation_court_says_when
        Mediation.objects.filter(pk=talk.pk).update(court="asked", court_on=ON)
