"""A resident takes back the invitations that nobody has used."""

import pytest

from tests import make
from tests.make_joint import joined, joint_case, me
from tests.verbs.cases import facts
from yimen.cases.verbs import uninvite_others
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def test_the_codes_let_nobody_in_and_whoever_has_joined_stays() -> None:
    sent = make.receipt(others=2)
    joined(sent.invitations[0])
    uninvite_others(by=make.resident(sent.case), case=make.fresh(sent.case), at=make.LATER)
    with pytest.raises(Refused, match="used or taken back"):
        joined(sent.invitations[1])
    assert make.fresh(sent.case).joint == 2
    assert facts.last_entry(sent.case).facts == {"count": 1}
    with pytest.raises(Refused, match="no open invitation"):
        uninvite_others(by=make.resident(sent.case), case=make.fresh(sent.case), at=make.LATER)


def test_only_by_whoever_brought_the_case_and_not_on_a_stale_page() -> None:
    first, other = joint_case()
    with pytest.raises(Refused, match="Only whoever brought"):
        uninvite_others(by=me(other), case=other, at=make.LATER)
    with pytest.raises(Refused, match="holds the receipt"):
        uninvite_others(by=Resident(first.pk + 1), case=first, at=make.LATER)
    case = make.receipt(others=1).case
    stale = make.fresh(case)
    uninvite_others(by=make.resident(case), case=make.fresh(case), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        uninvite_others(by=make.resident(case), case=stale, at=make.LATER)
