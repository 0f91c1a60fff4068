"""An office hands a case to another one."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Handing
from yimen.cases.verbs import accept_case, hand_over_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "The lamp belongs to a house."


def test_the_other_office_has_it_and_the_resident_reads_why() -> None:
    case = make.case(language="en")
    due_on = case.due_on
    hand_over_case(by=make.handler(), case=case, to_office="KS-housing", reason=WHY, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.office.code, case.turn_office_id) == ("received", "KS-housing", case.office_id)
    assert case.due_on == due_on  # handing over costs the resident no time
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-handed-over", "en")
    assert WHY in letter.body
    assert "Housing" in letter.body
    assert facts.entries(case) == ["case.submitted", "case.handed_over"]
    handing = Handing.objects.get(case=case)
    assert handing.object_until_on == facts.terms(case)["object"].due_on
    assert case.route == [{"k": "by_hand", "office": case.office_id}]


def test_also_what_was_accepted_already() -> None:
    case = make.accepted_case()
    hand_over_case(by=make.handler(), case=case, to_office="KS-housing", reason=WHY, at=make.LATER)
    assert make.fresh(case).state == "received"
    accept_case(by=make.handler("housing"), case=make.fresh(case), at=make.LATER)
    assert make.fresh(case).state == "handling"


@pytest.mark.parametrize(
    ("office", "reason"),
    [
        ("KS-nowhere", "not in our list"),
        ("KS-urban", "already with this office"),
        ("KS-township-office-1", "lower one"),
    ],
)
def test_not_to_every_office(office: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        hand_over_case(by=make.handler(), case=make.case(), to_office=office, reason=WHY, at=make.LATER)


def test_never_to_the_office_it_is_about() -> None:
    case = make.case(accused_office="KS-housing")
    with pytest.raises(Refused, match="about this office"):
        hand_over_case(by=make.handler(), case=case, to_office="KS-housing", reason=WHY, at=make.LATER)


def test_the_one_door_sorts_so_it_may_hand_down() -> None:
    case = make.open_case()
    hand_over_case(by=make.clerk(), case=case, to_office="KS-township-office-1", reason=WHY, at=make.LATER)
    assert make.fresh(case).office.code == "KS-township-office-1"


def test_it_needs_a_reason() -> None:
    with pytest.raises(Refused, match="write something"):
        hand_over_case(by=make.handler(), case=make.case(), to_office="KS-housing", reason="", at=make.LATER)


def test_another_office_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        hand_over_case(by=make.clerk(), case=make.case(), to_office="KS-housing", reason=WHY, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.case()
    hand_over_case(by=make.handler(), case=make.fresh(stale), to_office="KS-water", reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        hand_over_case(by=make.handler(), case=stale, to_office="KS-housing", reason=WHY, at=make.LATER)
    assert Handing.objects.filter(case=stale).count() == 1
    assert facts.entries(stale) == ["case.submitted", "case.handed_over"]
