"""What a resident says on the telephone is written down as their own rating."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Rating
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.supervised.to_call import case_to_call
from yimen.cases.verbs import Judgement, rate_told_case
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
SAID = Judgement(Solved.NO, Satisfied.MIDDLING, visits=2, words="Still dark.")


def test_it_closes_the_case_as_their_own_rating_and_says_how_it_came() -> None:
    case = make.answered_case()
    rate_told_case(by=make.clerk(), case=case, rating=SAID, at=make.LATER)
    rating = Rating.objects.get()
    assert (rating.solved, rating.satisfied, rating.visits, rating.words) == ("no", "middling", 2, "Still dark.")
    assert make.fresh(case).state == "closed"
    entry = facts.last_entry(case)
    assert entry.code == "case.rated"
    assert entry.by == make.clerk().ref
    assert entry.facts["told"] is True


def test_only_a_clerk_only_once_and_only_an_answer() -> None:
    for by in (make.handler(), make.supervisor(), make.administrator()):
        with pytest.raises(Refused):
            rate_told_case(by=by, case=make.answered_case(), rating=SAID, at=make.LATER)
    case = make.answered_case()
    stale = make.fresh(case)
    rate_told_case(by=make.clerk(), case=case, rating=SAID, at=make.LATER)
    for again in (case, stale):
        with pytest.raises(Refused):
            rate_told_case(by=make.clerk(), case=again, rating=SAID, at=make.LATER)


def test_the_number_is_read_for_the_call_alone_and_that_is_a_look() -> None:
    case = make.answered_case(phone="13900000000")
    called = case_to_call(make.clerk(), case.pk, at=make.LATER)
    assert called
    assert called.phone == "13900000000"
    (look,) = looks_of(case.ref)
    assert look.words == "to call back about the answer"
    for by in (make.handler(), make.supervisor()):
        with pytest.raises(Refused):
            case_to_call(by, case.pk, at=make.LATER)
    assert len(looks_of(case.ref)) == 1
    assert case_to_call(make.clerk(), make.case(phone="1").pk, at=make.LATER) is None
