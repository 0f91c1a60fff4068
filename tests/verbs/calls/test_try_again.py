"""Whoever asked to be called back was called."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_calls import NUMBER, wish
from yimen.calls.models import Attempt, Wish
from yimen.calls.queries import attempts_at
from yimen.calls.rules import MOST_TRIES, Call
from yimen.calls.verbs import try_to_call_back
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def tried(made: Wish, outcome: Call = Call.NOT_REACHED) -> Wish:
    try_to_call_back(by=make.clerk(), wish=made, outcome=outcome, at=make.MONDAY)
    return Wish.objects.get(pk=made.pk)


def test_nobody_answers_three_times_and_the_number_is_gone() -> None:
    made = wish()
    for number in range(1, MOST_TRIES + 1):
        assert made.phone == NUMBER, number
        made = tried(made)
        assert made.tries == number
    assert (made.state, made.phone, made.about) == (Call.NOT_REACHED, "", "")
    assert [(a.outcome, a.by) for a in attempts_at(made)] == [("not_reached", make.clerk().ref)] * 3
    with pytest.raises(Refused, match="is over"):
        tried(made)


@pytest.mark.parametrize("outcome", [Call.ANSWERED, Call.REFUSED])
def test_once_reached_it_is_over_at_once(outcome: Call) -> None:
    made = tried(wish(), outcome)
    assert (made.state, made.phone, made.over_at) == (outcome, "", make.MONDAY)
    entry = Entry.objects.get(code="call_back.tried")
    assert entry.facts == {"outcome": outcome.value, "tries": 1}


def test_of_two_hands_one_notes_it() -> None:
    made = wish()
    tried(Wish.objects.get(pk=made.pk))
    with pytest.raises(Refused, match="just changed"):
        tried(made)
    assert Attempt.objects.count() == 1


def test_who_may_not() -> None:
    made = wish()
    for by in (make.supervisor(), make.posted("one-door-1-clerk")):
        with pytest.raises(Refused, match="A clerk of the service desk"):
            try_to_call_back(by=by, wish=made, outcome=Call.ANSWERED, at=make.MONDAY)
    with pytest.raises(Refused, match="in the hours"):
        try_to_call_back(by=make.clerk(), wish=made, outcome=Call.ANSWERED, at=make.MONDAY - timedelta(days=1))
    with pytest.raises(Refused, match="what came of"):
        tried(made, Call.PASSED)
