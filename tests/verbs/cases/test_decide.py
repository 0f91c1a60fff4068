"""The superior of two offices decides whose a case is."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Handing
from yimen.cases.verbs import decide_objection, object_to_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
WHY = "Lamps on streets are of the urban management."


@pytest.mark.parametrize(
    ("goes_back", "office", "became"), [(True, "KS-urban", "returned"), (False, "KS-housing", "upheld")]
)
def test_it_goes_back_or_stays_and_the_resident_reads_it(goes_back: bool, office: str, became: str) -> None:  # noqa: FBT001
    case = make.objected_case(language="en")
    due_on = case.due_on
    decide_objection(by=make.supervisor(), case=case, goes_back=goes_back, reason=WHY, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.office.code, case.turn_office_id, case.due_on) == (
        "received",
        office,
        case.office_id,
        due_on,
    )
    assert Handing.objects.get(case=case).state == became
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-decided", "en")
    assert WHY in letter.body
    assert facts.entries(case).count("case.decided") == 1
    assert facts.terms(case)["object"].state == "met"


def test_after_the_decision_nobody_objects_again() -> None:
    case = make.objected_case()
    decide_objection(by=make.supervisor(), case=case, goes_back=False, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="not handed over"):
        object_to_case(by=make.handler("housing"), case=make.fresh(case), reason=WHY, at=make.LATER)


def test_only_the_superior_of_both_decides() -> None:
    case = make.objected_case()
    for by in (make.supervisor("housing"), make.supervisor("urban"), make.handler("housing"), make.administrator()):
        with pytest.raises(Refused, match="Only the superior"):
            decide_objection(by=by, case=case, goes_back=True, reason=WHY, at=make.LATER)


def test_where_nobody_objected_there_is_nothing_to_decide() -> None:
    with pytest.raises(Refused, match="not accepted this case yet"):
        decide_objection(by=make.supervisor(), case=make.handed_case(), goes_back=True, reason=WHY, at=make.LATER)


def test_it_needs_a_reason() -> None:
    with pytest.raises(Refused, match="write something"):
        decide_objection(by=make.supervisor(), case=make.objected_case(), goes_back=True, reason="", at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.objected_case()
    copy = make.fresh(stale)
    decide_objection(by=make.supervisor(), case=make.fresh(stale), goes_back=True, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        decide_objection(by=make.supervisor(), case=copy, goes_back=False, reason=WHY, at=make.LATER)
    assert make.fresh(stale).office.code == "KS-urban"
