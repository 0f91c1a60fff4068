"""A resident rates an answer."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case, Rating
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import Judgement, rate_case
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db
GOOD = Judgement(Solved.YES, Satisfied.MIDDLING, visits=1, words="Quick.")


def rate(case: Case, rating: Judgement = GOOD) -> None:
    rate_case(by=make.resident(case), case=case, rating=rating, at=make.LATER)


def test_the_residents_own_answer_is_kept_with_the_opinion_and_closes_the_case() -> None:
    case = make.answered_case()
    ended_at = make.fresh(case).ended_at
    rate(case)
    rating = Rating.objects.get(opinion__case=case)
    assert (rating.solved, rating.satisfied, rating.visits, rating.words) == ("yes", "middling", 1, "Quick.")
    after = make.fresh(case)
    assert (after.state, after.turn_office_id, after.due_on) == ("closed", None, None)
    assert after.ended_at is not None
    assert ended_at is not None
    assert facts.entries(case).count("case.rated") == 1
    assert "words" not in facts.last_entry(case).facts


@pytest.mark.parametrize("visits", [-1, 100])
def test_a_number_of_visits_that_cannot_be_is_refused(visits: int) -> None:
    case = make.answered_case()
    with pytest.raises(Refused, match="from 0 to 99"):
        rate(case, Judgement(Solved.NO, Satisfied.NO, visits=visits))
    assert make.fresh(case).state == "answered"


def test_not_before_there_is_an_answer_and_not_twice() -> None:
    with pytest.raises(Refused, match="is handling"):
        rate(make.accepted_case())
    with pytest.raises(Refused, match="is closed"):
        rate(make.closed_case())


def test_the_second_of_two_sendings_is_refused() -> None:
    case = make.answered_case()
    stale = make.fresh(case)
    rate(case)
    with pytest.raises(Refused, match="just changed"):
        rate(stale)
    assert Rating.objects.count() == 1


def test_a_stranger_may_not() -> None:
    case = make.answered_case()
    with pytest.raises(Refused, match="holds the receipt"):
        rate_case(by=Resident(case_id=case.pk + 1), case=case, rating=GOOD, at=make.LATER)
