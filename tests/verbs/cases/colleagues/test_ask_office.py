"""An office asks another one for its part."""

import pytest
from django.db import connection

from tests import make, make_colleagues
from tests.make_colleagues import PART, shared_case
from tests.verbs.cases import facts
from yimen.cases.models import Enquiry
from yimen.cases.queries import Scope, case_for, visible_to
from yimen.cases.verbs import answer_enquiry, ask_office, hand_over_case, withdraw_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_case_stays_and_the_other_office_has_a_limit_of_its_own() -> None:
    before = make.accepted_case()
    due_on, told = before.due_on, len(facts.letters(before))
    made = ask_office(by=make.handler(), case=before, office="KS-housing", question=PART, at=make.LATER)
    case = make.fresh(before)
    assert (case.state, case.office_id, case.due_on) == ("handling", make.handler().office_id, due_on)
    assert len(facts.letters(case)) == told  # nothing is promised that was not promised before
    term = make_colleagues.term(made)
    assert (term.stage, term.due_on, made.due_on.isoformat()) == ("assist", made.due_on, "2026-03-04")
    assert "assist" not in facts.terms(case)
    entry = facts.last_entry(case)
    assert (entry.code, entry.facts) == ("case.part_asked", {"office": case.office_id, "enquiry": made.pk})
    assert case.version == before.version


def test_the_words_are_sealed() -> None:
    _, made = shared_case()
    with connection.cursor() as cursor:
        cursor.execute("SELECT question FROM cases_enquiry WHERE id = %s", [made.pk])
        assert PART.encode() not in bytes(cursor.fetchone()[0])
    assert make_colleagues.again(made).question == PART


def test_while_its_part_is_open_the_other_office_sees_the_case_and_afterwards_the_result() -> None:
    case, made = shared_case()
    housing = make.handler("housing")
    seen = case_for(housing, case.pk, purpose="assist", at=make.LATER, town=make.town())
    assert seen
    assert seen.scope is Scope.PART
    answer_enquiry(by=housing, enquiry=make_colleagues.again(made), text="Nobody's.", at=make.LATER)
    seen = case_for(housing, case.pk, purpose="assist", at=make.LATER, town=make.town())
    assert seen
    assert seen.scope is Scope.RESULT
    assert not visible_to(housing, make.town()).filter(pk=case.pk).exists()


def test_a_case_nobody_asked_about_stays_closed() -> None:
    case, _ = shared_case()
    assert case_for(make.handler("water"), case.pk, purpose="handle", at=make.LATER, town=make.town()) is None


@pytest.mark.parametrize("office", ["KS-township-office-1", "KS-village-committee", "KS-one-door-1"])
def test_never_the_accused_office_nor_one_below_it(office: str) -> None:
    case = make.accepted_case(accused_office="KS-township-office-1")
    with pytest.raises(Refused, match="about this office"):
        ask_office(by=make.holder(case), case=case, office=office, question=PART, at=make.LATER)


@pytest.mark.parametrize(
    ("office", "reason"), [("KS-urban", "already with"), ("KS-nowhere", "not in our list"), ("KS-housing", "asked")]
)
def test_not_oneself_not_nobody_not_twice(office: str, reason: str) -> None:
    case, _ = shared_case()
    with pytest.raises(Refused, match=reason):
        ask_office(by=make.handler(), case=make.fresh(case), office=office, question=PART, at=make.LATER)


def test_several_may_be_asked_at_once() -> None:
    case, _ = shared_case()
    ask_office(by=make.handler(), case=make.fresh(case), office="KS-water", question=PART, at=make.LATER)
    assert Enquiry.objects.filter(case=case, state="asked").count() == 2


def test_only_the_office_that_has_it_and_only_once_it_has_accepted() -> None:
    with pytest.raises(Refused, match="another office"):
        ask_office(
            by=make.handler("water"), case=make.accepted_case(), office="KS-housing", question=PART, at=make.LATER
        )
    with pytest.raises(Refused, match="not accepted"):
        ask_office(by=make.handler(), case=make.case(), office="KS-housing", question=PART, at=make.LATER)
    with pytest.raises(Refused, match="write something"):
        ask_office(by=make.handler(), case=make.accepted_case(), office="KS-housing", question=" ", at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.accepted_case()
    copy = make.fresh(stale)
    ask_office(by=make.handler(), case=make.fresh(stale), office="KS-housing", question=PART, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        ask_office(by=make.handler(), case=copy, office="KS-water", question=PART, at=make.LATER)
    assert Enquiry.objects.count() == 1


def test_handed_to_the_office_that_was_asked_its_part_is_the_whole() -> None:
    case, made = shared_case()
    hand_over_case(by=make.handler(), case=make.fresh(case), to_office="KS-housing", reason="Yours.", at=make.LATER)
    assert make_colleagues.again(made).state == "recalled"
    other, still = shared_case()
    hand_over_case(by=make.handler(), case=make.fresh(other), to_office="KS-water", reason="Theirs.", at=make.LATER)
    assert make_colleagues.again(still).state == "asked"


def test_taken_back_by_its_resident_nothing_is_asked_any_more() -> None:
    case, made = shared_case()
    withdraw_case(by=make.resident(case), case=make.fresh(case), at=make.LATER)
    assert make_colleagues.again(made).state == "recalled"
    assert make_colleagues.term(made).state == "stopped"
