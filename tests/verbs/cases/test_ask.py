"""An office asks the resident something."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.verbs import accept_case, ask_resident
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
QUESTION = "On which side of the bridge?"


def test_it_is_the_residents_turn_and_the_clock_stands_still() -> None:
    case = make.accepted_case(language="en")
    ask_resident(by=make.handler(), case=case, question=QUESTION, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.turn_office_id) == ("asked", None)
    assert case.due_on is not None
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-asked", "en")
    assert QUESTION in letter.body
    assert facts.terms(case)["handle"].state == "paused"
    assert facts.entries(case).count("case.asked") == 1
    assert facts.said(case) == [("case.asked", QUESTION)]


def test_the_clock_of_a_petition_goes_on() -> None:
    case = make.petition()
    accept_case(by=make.holder(case), case=case, at=make.MONDAY)
    ask_resident(by=make.holder(case), case=case, question=QUESTION, at=make.LATER)
    assert facts.terms(case)["handle"].state == "running"


def test_not_before_it_is_accepted() -> None:
    with pytest.raises(Refused, match="not accepted"):
        ask_resident(by=make.handler(), case=make.case(), question=QUESTION, at=make.LATER)


def test_one_question_at_a_time() -> None:
    with pytest.raises(Refused, match="resident's turn"):
        ask_resident(by=make.handler(), case=make.asked_case(), question=QUESTION, at=make.LATER)


@pytest.mark.parametrize(("question", "reason"), [("", "write something"), ("?" * (LONGEST_REMARK + 1), "longer than")])
def test_a_question_has_words_and_an_end(question: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        ask_resident(by=make.handler(), case=make.accepted_case(), question=question, at=make.LATER)


def test_another_office_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        ask_resident(by=make.handler("water"), case=make.accepted_case(), question=QUESTION, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.accepted_case()
    copy = make.fresh(stale)
    ask_resident(by=make.handler(), case=make.fresh(stale), question=QUESTION, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        ask_resident(by=make.handler(), case=copy, question="Or another?", at=make.LATER)
    assert facts.said(stale) == [("case.asked", QUESTION)]
