"""Sessions."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Sitting,
)
from yimen.mediation.queries.reading import sittings_of
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_a_caucus_is_seen_and_told_to_its_own_side_only() -> None:
    talk = make_it.opened()
    Letter.objects.all().delete()
    make_it.planned(talk, alone=2)
    assert [meeting.where for meeting in sittings_of(talk.side(2))] == [f"{make_it.WHERE} 2"]
    assert sittings_of(talk.side(1)) == []
    assert set(Letter.objects.values_list("subject", "code")) == {(talk.side(2).ref, "mediation-session")}


def test_one_that_is_called_off_stays_and_says_so() -> None:
    talk = make_it.opened()
    sitting = make_it.planned(talk)
    verbs.cancel_sitting(by=talk.mediator(), sitting=sitting, at=AT)
    assert [meeting.sitting.state for meeting in sittings_of(talk.side(1))] == ["cancelled"]
    with pytest.raises(Refused):
        verbs.cancel_sitting(by=talk.mediator(), sitting=Sitting.objects.get(), at=AT)


def test_neither_in_the_past_nor_that_of_another_mediation() -> None:
    talk, other = make_it.opened(), make_it.opened()
    with pytest.raises(Refused, match="still to come"):
        verbs.schedule_sitting(by=talk.mediator(), plan=verbs.Plan(AT), at=AT)
    with pytest.raises(Refused):
        verbs.cancel_sitting(by=talk.mediator(), sitting=make_it.planned(other), at=AT)
