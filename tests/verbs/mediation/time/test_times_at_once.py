"""Two hands at the same moment: an hour is given once, and no answer outlives the time that it is about."""

from datetime import timedelta
from functools import partial

import pytest

from tests import make_mediation as make_it
from tests.verbs.mediation.companion.test_at_once import at_once
from tests.verbs.mediation.time.test_offer_times import offered
from yimen.mediation import verbs
from yimen.mediation.endings import Ending
from yimen.mediation.models import OfferedTime, Sitting, TimeAnswer
from yimen.mediation.sittings.rules import BUSY

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
AT = make_it.AT


def test_of_two_windows_one_gets_the_hour() -> None:
    plans = [verbs.Plan(AT + timedelta(days=1, minutes=minutes)) for minutes in (0, 30)]
    for _ in range(3):
        Sitting.objects.all().delete()
        who = [make_it.opened().mediator() for _ in plans]
        both = zip(who, plans, strict=True)
        said = at_once(*(partial(verbs.schedule_sitting, by=me, plan=plan, at=AT) for me, plan in both))
        assert sorted(said) == ["", BUSY]
        assert Sitting.objects.count() == 1


def test_both_sides_answer_at_once_and_are_both_heard() -> None:
    talk = make_it.opened()
    times = offered(talk, 1, 2)
    sides = [talk.side(1), talk.side(2)]
    said = at_once(*(partial(verbs.answer_times, by=me, suits=times, at=AT) for me in sides))
    assert said == ["", ""]
    assert TimeAnswer.objects.count() == 4


@pytest.mark.parametrize("how", ["withdrawn", "ended"])
def test_an_answer_to_what_is_taken_back_at_that_moment_is_told_so_or_goes_with_it(how: str) -> None:
    for _ in range(3):
        talk = make_it.opened()
        times = offered(talk, 1, 2)
        side, mediator = talk.side(1), talk.mediator()
        said = at_once(
            partial(verbs.answer_times, by=side, suits=times, at=AT),
            partial(verbs.withdraw_times, by=mediator, at=AT)
            if how == "withdrawn"
            else partial(verbs.end_without_agreement, by=mediator, ending=Ending.NOT_AGREED, at=AT),
        )
        assert said[1] == ""
        assert not OfferedTime.objects.exists()
        assert not TimeAnswer.objects.exists()
