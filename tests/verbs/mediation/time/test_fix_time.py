"""One of the offered times becomes a session."""

import pytest

from tests import make_mediation as make_it
from tests.verbs.mediation.time.test_offer_times import offered
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import Sitting
from yimen.mediation.queries.reading import sittings_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_a_person_decides_also_for_one_that_does_not_suit_everybody() -> None:
    talk = make_it.opened()
    first, second = offered(talk, 1, 2, minutes=90)
    verbs.answer_times(by=talk.side(1), suits=[first], at=AT)
    made = verbs.fix_time(by=talk.mediator(), time=second, at=AT)
    (seen,) = sittings_of(talk.side(2))
    assert (seen.sitting.pk, seen.sitting.minutes, seen.where) == (made.pk, 90, make_it.WHERE)
    with pytest.raises(Refused, match="no longer offered"):
        verbs.fix_time(by=talk.mediator(), time=first, at=AT)
    assert Sitting.objects.count() == 1


def test_not_one_of_another_mediation_and_not_by_a_side() -> None:
    talk, other = make_it.opened(), make_it.opened()
    (theirs,) = offered(other, 1)
    (own,) = offered(talk, 2)
    with pytest.raises(Refused, match="no longer offered"):
        verbs.fix_time(by=talk.mediator(), time=theirs, at=AT)
    with pytest.raises(Refused):
        verbs.fix_time(by=talk.side(1), time=own, at=AT)  # type: ignore[arg-type]


def test_an_hour_that_was_filled_meanwhile_is_refused_and_the_offer_stays() -> None:
    talk, other = make_it.opened(), make_it.opened()
    (own,) = offered(talk, 1)
    make_it.planned(other)
    with pytest.raises(Refused, match="another session"):
        verbs.fix_time(by=talk.mediator(), time=own, at=AT)
    verbs.answer_times(by=talk.side(1), suits=[own], at=AT)
