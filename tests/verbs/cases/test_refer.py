"""An office sends a resident to another door."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.verbs import refer_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "Only a court decides about wages."


def test_the_case_ends_and_the_resident_reads_which_door_and_why() -> None:
    case = make.case(language="en")
    refer_case(by=make.handler(), case=case, door="court", why=WHY, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.turn_office_id, case.due_on, case.ended_at) == ("referred", None, None, make.LATER)
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-referred", "en")
    assert WHY in letter.body
    assert "court" in letter.body
    assert facts.entries(case) == ["case.submitted", "case.referred"]
    assert facts.last_entry(case).facts["door"] == "court"
    assert facts.said(case) == [("case.referred", WHY)]
    assert {term.state for term in facts.terms(case).values()} == {"met"}


def test_a_door_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="door is not in our list"):
        refer_case(by=make.handler(), case=make.case(), door="police", why=WHY, at=make.LATER)


def test_it_needs_a_reason() -> None:
    with pytest.raises(Refused, match="write something"):
        refer_case(by=make.handler(), case=make.case(), door="court", why=" \n", at=make.LATER)


def test_another_office_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        refer_case(by=make.clerk(), case=make.case(), door="court", why=WHY, at=make.LATER)


def test_what_is_answered_stays_answered() -> None:
    with pytest.raises(Refused, match="has been answered"):
        refer_case(by=make.handler(), case=make.answered_case(), door="court", why=WHY, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.case()
    refer_case(by=make.handler(), case=make.fresh(stale), door="court", why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        refer_case(by=make.handler(), case=stale, door="court", why=WHY, at=make.LATER)
    assert facts.entries(stale) == ["case.submitted", "case.referred"]
