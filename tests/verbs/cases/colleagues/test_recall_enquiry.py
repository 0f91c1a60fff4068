"""A question to a colleague is taken back."""

import pytest

from tests import make
from tests.make_colleagues import again, shared_case, term
from tests.verbs.cases import facts
from yimen.cases.queries import is_visible
from yimen.cases.verbs import answer_enquiry, recall_enquiry
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_other_office_no_longer_sees_the_case() -> None:
    case, made = shared_case()
    assert is_visible(make.handler("housing"), case.pk, make.town())
    recall_enquiry(by=make.handler(), enquiry=again(made), at=make.LATER)
    assert (again(made).state, term(made).state) == ("recalled", "stopped")
    assert facts.entries(case)[-1] == "case.enquiry_recalled"
    assert not is_visible(make.handler("housing"), case.pk, make.town())


def test_only_the_office_that_has_the_case() -> None:
    _, made = shared_case()
    with pytest.raises(Refused, match="another office"):
        recall_enquiry(by=make.handler("housing"), enquiry=again(made), at=make.LATER)
    with pytest.raises(Refused, match="Your post does not do this"):
        recall_enquiry(by=make.supervisor("urban"), enquiry=again(made), at=make.LATER)


def test_what_was_answered_stays_answered() -> None:
    _, made = shared_case()
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text="A school.", at=make.LATER)
    with pytest.raises(Refused, match="answered already"):
        recall_enquiry(by=make.handler(), enquiry=again(made), at=make.LATER)
