"""Who was asked can't answer, and says so."""

import pytest

from tests import make
from tests.make_colleagues import advised_case, again, shared_case, term
from tests.verbs.cases import facts
from yimen.cases.verbs import ask_office, decline_enquiry
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_office_that_asked_reads_why_and_may_ask_somebody_else() -> None:
    case, made = shared_case()
    decline_enquiry(by=make.handler("housing"), enquiry=again(made), reason="We have no houses there.", at=make.LATER)
    assert (again(made).state, again(made).answer) == ("declined", "We have no houses there.")
    assert term(made).state == "met"
    assert facts.entries(case)[-1] == "case.enquiry_declined"
    ask_office(by=make.handler(), case=make.fresh(case), office="KS-water", question="And you?", at=make.LATER)


def test_not_without_a_reason_not_by_others_not_twice() -> None:
    _, made = advised_case()
    with pytest.raises(Refused, match="write something"):
        decline_enquiry(by=make.area_lead(), enquiry=again(made), reason="", at=make.LATER)
    with pytest.raises(Refused, match="another post"):
        decline_enquiry(by=make.handler(), enquiry=again(made), reason="No.", at=make.LATER)
    decline_enquiry(by=make.area_lead(), enquiry=again(made), reason="I don't know.", at=make.LATER)
    with pytest.raises(Refused, match="declined already"):
        decline_enquiry(by=make.area_lead(), enquiry=again(made), reason="Still.", at=make.LATER)
