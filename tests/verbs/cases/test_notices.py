"""Whoever gets a petition tells its resident within fifteen days what becomes of it (信访工作条例 art. 22, 23)."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.verbs import accept_case, hand_over_case, refer_case
from yimen.deadlines.models import Term
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
THURSDAY = make.MONDAY + timedelta(days=3)


def passed_on(case: Case) -> None:
    hand_over_case(by=make.holder(case), case=case, to_office="KS-housing", reason="It is about a house.", at=THURSDAY)


def notices(case: Case) -> list[tuple[str, str, str]]:
    """Every notice that was owed: its limit, whether it was met, and its last day."""
    terms = Term.objects.filter(subject=case.ref, stage="notice").order_by("id")
    return [(term.limit.code, term.state, term.due_on.isoformat()) for term in terms]


def test_the_petitions_office_passes_on_and_the_next_one_has_its_own_fifteen_days() -> None:
    case = make.case(category="service.petition", kind=Kind.HELP, language="en")
    assert case.office.code == "KS-petitions"
    assert notices(case) == [("PET_FORWARD", "running", "2026-03-17")]
    passed_on(case)
    assert notices(case) == [("PET_FORWARD", "met", "2026-03-17"), ("PET_NOTICE", "running", "2026-03-20")]
    assert "Housing office" in facts.letters(case)[-1].body
    assert make.fresh(case).due_on == facts.terms(case)["notice"].due_on
    accept_case(by=make.handler("housing"), case=make.fresh(case), at=THURSDAY)
    assert facts.terms(case)["notice"].state == "met"
    assert [letter.code for letter in facts.letters(case)] == ["case-received", "case-handed-over", "case-accepted"]


def test_what_the_petitions_office_has_accepted_itself_owes_no_second_notice() -> None:
    case = make.case(category="service.petition", kind=Kind.HELP)
    accept_case(by=make.holder(case), case=case, at=make.LATER)
    passed_on(make.fresh(case))
    assert notices(case) == [("PET_FORWARD", "met", "2026-03-17")]


def test_any_other_office_that_passes_on_has_no_new_fifteen_days_to_give() -> None:
    case = make.petition()
    assert notices(case) == [("PET_NOTICE", "running", "2026-03-17")]
    hand_over_case(by=make.holder(case), case=case, to_office="KS-water", reason="Water.", at=THURSDAY)
    assert notices(case) == [("PET_NOTICE", "running", "2026-03-17")]


def test_the_hotline_knows_no_forwarding_not_even_at_the_petitions_office() -> None:
    case = make.case(category="service.conduct", kind=Kind.COMPLAINT)
    assert case.office.code == "KS-petitions"
    assert notices(case)[0][0] == "HOT_ACCEPT"
    passed_on(case)
    assert len(notices(case)) == 1


def test_a_referral_to_another_door_is_the_notice() -> None:
    case = make.case(category="service.petition", kind=Kind.HELP)
    door = next(iter(make.town().catalogue.doors))
    refer_case(by=make.holder(case), case=case, door=door, why="A court has it.", at=THURSDAY)
    assert facts.letters(case)[-1].code == "case-referred"
