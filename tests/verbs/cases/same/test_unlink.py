"""An office takes a link between two cases away."""

import pytest

from tests import make
from tests.make_same import link, linked
from tests.verbs.cases import facts
from yimen.cases.verbs import unlink_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_case_is_handled_by_itself_again_and_can_be_linked_anew() -> None:
    main, (other,) = linked()
    unlink_case(by=make.handler(), case=other, at=make.LATER)
    assert make.fresh(other).main_id is None
    assert facts.entries(other)[-1] == "case.unlinked"
    assert facts.last_entry(other).facts["main"] == main.pk
    link(other, main)
    assert make.fresh(other).main_id == main.pk


def test_not_by_another_office_not_twice_and_not_on_a_stale_page() -> None:
    main, (other,) = linked()
    stale = make.fresh(other)
    with pytest.raises(Refused, match="with another office"):
        unlink_case(by=make.handler("housing"), case=make.fresh(other), at=make.LATER)
    with pytest.raises(Refused, match="linked to no other"):
        unlink_case(by=make.handler(), case=main, at=make.LATER)
    unlink_case(by=make.handler(), case=other, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        unlink_case(by=make.handler(), case=stale, at=make.LATER)
