"""A supervisor decides on a resident's wish that somebody else handles the case."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case, Recusal
from yimen.cases.queries import is_visible
from yimen.cases.verbs import decide_recusal, wish_recusal
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WISH, REASON = "The handler is the shop's owner.", "A colleague takes over."


def wished() -> Case:
    case = make.accepted_case(language="en")
    wish_recusal(by=make.resident(case), case=make.fresh(case), why=WISH, at=make.LATER)
    return make.fresh(case)


def test_somebody_stands_aside_and_the_resident_is_told_why() -> None:
    case, boss = wished(), make.supervisor("urban")
    decide_recusal(by=boss, case=case, staff_id=make.handler().staff_id, reason=REASON, at=make.LATER)
    assert not is_visible(make.handler(), case.pk, make.town())
    letter = facts.letters(case)[-1]
    assert letter.code == "case-recusal-decided"
    assert REASON in letter.body
    assert facts.said(case) == [("case.recusal_decided", REASON)]
    assert facts.last_entry(case).facts == {"office": case.office_id, "granted": True}
    assert {(each.state, each.why) for each in Recusal.objects.all()} == {("decided", WISH), ("stands", WISH)}


def test_or_nobody_does_and_the_resident_is_told_that_too_and_may_ask_again() -> None:
    case = wished()
    decide_recusal(by=make.supervisor("urban"), case=case, staff_id=None, reason="He owns no shop.", at=make.LATER)
    assert is_visible(make.handler(), case.pk, make.town())
    assert facts.last_entry(case).facts["granted"] is False
    assert "He owns no shop." in facts.letters(case)[-1].body
    wish_recusal(by=make.resident(case), case=make.fresh(case), why="His wife does.", at=make.LATER)


def test_only_a_supervisor_with_a_reason_and_only_what_was_asked() -> None:
    case = wished()
    for by, reason in ((make.handler(), "Your post"), (make.supervisor("water"), "another office")):
        with pytest.raises(Refused, match=reason):
            decide_recusal(by=by, case=make.fresh(case), staff_id=None, reason=REASON, at=make.LATER)
    boss = make.supervisor("urban")
    with pytest.raises(Refused, match="write something"):
        decide_recusal(by=boss, case=make.fresh(case), staff_id=None, reason=" ", at=make.LATER)
    with pytest.raises(Refused, match="has not asked"):
        decide_recusal(by=boss, case=make.accepted_case(), staff_id=None, reason=REASON, at=make.LATER)
    assert Recusal.objects.get().state == "wished"


def test_the_second_of_two_hands_is_refused() -> None:
    case = wished()
    copy = make.fresh(case)
    decide_recusal(by=make.supervisor("urban"), case=case, staff_id=None, reason=REASON, at=make.LATER)
    with pytest.raises(Refused):
        decide_recusal(by=make.supervisor(), case=copy, staff_id=None, reason=REASON, at=make.LATER)
    assert facts.entries(case).count("case.recusal_decided") == 1
