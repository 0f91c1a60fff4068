"""An office answers a case."""

from dataclasses import replace

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Opinion
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, accept_case, answer_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
PLAIN = Answer(Outcome.DONE, "The lamp burns again.")
WHOLE = Answer(Outcome.NOT_SUPPORT, "The house stays.", claims="A new house.", facts="It is sound.", basis="Art. 7")


def test_the_resident_reads_the_answer_and_what_to_do_next() -> None:
    case = make.accepted_case(language="en")
    answer_case(by=make.handler(), case=case, answer=PLAIN, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.turn_office_id, case.due_on, case.ended_at) == ("answered", None, None, make.LATER)
    opinion = Opinion.objects.get(case=case)
    assert (opinion.outcome, opinion.opinion) == ("done", "The lamp burns again.")
    assert opinion.remedies  # in their language, from the pack
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-answered", "en")
    assert "The lamp burns again." in letter.body
    assert opinion.remedies in letter.body
    assert facts.entries(case).count("case.answered") == 1
    assert facts.terms(case)["handle"].state == "met"


def test_remedies_are_in_the_residents_language() -> None:
    case = make.accepted_case(language="bo")
    answer_case(by=make.handler(), case=case, answer=PLAIN, at=make.LATER)
    assert any("\u0f40" <= letter <= "\u0fbc" for letter in Opinion.objects.get(case=case).remedies)


def test_a_petition_needs_all_parts() -> None:
    case = make.petition()
    by = make.holder(case)
    accept_case(by=by, case=case, at=make.MONDAY)
    for part in ("claims", "facts", "basis"):
        without = replace(WHOLE, **{part: " "})  # type: ignore[arg-type]
        with pytest.raises(Refused, match="written opinion needs"):
            answer_case(by=by, case=make.fresh(case), answer=without, at=make.LATER)
    answer_case(by=by, case=make.fresh(case), answer=WHOLE, at=make.LATER)
    opinion = Opinion.objects.get(case=case)
    assert (opinion.claims, opinion.facts, opinion.basis) == ("A new house.", "It is sound.", "Art. 7")


def test_also_while_the_resident_was_asked() -> None:
    case = make.asked_case()
    answer_case(by=make.handler(), case=case, answer=PLAIN, at=make.LATER)
    assert make.fresh(case).state == "answered"
    assert facts.terms(case)["handle"].state == "met"


def test_an_answer_has_words() -> None:
    with pytest.raises(Refused, match="write something"):
        answer_case(by=make.handler(), case=make.accepted_case(), answer=replace(PLAIN, opinion="\n"), at=make.LATER)


def test_not_before_it_is_accepted_nor_twice() -> None:
    with pytest.raises(Refused, match="not accepted"):
        answer_case(by=make.handler(), case=make.case(), answer=PLAIN, at=make.LATER)
    with pytest.raises(Refused, match="has been answered"):
        answer_case(by=make.handler(), case=make.answered_case(), answer=PLAIN, at=make.LATER)


def test_another_office_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        answer_case(by=make.clerk(), case=make.accepted_case(), answer=PLAIN, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.accepted_case()
    copy = make.fresh(stale)
    answer_case(by=make.handler(), case=make.fresh(stale), answer=PLAIN, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        answer_case(by=make.handler(), case=copy, answer=WHOLE, at=make.LATER)
    assert Opinion.objects.get(case=stale).outcome == "done"
